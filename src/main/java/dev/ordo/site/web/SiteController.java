package dev.ordo.site.web;

import dev.ordo.access.People;
import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Graph;
import dev.ordo.site.Location;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Trolley;
import dev.ordo.site.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Idempotent imports: a list adds or replaces by code, and is taken whole or not at all. */
@RestController
class SiteController {
  private static final int MOST = 20_000;
  private static final String GUARD = "hasAnyRole('INTEGRATION', 'WAREHOUSE')";

  /** How many rows an import took. */
  record Taken(int taken) {}

  private final Sites sites;
  private final People people;

  SiteController(Sites sites, People people) {
    this.sites = sites;
    this.people = people;
  }

  @GetMapping("/api/warehouses")
  List<Warehouse> warehouses() {
    return sites.warehouses();
  }

  @GetMapping("/api/locations")
  List<Location> locations(@RequestParam String warehouse) {
    return sites.locations(mine(sites.warehouse(warehouse).code()));
  }

  @GetMapping("/api/pickers")
  List<Picker> pickers(@RequestParam String warehouse) {
    return sites.pickers(mine(sites.warehouse(warehouse).code()));
  }

  @GetMapping("/api/trolleys")
  List<Trolley> trolleys(@RequestParam String warehouse) {
    return sites.trolleys(mine(sites.warehouse(warehouse).code()));
  }

  @PutMapping("/api/warehouses")
  @PreAuthorize(GUARD)
  Taken putWarehouses(@RequestBody List<@Nullable WarehouseRequest> requests) {
    List<Warehouse> warehouses = Checks.rows(requests, MOST, WarehouseRequest::checked);
    warehouses.forEach(warehouse -> mine(warehouse.code()));
    sites.putWarehouses(warehouses);
    return new Taken(warehouses.size());
  }

  @PutMapping("/api/locations")
  @PreAuthorize(GUARD)
  Taken putLocations(@RequestBody List<@Nullable LocationRequest> requests) {
    Map<String, Map<String, Integer>> slots = freeFloors();
    List<Location> locations =
        Checks.rows(requests, MOST, (row, at, checks) -> row.checked(at, checks, slots));
    locations.stream().map(Location::warehouse).distinct().forEach(this::mine);
    sites.putLocations(locations);
    return new Taken(locations.size());
  }

  private Map<String, Map<String, Integer>> freeFloors() {
    Map<String, Map<String, Integer>> slots = new HashMap<>();
    for (Warehouse warehouse : sites.warehouses()) {
      Graph graph = warehouse.layout().graph();
      if (graph != null) {
        slots.put(warehouse.code(), graph.slotNumbers());
      }
    }
    return slots;
  }

  @PutMapping("/api/pickers")
  @PreAuthorize(GUARD)
  Taken putPickers(@RequestBody List<@Nullable PickerRequest> requests) {
    List<Picker> pickers = Checks.rows(requests, MOST, PickerRequest::checked);
    pickers.forEach(picker -> mine(picker.warehouse()));
    sites.putPickers(pickers);
    return new Taken(pickers.size());
  }

  @PutMapping("/api/trolleys")
  @PreAuthorize(GUARD)
  Taken putTrolleys(@RequestBody List<@Nullable TrolleyRequest> requests) {
    List<Trolley> trolleys = Checks.rows(requests, MOST, TrolleyRequest::checked);
    trolleys.forEach(trolley -> mine(trolley.warehouse()));
    sites.putTrolleys(trolleys);
    return new Taken(trolleys.size());
  }

  @DeleteMapping("/api/trolleys/{code}")
  @PreAuthorize(GUARD)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeTrolley(@PathVariable String code, @RequestParam String warehouse) {
    sites.removeTrolley(mine(warehouse), code);
  }

  private String mine(String warehouse) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
    return warehouse;
  }
}
