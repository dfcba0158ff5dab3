package dev.ordo.site.web;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Trolley;
import dev.ordo.site.Warehouse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of warehouses: settings, pickers and trolleys. */
@Controller
class WarehousesController {
  /** A warehouse with what is in it. */
  record House(Warehouse warehouse, int locations, List<Picker> pickers, List<Trolley> trolleys) {}

  private final Sites sites;
  private final People people;

  WarehousesController(Sites sites, People people) {
    this.sites = sites;
    this.people = people;
  }

  @Bean
  static MenuItem warehousesMenu() {
    return new MenuItem("/warehouses", "site.warehouses", 290, Role.VIEWER);
  }

  @GetMapping("/warehouses")
  String warehouses(Model model) {
    model.addAttribute(
        "houses",
        sites.warehouses().stream()
            .filter(w -> people.actor().scope().seesWarehouse(w.code()))
            .map(this::house)
            .toList());
    return "site/warehouses";
  }

  private House house(Warehouse warehouse) {
    return new House(
        warehouse,
        sites.locations(warehouse.code()).size(),
        sites.pickers(warehouse.code()),
        sites.trolleys(warehouse.code()));
  }
}
