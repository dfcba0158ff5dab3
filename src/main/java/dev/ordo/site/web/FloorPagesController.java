package dev.ordo.site.web;

import dev.ordo.access.People;
import dev.ordo.address.Addresses;
import dev.ordo.address.Division;
import dev.ordo.console.Times;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The page where a floor is drawn: a new warehouse, or one that is there. */
@Controller
@PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
class FloorPagesController {
  private static final Layout USUAL =
      new Layout(
          6, List.of(10, 10), 4, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 2))));

  private final Sites sites;
  private final Addresses addresses;
  private final People people;
  private final Times times;
  private final JsonMapper json;

  FloorPagesController(
      Sites sites, Addresses addresses, People people, Times times, JsonMapper json) {
    this.sites = sites;
    this.addresses = addresses;
    this.people = people;
    this.times = times;
    this.json = json;
  }

  /** A warehouse in the form in which it is sent back. */
  record Form(
      String code,
      String name,
      String zone,
      String provinceCode,
      String cityCode,
      String address,
      int priority,
      Layout layout,
      Settings settings) {
    static Form of(Warehouse w) {
      return new Form(
          w.code(),
          w.name(),
          w.zone().getId(),
          w.provinceCode(),
          w.cityCode(),
          w.address(),
          w.priority(),
          w.layout(),
          Settings.of(w.settings()));
    }
  }

  record Settings(
      int waveWindowMinutes,
      int waveCount,
      String waybillAt,
      String deductAt,
      String walking,
      String split,
      int wallSlots,
      String topUp) {
    static Settings of(WarehouseSettings s) {
      return new Settings(
          (int) s.waveWindow().toMinutes(),
          s.waveCount(),
          s.waybillAt().name(),
          s.deductAt().name(),
          s.walking().name(),
          s.split().name(),
          s.wallSlots(),
          s.topUp().name());
    }
  }

  /** What the editor begins with. */
  record Begin(Form warehouse, List<Location> slots, boolean fresh) {}

  @GetMapping("/warehouses/new")
  String fresh(Model model) {
    Warehouse blank =
        new Warehouse(
            "",
            "",
            times.zone(),
            "",
            "",
            "",
            sites.warehouses().size() + 1,
            USUAL,
            WarehouseSettings.DEFAULT);
    return page(model, new Begin(Form.of(blank), List.of(), true));
  }

  @GetMapping("/warehouses/{code}/floor")
  String floor(Model model, @PathVariable String code) {
    if (!people.actor().scope().seesWarehouse(code)) {
      throw new Refusal("warehouse", code, "Name a warehouse you work in.");
    }
    Warehouse warehouse = sites.warehouse(code);
    List<Location> slots = sites.locations(code);
    if (warehouse.layout().graph() != null) {
      model.addAttribute("w", warehouse);
      model.addAttribute("floor", FreeFloor.of(warehouse.layout().graph(), slots));
      return "site/free-floor";
    }
    return page(model, new Begin(Form.of(warehouse), slots, false));
  }

  private String page(Model model, Begin begin) {
    model.addAttribute("w", begin.warehouse);
    model.addAttribute("fresh", begin.fresh);
    model.addAttribute("provinces", addresses.provinces());
    model.addAttribute("cities", addresses.provinces().stream().flatMap(this::cities).toList());
    model.addAttribute("begin", json.writeValueAsString(begin));
    return "site/floor";
  }

  private Stream<Division> cities(Division province) {
    return IntStream.range(0, 100)
        .mapToObj(number -> addresses.division(province.code() + "%02d".formatted(number)))
        .flatMap(Optional::stream);
  }
}
