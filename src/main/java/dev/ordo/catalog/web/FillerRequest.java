package dev.ordo.catalog.web;

import dev.ordo.catalog.Filler;
import dev.ordo.shared.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A filler as it is sent; in use unless said otherwise. */
record FillerRequest(
    @Nullable String code,
    @Nullable Long volumeMm3,
    @Nullable BigDecimal weightG,
    @Nullable BigDecimal cost,
    @Nullable Boolean active) {

  Filler checked(String at, Checks checks) {
    return new Filler(
        checks.code(at + ".code", code, 30),
        checks.number(at + ".volumeMm3", volumeMm3, 1_000, 1_000_000_000_000L),
        checks.decimal(at + ".weightG", weightG, 3, "100000"),
        checks.decimal(at + ".cost", cost, 4, "100000"),
        active == null || active);
  }
}
