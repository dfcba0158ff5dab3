package dev.ordo.bench.web;

import dev.ordo.bench.BoxWish;
import dev.ordo.shared.Checks;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A box as a device says it was packed. */
record BoxRequest(
    @Nullable String carton,
    @Nullable String filler,
    @Nullable Integer fillerUnits,
    @Nullable Map<String, Integer> contents) {

  BoxWish checked(String at, Checks checks) {
    if (contents != null && contents.values().stream().anyMatch(BoxRequest::absurd)) {
      checks.fault(at + ".contents", contents, "Give 1 to 100000 pieces of each article.", "");
    }
    return new BoxWish(
        checks.optional(at + ".carton", carton, 30),
        filler == null ? null : checks.optional(at + ".filler", filler, 30),
        fillerUnits,
        contents);
  }

  private static boolean absurd(@Nullable Integer qty) {
    int pieces = Objects.requireNonNullElse(qty, 0);
    return pieces < 1 || pieces > 100_000;
  }
}
