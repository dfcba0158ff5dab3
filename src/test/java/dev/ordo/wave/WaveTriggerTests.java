package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.fulfilment.Consignments.Waiting;
import dev.ordo.shared.BusinessClock;
import dev.ordo.site.WarehouseSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaveTriggerTests {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final BusinessClock CLOCK =
      new BusinessClock() {
        @Override
        public double factor() {
          return 1;
        }

        @Override
        public Instant instant() {
          return NOW;
        }
      };
  private final WaveTrigger trigger = trigger(new Presence.Hands(2, 0));

  private static WaveTrigger trigger(Presence.Hands hands) {
    WaveSettings settings =
        new WaveSettings(
            1,
            60,
            5,
            Duration.ofSeconds(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(90),
            30,
            15,
            Duration.ofHours(4),
            Duration.ofMinutes(15),
            200,
            Duration.ofMinutes(3));
    return new WaveTrigger(CLOCK, settings, warehouse -> hands);
  }

  @Test
  void fewFreshConsignmentsWait() {
    assertThat(trigger.of(waiting(99, 29, 91), WarehouseSettings.DEFAULT)).isEmpty();
  }

  @Test
  void aHundredFormAWaveAtOnce() {
    assertThat(trigger.of(waiting(100, 0, 300), WarehouseSettings.DEFAULT)).contains("COUNT");
  }

  @Test
  void theWindowEndsAfterThirtyMinutes() {
    assertThat(trigger.of(waiting(1, 30, 300), WarehouseSettings.DEFAULT)).contains("WINDOW");
  }

  @Test
  void aCarrierThatLeavesSoonIsNotMissed() {
    assertThat(trigger.of(waiting(1, 3, 90), WarehouseSettings.DEFAULT)).contains("CUT_OFF");
    Waiting noCutoff = new Waiting("W", 1, NOW, null, 3, NOW.plus(Duration.ofDays(1)));
    assertThat(trigger.of(noCutoff, WarehouseSettings.DEFAULT)).isEmpty();
  }

  @Test
  void moreWorkThanThePickersCanDoInTimeIsNotLeftWaiting() {
    Waiting fifty = waiting(50, 3, 120);
    assertThat(trigger.of(fifty, WarehouseSettings.DEFAULT)).isEmpty();
    assertThat(trigger(new Presence.Hands(2, 12_000)).of(fifty, WarehouseSettings.DEFAULT))
        .contains("LATENESS");
    assertThat(trigger(new Presence.Hands(0, 12_000)).of(fifty, WarehouseSettings.DEFAULT))
        .isEmpty();
    Waiting promisedSoon =
        new Waiting(
            "W", 1, NOW.minus(Duration.ofMinutes(3)), null, 3, NOW.plus(Duration.ofSeconds(930)));
    assertThat(trigger.of(promisedSoon, WarehouseSettings.DEFAULT)).contains("LATENESS");
  }

  @Test
  void aDeadlineThatIsLostAnywayWaitsForCompany() {
    WaveTrigger busy = trigger(new Presence.Hands(2, 100_000));
    assertThat(busy.of(waiting(1, 2, 60), WarehouseSettings.DEFAULT)).isEmpty();
    assertThat(busy.of(waiting(9, 3, 60), WarehouseSettings.DEFAULT)).contains("CUT_OFF");
  }

  private static Waiting waiting(int count, int minutesOld, int minutesToCutOff) {
    return new Waiting(
        "W",
        count,
        NOW.minus(Duration.ofMinutes(minutesOld)),
        NOW.plus(Duration.ofMinutes(minutesToCutOff)),
        3 * count,
        NOW.plus(Duration.ofDays(1)));
  }
}
