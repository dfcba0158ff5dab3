package dev.ordo.rulebook;

import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSetBroken.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the candidate would have done to past decisions stays within the limits of the policy. */
@Component
@Order(30)
class BacktestGate implements Gate {
  private final Backtests backtests;
  private final PolicyRows policies;
  private final TrialSettings settings;

  BacktestGate(Backtests backtests, PolicyRows policies, TrialSettings settings) {
    this.backtests = backtests;
    this.policies = policies;
    this.settings = settings;
  }

  @Override
  public String code() {
    return Gates.BACKTEST;
  }

  @Override
  public Outcome check(Release candidate, DoubleConsumer progress) {
    Backtest run = backtests.run(candidate, Span.newest(settings.decisions()), "gate", progress);
    Comparison result = run.result();
    if (result == null) {
      String what = "the back-test did not end: %s %s".formatted(run.state(), run.fault()).strip();
      return new Outcome(false, what, List.of(fault(run.point(), "run", what)));
    }
    List<Fault> faults = faults(policies.of(run.point()), result);
    return new Outcome(faults.isEmpty(), summary(result), faults);
  }

  private static String summary(Comparison result) {
    return String.format(
        Locale.ROOT,
        "%,d decisions, %,d changed (%.2f %%), straight through %.2f %% → %.2f %%, at stake %,.2f",
        result.decided(),
        result.changed(),
        result.changedRate(),
        result.straightRateBefore(),
        result.straightRateAfter(),
        result.amount());
  }

  static List<Fault> faults(GatePolicy policy, Comparison result) {
    List<Fault> faults = new ArrayList<>();
    if (result.failed() > 0) {
      faults.add(
          fault(
              policy.point(),
              "errors",
              "the candidate failed on %d past decisions.".formatted(result.failed())));
    }
    if (result.straightRateAfter() < policy.leastStraightThrough().doubleValue()) {
      faults.add(
          limit(
              policy.point(),
              "straight through",
              result.straightRateAfter(),
              "at least",
              policy.leastStraightThrough()));
    }
    if (result.changedRate() > policy.mostChanged().doubleValue()) {
      faults.add(
          limit(policy.point(), "changed", result.changedRate(), "at most", policy.mostChanged()));
    }
    return faults;
  }

  static Fault limit(String point, String figure, double is, String side, BigDecimal limit) {
    return fault(
        point,
        figure,
        String.format(
            Locale.ROOT,
            "is %.2f %%; the policy asks for %s %s %%.",
            is,
            side,
            limit.toPlainString()));
  }

  static Fault fault(String point, String place, String what) {
    return new Fault(point, place, what);
  }
}
