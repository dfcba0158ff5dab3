package dev.ordo.tracking;

import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  public boolean holds(List<?> facts, List<Verdict> verdicts) {
    return !verdicts.isEmpty();
  }

  @Override
  public String outcome(List<?> facts, List<Verdict> verdicts) {
    TreeSet<String> codes =
        verdicts.stream().map(Verdict::code).collect(Collectors.toCollection(TreeSet::new));
    return codes.isEmpty() ? "QUIET" : String.join(" ", codes);
  }

  @Override
  public List<Ruling> rulings(List<?> facts, List<Firing> firings) {
    List<Ruling> rulings = new ArrayList<>();
    Set<String> raised = new HashSet<>();
    for (Firing firing : firings) {
      if (firing.verdict() != null) {
        String code = firing.verdict().code();
        boolean first = raised.add(code);
        String why = first ? "KEPT" : "SAID_BEFORE";
        rulings.add(new Ruling(code, first, why, Map.of(), List.of(firing.rule())));
      }
    }
    rulings.sort(Comparator.comparing(Ruling::won).reversed());
    return rulings;
  }

  @Override
  public Stake stake(List<?> facts) {
    return Stake.UNKNOWN;
  }
}
