package dev.ordo.audit;

import dev.ordo.audit.facts.AuditOrder;
import dev.ordo.audit.facts.Hold;
import dev.ordo.audit.facts.SetField;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Verdict;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a review: HOLD with its reasons, or PASS with what was marked and set on the way. */
record ReviewPoint(String point) implements DecisionPoint {
  @Override
  public Outcome outcome(List<?> facts, List<Verdict> verdicts) {
    boolean held = verdicts.stream().anyMatch(Hold.class::isInstance);
    String said =
        verdicts.stream()
            .filter(v -> !held || v instanceof Hold)
            .map(ReviewPoint::said)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" "));
    return new Outcome(((held ? "HOLD " : "PASS ") + said).strip(), !held);
  }

  @Override
  public Stake stake(List<?> facts) {
    for (Object fact : facts) {
      if (fact instanceof AuditOrder order) {
        return new Stake(order.shop(), order.total());
      }
    }
    return Stake.UNKNOWN;
  }

  private static String said(Verdict verdict) {
    return verdict instanceof SetField set ? set.code() + "=" + set.value() : verdict.code();
  }
}
