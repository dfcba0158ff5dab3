package dev.ordo.tracking;

import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Verdict;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads a look at a parcel: the alerts it raises, or QUIET. */
@Component
class AlertPoint implements DecisionPoint {
  @Override
  public String point() {
    return Alerts.POINT;
  }

  @Override
  public Outcome outcome(List<?> facts, List<Verdict> verdicts) {
    TreeSet<String> codes =
        verdicts.stream().map(Verdict::code).collect(Collectors.toCollection(TreeSet::new));
    return new Outcome(codes.isEmpty() ? "QUIET" : String.join(" ", codes), codes.isEmpty());
  }

  @Override
  public Stake stake(List<?> facts) {
    return Stake.UNKNOWN;
  }
}
