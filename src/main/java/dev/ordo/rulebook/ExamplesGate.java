package dev.ordo.rulebook;

import dev.ordo.rules.Examples;
import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.RuleSetBroken.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The examples beside the rules come out, and every rule occurs in one. */
@Component
@Order(10)
class ExamplesGate implements Gate {
  static final String CODE = "EXAMPLES";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public Outcome check(Release candidate, DoubleConsumer progress) {
    try {
      return judge(candidate, Examples.of(candidate), progress);
    } catch (RuleSetBroken e) {
      return new Outcome(false, "an example cannot be read", e.faults());
    }
  }

  private static Outcome judge(
      Release candidate, List<Examples.Example> examples, DoubleConsumer progress) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      faults.addAll(Examples.faults(candidate, examples.get(i)));
      progress.accept((i + 1.0) / examples.size());
    }
    int wrong = faults.size();
    List<String> without = Examples.withoutExample(candidate);
    without.forEach(rule -> faults.add(missing(candidate, rule)));
    return new Outcome(
        faults.isEmpty(),
        "%d examples, %d do not come out, %d rules have none"
            .formatted(examples.size(), wrong, without.size()),
        faults);
  }

  private static Fault missing(Release candidate, String rule) {
    return new Fault(
        candidate.set().point() + "/" + candidate.rules().get(rule),
        rule,
        "no example fires it; add one under examples/.");
  }
}
