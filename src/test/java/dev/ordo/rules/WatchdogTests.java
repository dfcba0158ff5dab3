package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ordo.audit.facts.AuditOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Timeout(60)
class WatchdogTests {
  private final List<String> accused = new CopyOnWriteArrayList<>();
  private final Watchdog watchdog =
      new Watchdog(
          new WatchdogSettings(Duration.ofMillis(300), Duration.ofSeconds(2)),
          (point, release, why) -> accused.add(point + " " + release));

  @AfterEach
  void end() {
    EndlessRules.end();
    watchdog.close();
  }

  @Test
  void answersWhoWaitsForARuleThatNeverEnds() {
    Release endless = EndlessRules.release();
    List<AuditOrder> facts = List.of(order(EndlessRules.FREIGHT));
    Instant start = Instant.now();

    Undecided undecided =
        catchThrowableOfType(Undecided.class, () -> decide(endless, EndlessRules.FREIGHT));

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(undecided).hasMessageContaining("audit").hasMessageContaining("did not end within");
    assertThat(undecided.release()).isEqualTo(endless.hash());
    assertThat(accused).containsExactly("audit " + endless.hash());
    assertThat(watchdog.abandoned()).isEqualTo(1);
    assertThat(watchdog.stuck()).isEqualTo(1);
    assertThatThrownBy(() -> watchdog.refuseHung("audit", "x".repeat(64), facts))
        .isInstanceOf(Undecided.class);
    assertThatNoException().isThrownBy(() -> watchdog.refuseHung("audit", "x".repeat(64), facts));
  }

  @Test
  void goesOnDecidingWhileThreadsHang() {
    Release endless = EndlessRules.release();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> decide(endless, EndlessRules.FREIGHT)).isInstanceOf(Undecided.class);
    }

    assertThat(IntStream.range(0, 1_000).mapToObj(i -> decide(endless, "" + i))).hasSize(1_000);
    assertThat(watchdog.stuck()).isEqualTo(3);
  }

  @Test
  void aBatchIsGivenUpAsAWhole() {
    Release endless = EndlessRules.release();

    assertThatThrownBy(
            () ->
                watchdog.run(
                    () ->
                        List.of("1", EndlessRules.FREIGHT, "2").stream()
                            .map(freight -> decide(endless, freight))
                            .toList()))
        .isInstanceOf(Undecided.class);
    assertThat(accused).hasSize(1);
  }

  @Test
  void passesOnWhatWorkThrows() {
    assertThatThrownBy(
            () ->
                watchdog.run(
                    () -> {
                      throw new IllegalArgumentException("mine");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mine");
    assertThat(watchdog.run(() -> 42)).isEqualTo(42);
  }

  @Test
  void waitingIsNotTakenForComputing() {
    Release endless = EndlessRules.release();

    assertThat(
            watchdog.run(
                () -> {
                  Objects.requireNonNull(Decider.running())
                      .begin(new Decider.Current(endless, List.of()));
                  LockSupport.parkNanos(1_000_000_000L);
                  return "late";
                }))
        .isEqualTo("late");
    assertThat(accused).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2000, 1000", "2000, 60000", "500, 1000", "10000, 1000"})
  void theReleaseBeforeDecidesInTimeHoweverBusyTheMachine(long within, long limit) {
    WatchdogSettings settings =
        new WatchdogSettings(Duration.ofMillis(limit), Duration.ofMillis(within));
    Watchdog strict = new Watchdog(settings, (point, release, why) -> {});
    strict.close();
    long interval = settings.interval().toNanos();
    long seenFor = interval;
    while (!strict.hangs(seenFor / 4, seenFor)) {
      seenFor += interval;
    }

    Duration unseen = settings.interval();
    Duration all = unseen.plusNanos(seenFor).plus(settings.takeover());
    assertThat(all).isLessThanOrEqualTo(settings.withdrawWithin());
    assertThat(strict.hangs(0, seenFor)).isFalse();
    assertThat(strict.hangs(0, 100 * seenFor)).isEqualTo(limit <= 10 * within);
  }

  @Test
  void theDefaultIsTwoSeconds() {
    WatchdogSettings settings =
        new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("ordo.rules", WatchdogSettings.class);

    assertThat(settings.withdrawWithin()).isEqualTo(Duration.ofSeconds(2));
  }

  private Decision decide(Release release, String freight) {
    return watchdog.run(() -> release.decide(1, Instant.EPOCH, List.of(order(freight))));
  }

  private static AuditOrder order(String freight) {
    BigDecimal one = BigDecimal.ONE;
    return new AuditOrder(
        "TB1", "T", "express", false, false, one, one, new BigDecimal(freight), one, one, 1);
  }
}
