package dev.ordo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.rules.RuleSetBroken.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The limits of the policy decide whether a back-test or a shadow lets a candidate pass. */
class TrialGatesTests {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Test
  void theBacktestKeepsTheStraightThroughRateAndTheShareOfChanges() {
    Comparison result = comparison(1_000, 80, 960, 930, 0);

    assertThat(BacktestGate.faults(policy("93", "8", 0, "100"), result)).isEmpty();
    assertThat(BacktestGate.faults(policy("93.1", "8", 0, "100"), result))
        .extracting(Fault::what)
        .containsExactly("is 93.00 %; the policy asks for at least 93.1 %.");
    assertThat(BacktestGate.faults(policy("0", "7.9", 0, "100"), result))
        .extracting(Fault::what)
        .containsExactly("is 8.00 %; the policy asks for at most 7.9 %.");
  }

  @Test
  void aCandidateThatFailsOnPastDecisionsNeverPasses() {
    assertThat(BacktestGate.faults(policy("0", "100", 0, "100"), comparison(1_000, 3, 990, 990, 3)))
        .hasSize(1);
  }

  @Test
  void nothingToLookAtIsNoObstacle() {
    assertThat(BacktestGate.faults(policy("95", "0", 0, "100"), comparison(0, 0, 0, 0, 0)))
        .isEmpty();
  }

  @Test
  void theShadowNeedsEnoughDecisionsFewDifferencesAndNoErrors() {
    assertThat(ShadowGate.faults(policy("0", "100", 200, "5"), trial(200, 10, 0))).isEmpty();
    assertThat(ShadowGate.faults(policy("0", "100", 201, "4.9"), trial(200, 10, 1)))
        .extracting(Fault::place)
        .containsExactly("decisions", "differences", "errors");
  }

  private static GatePolicy policy(
      String leastStraight, String mostChanged, int leastShadowed, String mostDifferent) {
    return new GatePolicy(
        "audit",
        false,
        true,
        false,
        Set.of("BACKTEST"),
        new BigDecimal(leastStraight),
        HUNDRED,
        HUNDRED,
        50,
        60,
        new BigDecimal(mostChanged),
        leastShadowed,
        new BigDecimal(mostDifferent));
  }

  private static Comparison comparison(
      long decided, long changed, long before, long after, long failed) {
    return new Comparison(
        decided,
        0,
        failed,
        changed,
        BigDecimal.ONE,
        before,
        after,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static LiveTrial trial(long decided, long differed, long errors) {
    return new LiveTrial(
        1,
        "audit",
        "hash",
        Share.NOTHING,
        true,
        "",
        10,
        decided,
        differed,
        0,
        decided,
        decided,
        BigDecimal.ZERO,
        0,
        errors,
        0,
        "author",
        Instant.EPOCH,
        null);
  }
}
