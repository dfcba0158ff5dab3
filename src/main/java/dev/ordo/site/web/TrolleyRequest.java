package dev.ordo.site.web;

import dev.ordo.shared.Checks;
import dev.ordo.site.Trolley;
import org.jspecify.annotations.Nullable;

/** A trolley as it is sent. */
record TrolleyRequest(
    @Nullable String warehouse,
    @Nullable String code,
    @Nullable Integer totes,
    @Nullable Long volumeMm3,
    @Nullable Long weightG) {

  Trolley checked(String at, Checks checks) {
    return new Trolley(
        checks.code(at + ".warehouse", warehouse, 20),
        checks.code(at + ".code", code, 30),
        checks.number(at + ".totes", totes, 1, 100),
        checks.number(at + ".volumeMm3", volumeMm3, 1, 1_000_000_000_000L),
        checks.number(at + ".weightG", weightG, 1, 100_000_000L));
  }
}
