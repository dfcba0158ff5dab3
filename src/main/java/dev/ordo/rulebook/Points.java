package dev.ordo.rulebook;

import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How decisions of each point are read; points without an owner read as the codes said. */
@Component
class Points {
  private final Map<String, DecisionPoint> byPoint;

  @Autowired
  Points(ObjectProvider<DecisionPoint> points) {
    this(points.stream().toList());
  }

  Points(List<DecisionPoint> points) {
    byPoint = points.stream().collect(Collectors.toMap(DecisionPoint::point, Function.identity()));
  }

  DecisionPoint of(String point) {
    DecisionPoint found = byPoint.get(point);
    return found == null ? new Codes(point) : found;
  }

  private record Codes(String point) implements DecisionPoint {
    @Override
    public Outcome outcome(List<?> facts, List<Verdict> verdicts) {
      TreeSet<String> codes =
          verdicts.stream().map(Verdict::code).collect(Collectors.toCollection(TreeSet::new));
      return new Outcome(codes.isEmpty() ? "NONE" : String.join(" ", codes), true);
    }

    @Override
    public Stake stake(List<?> facts) {
      return Stake.UNKNOWN;
    }
  }
}
