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
  private final Presence presence;

  WaveTrigger(BusinessClock clock, WaveSettings settings, Presence presence) {
    this.presence = presence;
    this.clock = clock;
    this.settings = settings;
  }

  /** COUNT, WINDOW, CUT_OFF or LATENESS, or nothing yet. */
  Optional<String> of(Waiting waiting, WarehouseSettings warehouse) {
    Instant now = clock.now();
    if (waiting.count() >= warehouse.waveCount()) {
      return Optional.of("COUNT");
    }
    if (!waiting.oldest().plus(warehouse.waveWindow()).isAfter(now)) {
      return Optional.of("WINDOW");
    }
    if (waiting.oldest().plus(settings.rushPatience()).isAfter(now)) {
      return Optional.empty();
    }
    Instant cutoff = waiting.firstCutoff();
    if (cutoff != null && !cutoff.minus(settings.cutOffMargin()).isAfter(now)) {
      return Optional.of("CUT_OFF");
    }
    return wouldBeLate(waiting, now) ? Optional.of("LATENESS") : Optional.empty();
  }

  /**
   * What waits, behind what is planned, shared by the people who are there, would end after its
   * first deadline. Nobody there makes no wave: it would only lie about.
   */
  private boolean wouldBeLate(Waiting waiting, Instant now) {
    Instant cutoff = waiting.firstCutoff();
    Instant promise = waiting.firstPromise();
    Instant deadline = cutoff == null || promise.isBefore(cutoff) ? promise : cutoff;
    if (deadline.isAfter(now.plus(settings.riskHorizon()))) {
      return false;
    }
    Presence.Hands hands = presence.of(waiting.warehouse());
    long work = hands.busySeconds() + settings.roughSeconds(waiting.count(), waiting.units());
    return hands.pickers() > 0
        && !now.plusSeconds(work / hands.pickers()).plus(settings.riskMargin()).isBefore(deadline);
  }
}
