package dev.ordo;

import dev.ordo.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Business time that a test moves; it never runs back. */
public final class SettableClock implements BusinessClock {
  private final AtomicReference<Instant> now;

  public SettableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  public void tick(Duration passed) {
    now.updateAndGet(t -> t.plus(passed.abs()));
  }

  /** On to ten in the morning of China's next day, hours before any carrier leaves. */
  public void nextMorning() {
    now.updateAndGet(
        t -> t.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)).plus(Duration.ofHours(2)));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public double factor() {
    return 1;
  }
}
