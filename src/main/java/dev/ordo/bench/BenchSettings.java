package dev.ordo.bench;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the packing bench is strict about.
 *
 * @param tolerancePercent how far a parcel's weight may be off, in percent of the expected one
 * @param toleranceG how far it may be off in grams; the wider of the two counts
 * @param fillAbovePercent empty space of a carton, in percent, above which it is filled
 * @param adviceTime how long one carton advice may think before it estimates
 */
@ConfigurationProperties("ordo.bench")
record BenchSettings(
    @DefaultValue("3") BigDecimal tolerancePercent,
    @DefaultValue("30") int toleranceG,
    @DefaultValue("10") int fillAbovePercent,
    @DefaultValue("300ms") Duration adviceTime) {
  static final BenchSettings DEFAULT =
      new BenchSettings(new BigDecimal("3"), 30, 10, Duration.ofMillis(300));

  BenchSettings {
    if (tolerancePercent.signum() < 0 || toleranceG < 0) {
      throw new IllegalArgumentException(
          "ordo.bench.tolerance-percent (%s) and tolerance-g (%d) must be 0 or more."
              .formatted(tolerancePercent, toleranceG));
    }
    if (fillAbovePercent < 0 || fillAbovePercent > 100) {
      throw new IllegalArgumentException(
          "ordo.bench.fill-above-percent (%d) must be 0 to 100.".formatted(fillAbovePercent));
    }
  }
}
