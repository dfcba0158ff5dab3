package dev.ordo.site.web;

import dev.ordo.shared.Checks;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A location as it is sent.
 *
 * @param slot on a free floor, instead of aisle, block and cell: the slot of the graph it is; the
 *     one with its code if it is missing
 */
record LocationRequest(
    @Nullable String warehouse,
    @Nullable String code,
    @Nullable Integer aisle,
    @Nullable Integer block,
    @Nullable Integer cell,
    @Nullable String slot,
    @Nullable String side,
    @Nullable String zone) {

  /**
   * @param slots the slots of free floors by warehouse
   */
  Location checked(String at, Checks checks, Map<String, Map<String, Integer>> slots) {
    Map<String, Integer> free = warehouse == null ? null : slots.get(warehouse);
    return free == null || aisle != null || cell != null
        ? inAisle(at, checks)
        : onFreeFloor(at, checks, free);
  }

  private Location onFreeFloor(String at, Checks checks, Map<String, Integer> slots) {
    String name = slot == null ? code : slot.strip();
    Integer number = name == null ? null : slots.get(name);
    if (number == null) {
      checks.fault(at + ".slot", name, "Name a slot of the warehouse's graph.", "");
    }
    int known = number == null ? 0 : number;
    String named = side == null ? "L" : side;
    return new LocationRequest(warehouse, code, 0, 0, known, slot, named, zone).inAisle(at, checks);
  }

  private Location inAisle(String at, Checks checks) {
    return new Location(
        checks.code(at + ".warehouse", warehouse, 20),
        checks.code(at + ".code", code, 30),
        checks.number(at + ".aisle", aisle, 0, 499),
        checks.number(at + ".block", block, 0, Layout.MOST_BLOCKS - 1),
        checks.number(at + ".cell", cell, 0, 19_999),
        checks.code(at + ".side", side, 4),
        zone == null ? "AMBIENT" : checks.code(at + ".zone", zone, 20));
  }
}
