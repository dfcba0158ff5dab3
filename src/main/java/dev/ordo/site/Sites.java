package dev.ordo.site;

import dev.ordo.shared.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to everything that stands still: warehouses and what is in them. */
@Component
public class Sites {
  private final SiteRows rows;

  Sites(SiteRows rows) {
    this.rows = rows;
  }

  /** All warehouses, the preferred first. */
  public List<Warehouse> warehouses() {
    return rows.warehouses();
  }

  public Optional<Warehouse> find(String code) {
    return warehouses().stream().filter(w -> w.code().equals(code)).findFirst();
  }

  /** The warehouse of this code; an unknown code is refused. */
  public Warehouse warehouse(String code) {
    return find(code)
        .orElseThrow(
            () -> new Refusal("warehouse", code, "Name a warehouse of GET /api/warehouses."));
  }

  /** All locations of a warehouse in walking order. */
  public List<Location> locations(String warehouse) {
    return rows.locations(warehouse);
  }

  /** The named locations of a warehouse by code; unknown codes are left out. */
  public Map<String, Location> locations(String warehouse, Collection<String> codes) {
    return rows.locations(warehouse, codes).stream()
        .collect(Collectors.toMap(Location::code, Function.identity()));
  }

  /** The active pickers of a warehouse by code. */
  public List<Picker> pickers(String warehouse) {
    return rows.pickers(warehouse).stream().filter(Picker::active).toList();
  }

  /** Pickers who are known but not there. */
  public List<Picker> absentPickers(String warehouse) {
    return rows.pickers(warehouse).stream().filter(p -> !p.active()).toList();
  }

  public List<Trolley> trolleys(String warehouse) {
    return rows.trolleys(warehouse);
  }

  /** Adds or replaces warehouses by code; a layout must have room for the slots that are there. */
  @Transactional
  public void putWarehouses(List<Warehouse> warehouses) {
    List<Location> moved = new LocationChecks(this).resettled(warehouses);
    rows.putWarehouses(warehouses);
    rows.replaceLocations(moved, moved);
  }

  /** Adds or replaces locations by warehouse and code. */
  @Transactional
  public void putLocations(List<Location> locations) {
    new LocationChecks(this).refuseWhatDoesNotFit(locations);
    rows.putLocations(locations);
  }

  /** Adds or replaces pickers by warehouse and code. */
  @Transactional
  public void putPickers(List<Picker> pickers) {
    pickers.stream().map(Picker::warehouse).distinct().forEach(this::warehouse);
    rows.putPickers(pickers);
  }

  /** Whether trips may be given to a picker. */
  public void setActive(String warehouse, String picker, boolean active) {
    rows.setActive(warehouse, picker, active);
  }

  /** A picker scanned something at a location. */
  public void seen(String warehouse, String picker, String location, Instant at) {
    rows.seen(warehouse, picker, location, at);
  }

  /**
   * Takes a trolley out of use: plans from now on do without it, trips that were planned are walked
   * with what is there.
   */
  @Transactional
  public void removeTrolley(String warehouse, String code) {
    if (!rows.removeTrolley(warehouse, code)) {
      throw new Refusal("trolley", code, "Name a trolley of the warehouse.");
    }
  }

  /** Adds or replaces trolleys by warehouse and code. */
  @Transactional
  public void putTrolleys(List<Trolley> trolleys) {
    trolleys.stream().map(Trolley::warehouse).distinct().forEach(this::warehouse);
    rows.putTrolleys(trolleys);
  }
}
