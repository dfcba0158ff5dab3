package dev.ordo.inventory.web;

import dev.ordo.access.People;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.console.MenuItem;
import dev.ordo.inventory.StockRows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of figures: on hand, locked and available per article and warehouse. */
@Controller
class StockController {
  private static final int ARTICLES = 50;

  private final StockRows stock;
  private final Catalog catalog;
  private final People people;

  StockController(StockRows stock, Catalog catalog, People people) {
    this.stock = stock;
    this.catalog = catalog;
    this.people = people;
  }

  @Bean
  static MenuItem stockMenu() {
    return new MenuItem("/stock", "inventory.stock", 260);
  }

  @GetMapping("/stock")
  String stock(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean soldOut,
      @RequestParam(defaultValue = "") String cursor,
      Model model,
      Locale locale) {
    String beginning = q.strip().toUpperCase(Locale.ROOT);
    List<StockRows.Row> rows = stock.page(beginning, soldOut, cursor, ARTICLES);
    List<String> skus = rows.stream().map(StockRows.Row::sku).distinct().toList();
    Map<String, Product> products = catalog.products(skus);
    model.addAttribute("q", q);
    model.addAttribute("soldOut", soldOut);
    model.addAttribute(
        "rows",
        rows.stream()
            .filter(row -> people.actor().scope().seesWarehouse(row.warehouse()))
            .toList());
    model.addAttribute("products", products);
    model.addAttribute("next", skus.size() == ARTICLES ? skus.getLast() : "");
    return "inventory/stock";
  }
}
