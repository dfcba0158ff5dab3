package dev.ordo.bench.web;

import dev.ordo.bench.Scan;
import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One read of a scanner, or several at once, as they are sent. */
record ScanRequest(
    @Nullable String code,
    @Nullable Integer qty,
    @Nullable String key,
    @Nullable List<@Nullable ScanRequest> scans) {
  private static final int MOST = 5_000;

  List<Scan> checked() {
    List<@Nullable ScanRequest> all = scans == null ? List.of(this) : scans;
    return Checks.rows(all, MOST, ScanRequest::scan);
  }

  private Scan scan(String at, Checks checks) {
    int pieces = Objects.requireNonNullElse(qty, 1);
    if (pieces == 0) {
      throw new Refusal(at + ".qty", pieces, "Give pieces put in, or below zero taken out.");
    }
    return new Scan(
        checks.optional(at + ".key", key, 60),
        checks.text(at + ".code", code, 100),
        checks.number(at + ".qty", pieces, -10_000, 10_000));
  }
}
