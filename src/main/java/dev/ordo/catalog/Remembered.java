package dev.ordo.catalog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value kept in memory until its kind is stamped anew. What was loaded under an older stamp stays
 * with that stamp's value and never gets into the newer one.
 */
final class Remembered<T> {
  private record Held<T>(Versions.Stamp stamp, T value) {}

  private final Versions versions;
  private final Versions.Kind kind;
  private final Supplier<T> fresh;
  private volatile @Nullable Held<T> held;

  Remembered(Versions versions, Versions.Kind kind, Supplier<T> fresh) {
    this.versions = versions;
    this.kind = kind;
    this.fresh = fresh;
  }

  T get() {
    Versions.Stamp now = versions.of(kind);
    Held<T> known = held;
    if (known == null || !known.stamp.equals(now)) {
      known = new Held<>(now, fresh.get());
      held = known;
    }
    return known.value;
  }
}
