package dev.ordo.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Whether a parcel weighs what it should.
 *
 * @param allowedG grams it may be off either way
 */
record Weighing(int expectedG, int measuredG, int allowedG) {
  static Weighing of(int expectedG, int measuredG, BenchSettings settings) {
    int share =
        settings
            .tolerancePercent()
            .multiply(BigDecimal.valueOf(expectedG))
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
            .intValueExact();
    return new Weighing(expectedG, measuredG, Math.max(share, settings.toleranceG()));
  }

  /** Grams above, or below zero under, the expected weight. */
  int offG() {
    return measuredG - expectedG;
  }

  boolean right() {
    return Math.abs(offG()) <= allowedG;
  }
}
