package dev.ordo.simulator;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** Ordo's business time as the world reads it: asked now and then, carried forward in between. */
final class WorldClock {
  private record Reading(Instant business, long nanos, double factor) {}

  private final Wire wire;
  private final AtomicReference<Reading> last = new AtomicReference<>();

  WorldClock(Wire wire) {
    this.wire = wire;
  }

  /** Asks Ordo for the time; the world never goes back, so the quickest answer counts. */
  void read() {
    JsonNode clock = wire.get("/api/clock");
    Reading fresh =
        new Reading(
            Instant.parse(clock.path("business").asString("")),
            System.nanoTime(),
            clock.path("factor").asDouble(1));
    last.updateAndGet(
        known -> known != null && at(known, fresh.nanos).isAfter(fresh.business) ? known : fresh);
  }

  Instant now() {
    Reading reading = last.get();
    if (reading == null) {
      throw new IllegalStateException("The clock was not read yet.");
    }
    return at(reading, System.nanoTime());
  }

  private static Instant at(Reading reading, long nanos) {
    return reading.business.plusNanos((long) ((nanos - reading.nanos) * reading.factor));
  }

  double factor() {
    Reading reading = last.get();
    return reading == null ? 1 : reading.factor;
  }
}
