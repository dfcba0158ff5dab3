package dev.ordo.site;

import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * The locations whose cell has another number once these warehouses have their new layouts; a
   * layout without room for a location is refused.
   */
  List<Location> resettled(List<Warehouse> warehouses) {
    List<Fault> faults = new ArrayList<>();
    List<Location> moved = new ArrayList<>();
    for (Warehouse warehouse : warehouses) {
      Optional<Layout> before = sites.find(warehouse.code()).map(Warehouse::layout);
      for (Location location : sites.locations(warehouse.code())) {
        int cell = cell(location, before, warehouse.layout());
        if (!warehouse.layout().has(location.aisle(), location.block(), cell)) {
          faults.add(
              new Fault(location.code(), location.slot(), "The layout has no room for this slot."));
        } else if (cell != location.cell()) {
          moved.add(location.in(cell));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Refusal(faults.stream().limit(SHOWN).toList());
    }
    return moved;
  }

  /** A location of a free floor keeps its slot by name; -1 if the graph does not have it now. */
  private static int cell(Location location, Optional<Layout> before, Layout after) {
    Graph old = before.map(Layout::graph).orElse(null);
    Graph now = after.graph();
    return old == null || now == null
        ? location.cell()
        : now.slotNumbers().getOrDefault(old.slots().get(location.cell()).id(), -1);
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
