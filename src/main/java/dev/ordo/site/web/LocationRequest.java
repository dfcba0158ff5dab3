package dev.ordo.site.web;

import dev.ordo.shared.Checks;
import dev.ordo.site.Location;
import org.jspecify.annotations.Nullable;

/** A location as it is sent. */
record LocationRequest(
    @Nullable String warehouse,
    @Nullable String code,
    @Nullable Integer aisle,
    @Nullable Integer block,
    @Nullable Integer cell,
    @Nullable String side,
    @Nullable String zone) {

  Location checked(String at, Checks checks) {
    return new Location(
        checks.code(at + ".warehouse", warehouse, 20),
        checks.code(at + ".code", code, 30),
        checks.number(at + ".aisle", aisle, 0, 499),
        checks.number(at + ".block", block, 0, 5),
        checks.number(at + ".cell", cell, 0, 499),
        checks.code(at + ".side", side, 4),
        zone == null ? "AMBIENT" : checks.code(at + ".zone", zone, 20));
  }
}
