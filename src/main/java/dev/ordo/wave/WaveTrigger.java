package dev.ordo.wave;

import dev.ordo.fulfilment.Consignments.Waiting;
import dev.ordo.shared.BusinessClock;
import dev.ordo.site.WarehouseSettings;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether what waits in a warehouse should become a wave now, and why. */
@Component
class WaveTrigger {
  private final BusinessClock clock;
  private final WaveSettings settings;

  WaveTrigger(BusinessClock clock, WaveSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /** COUNT, WINDOW or CUT_OFF, or nothing yet. */
  Optional<String> of(Waiting waiting, WarehouseSettings warehouse) {
    Instant now = clock.now();
    if (waiting.count() >= warehouse.waveCount()) {
      return Optional.of("COUNT");
    }
    if (!waiting.oldest().plus(warehouse.waveWindow()).isAfter(now)) {
      return Optional.of("WINDOW");
    }
    Instant cutoff = waiting.firstCutoff();
    return cutoff != null && !cutoff.minus(settings.cutOffMargin()).isAfter(now)
        ? Optional.of("CUT_OFF")
        : Optional.empty();
  }
}
