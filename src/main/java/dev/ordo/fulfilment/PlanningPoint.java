package dev.ordo.fulfilment;

import dev.ordo.fulfilment.facts.PlanningOrder;
import dev.ordo.fulfilment.facts.ShipAlone;
import dev.ordo.fulfilment.facts.SplitOff;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads a plan: what ships alone or apart and why, or TOGETHER. */
@Component
class PlanningPoint implements DecisionPoint {
  @Override
  public String point() {
    return "planning";
  }

  @Override
  public Outcome outcome(List<?> facts, List<Verdict> verdicts) {
    String apart =
        verdicts.stream()
            .map(PlanningPoint::said)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" "));
    return new Outcome(apart.isEmpty() ? "TOGETHER" : apart, true);
  }

  @Override
  public Stake stake(List<?> facts) {
    for (Object fact : facts) {
      if (fact instanceof PlanningOrder order) {
        return new Stake(order.shop(), BigDecimal.ZERO);
      }
    }
    return Stake.UNKNOWN;
  }

  private static String said(Verdict verdict) {
    return switch (verdict) {
      case ShipAlone alone -> "ALONE=" + alone.code();
      case SplitOff split -> "APART=" + split.code();
      default -> verdict.code();
    };
  }
}
