package dev.ordo.site;

import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds that every location lies in a cell of its warehouse and no two share a place. */
record LocationChecks(Sites sites) {
  private static final int SHOWN = 20;

  void refuseWhatDoesNotFit(List<Location> locations) {
    List<Fault> faults = new ArrayList<>();
    locations.stream()
        .collect(Collectors.groupingBy(Location::warehouse))
        .forEach((code, all) -> check(sites.warehouse(code).layout(), code, all, faults));
    if (!faults.isEmpty()) {
      throw new Refusal(faults.stream().limit(SHOWN).toList());
    }
  }

  void refuseLayoutsTooSmall(List<Warehouse> warehouses) {
    List<Fault> faults = new ArrayList<>();
    for (Warehouse warehouse : warehouses) {
      sites.locations(warehouse.code()).stream()
          .filter(l -> !warehouse.layout().has(l.aisle(), l.block(), l.cell()))
          .map(l -> new Fault(l.code(), l.slot(), "The layout has no room for this slot."))
          .forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw new Refusal(faults.stream().limit(SHOWN).toList());
    }
  }

  private void check(
      Layout layout, String warehouse, List<Location> locations, List<Fault> faults) {
    Map<String, String> taken = taken(warehouse, locations);
    Set<String> seen = new HashSet<>();
    for (Location l : locations) {
      if (!seen.add(l.code())) {
        faults.add(new Fault(l.code(), l.slot(), "Send each code once."));
      }
      if (!layout.has(l.aisle(), l.block(), l.cell())) {
        faults.add(new Fault(l.code(), l.slot(), "Name a cell the warehouse's layout has."));
      }
      String other = taken.putIfAbsent(l.slot(), l.code());
      if (other != null) {
        faults.add(new Fault(l.code(), l.slot(), "This place is taken by " + other + "."));
      }
    }
  }

  private Map<String, String> taken(String warehouse, List<Location> moving) {
    var codes = moving.stream().map(Location::code).collect(Collectors.toSet());
    Map<String, String> taken = new HashMap<>();
    sites.locations(warehouse).stream()
        .filter(l -> !codes.contains(l.code()))
        .forEach(l -> taken.put(l.slot(), l.code()));
    return taken;
  }
}
