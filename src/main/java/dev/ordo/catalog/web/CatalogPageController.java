package dev.ordo.catalog.web;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.catalog.Shops;
import dev.ordo.shared.ServiceLevel;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that show what is sold, where, and what it is packed in. */
@Controller
class CatalogPageController {
  private static final int PAGE = 50;
  private static final int LONGEST_SEARCH = 100;

  private final Catalog catalog;
  private final Shops shops;
  private final People people;

  CatalogPageController(Catalog catalog, Shops shops, People people) {
    this.catalog = catalog;
    this.shops = shops;
    this.people = people;
  }

  @GetMapping("/products")
  String products(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String cursor,
      Model model) {
    String text = q.substring(0, Math.min(q.length(), LONGEST_SEARCH));
    List<Product> found = catalog.search(text, cursor, PAGE + 1);
    boolean more = found.size() > PAGE;
    model.addAttribute("q", text);
    model.addAttribute("count", catalog.count());
    model.addAttribute("products", more ? found.subList(0, PAGE) : found);
    model.addAttribute("next", more ? found.get(PAGE - 1).sku() : "");
    return "catalog/products";
  }

  @GetMapping("/shops")
  String shops(Model model) {
    model.addAttribute("shops", shops.all());
    model.addAttribute("levels", ServiceLevel.values());
    model.addAttribute("mayChange", people.actor().may(Role.OPS_MANAGER));
    return "catalog/shops";
  }

  @PostMapping("/shops/{code}/service-level")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  String serviceLevel(@PathVariable String code, @RequestParam ServiceLevel level) {
    shops.put(List.of(shops.shop(code).promising(level)), Map.of());
    people.did("SERVICE_LEVEL_SET", "SHOP", 0, code + " " + level);
    return "redirect:/shops";
  }

  @GetMapping("/packaging")
  String packaging(Model model) {
    model.addAttribute("cartons", catalog.cartons());
    model.addAttribute("fillers", catalog.fillers());
    return "catalog/packaging";
  }
}
