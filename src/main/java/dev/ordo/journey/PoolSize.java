package dev.ordo.journey;

import dev.ordo.shared.MachineClock;
import java.time.Duration;
import java.time.Instant;

/** Counts a pool at most every quarter of a minute, however often metrics are read. */
final class PoolSize {
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final Pool pool;
  private final MachineClock clock;
  private Instant countedAt = Instant.EPOCH;
  private long size;

  PoolSize(Pool pool, MachineClock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  synchronized double get() {
    Instant now = clock.now();
    if (countedAt.plus(FRESH).isBefore(now)) {
      countedAt = now;
      size = pool.size();
    }
    return size;
  }
}
