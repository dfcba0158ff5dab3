package dev.ordo.rulebook;

import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSetBroken.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The candidate has seen enough live decisions beside the active release and differs little. */
@Component
@Order(40)
class ShadowGate implements Gate {
  private final TrialRows trials;
  private final PolicyRows policies;

  ShadowGate(TrialRows trials, PolicyRows policies) {
    this.trials = trials;
    this.policies = policies;
  }

  @Override
  public String code() {
    return "SHADOW";
  }

  @Override
  public boolean isDue(Release candidate) {
    return trials.newest(candidate.set().point(), candidate.hash()).isPresent();
  }

  @Override
  public Outcome check(Release candidate, DoubleConsumer progress) {
    String point = candidate.set().point();
    Optional<LiveTrial> trial = trials.newest(point, candidate.hash());
    if (trial.isEmpty()) {
      return new Outcome(
          false,
          "no shadow yet",
          List.of(BacktestGate.fault(point, "shadow", "begin one and let it see live decisions.")));
    }
    List<Fault> faults = faults(policies.of(point), trial.get());
    return new Outcome(faults.isEmpty(), summary(trial.get()), faults);
  }

  private static String summary(LiveTrial trial) {
    return String.format(
        Locale.ROOT,
        "%,d live decisions, %,d differ (%.2f %%), %,d errors",
        trial.decided(),
        trial.differed(),
        trial.differedRate(),
        trial.errors());
  }

  static List<Fault> faults(GatePolicy policy, LiveTrial trial) {
    List<Fault> faults = new ArrayList<>();
    if (trial.decided() < policy.leastShadowed()) {
      faults.add(
          BacktestGate.fault(
              policy.point(),
              "decisions",
              "are %d; the policy asks for at least %d."
                  .formatted(trial.decided(), policy.leastShadowed())));
    }
    if (trial.differedRate() > policy.mostDifferent().doubleValue()) {
      faults.add(
          BacktestGate.limit(
              policy.point(),
              "differences",
              trial.differedRate(),
              "at most",
              policy.mostDifferent()));
    }
    if (trial.errors() > 0) {
      faults.add(
          BacktestGate.fault(
              policy.point(), "errors", "are %d; mend the rule.".formatted(trial.errors())));
    }
    return faults;
  }
}
