package dev.ordo.wave;

import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Verdict;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a choice of pick method: its code. */
@Component
class PickingPoint implements DecisionPoint {
  @Override
  public String point() {
    return "picking";
  }

  @Override
  public Outcome outcome(List<?> facts, List<Verdict> verdicts) {
    return new Outcome(PickMethods.method(verdicts).name(), true);
  }

  @Override
  public Stake stake(List<?> facts) {
    return Stake.UNKNOWN;
  }
}
