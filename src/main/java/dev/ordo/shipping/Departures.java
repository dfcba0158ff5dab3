package dev.ordo.shipping;

import dev.ordo.carrier.Carrier;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows when carriers collect next. */
@Component
class Departures {
  private final ShippingSettings settings;

  Departures(ShippingSettings settings) {
    this.settings = settings;
  }

  /** The next regular collection, or the carrier's cut-off if that is sooner. */
  Instant next(@Nullable Carrier carrier, ZoneId zone, Instant now) {
    long every = settings.pickupEvery().toMillis();
    Instant collected = Instant.ofEpochMilli(Math.ceilDiv(now.toEpochMilli() + 1, every) * every);
    Instant cutoff = carrier == null ? collected : carrier.departure(now, zone);
    return cutoff.isBefore(collected) ? cutoff : collected;
  }
}
