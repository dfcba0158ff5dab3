package dev.ordo.catalog.web;

import dev.ordo.catalog.Carton;
import dev.ordo.shared.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A carton as it is sent; in use unless said otherwise. */
record CartonRequest(
    @Nullable String code,
    @Nullable Integer lengthMm,
    @Nullable Integer widthMm,
    @Nullable Integer heightMm,
    @Nullable Integer tareG,
    @Nullable Integer maxWeightG,
    @Nullable BigDecimal cost,
    @Nullable Boolean active) {

  Carton checked(String at, Checks checks) {
    return new Carton(
        checks.code(at + ".code", code, 30),
        checks.number(at + ".lengthMm", lengthMm, 10, 10_000),
        checks.number(at + ".widthMm", widthMm, 10, 10_000),
        checks.number(at + ".heightMm", heightMm, 10, 10_000),
        checks.number(at + ".tareG", tareG, 0, 50_000),
        checks.number(at + ".maxWeightG", maxWeightG, 1, 1_000_000),
        checks.decimal(at + ".cost", cost, 4, "100000"),
        active == null || active);
  }
}
