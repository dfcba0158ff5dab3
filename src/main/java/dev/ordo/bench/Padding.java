package dev.ordo.bench;

import dev.ordo.catalog.Filler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * Units of one filler.
 *
 * @param filler code, empty for none
 * @param weightG grams of all units, rounded half up
 */
record Padding(String filler, int units, int weightG, BigDecimal cost) {
  static final Padding NONE = new Padding("", 0, 0, BigDecimal.ZERO.setScale(4));

  /**
   * The cheapest filler for the space the goods leave; none where the space is too small to matter
   * and nothing in it is delicate.
   *
   * @param freeMm3 what the goods leave of the carton
   * @param fillAbovePercent share of the carton that may stay empty
   */
  static Padding of(
      long freeMm3, long cartonMm3, boolean delicate, int fillAbovePercent, List<Filler> fillers) {
    boolean loose = freeMm3 * 100 > cartonMm3 * fillAbovePercent;
    if (!loose && !delicate) {
      return NONE;
    }
    return fillers.stream()
        .map(filler -> units(filler, (int) Math.max(1, Math.ceilDiv(freeMm3, filler.volumeMm3()))))
        .min(Comparator.comparing(Padding::cost).thenComparing(Padding::weightG))
        .orElse(NONE);
  }

  static Padding units(Filler filler, int units) {
    BigDecimal count = BigDecimal.valueOf(units);
    return new Padding(
        filler.code(),
        units,
        filler.weightG().multiply(count).setScale(0, RoundingMode.HALF_UP).intValueExact(),
        filler.cost().multiply(count).setScale(4, RoundingMode.HALF_UP));
  }
}
