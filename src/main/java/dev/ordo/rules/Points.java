package dev.ordo.rules;

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
public class Points {
  private final Map<String, DecisionPoint> byPoint;

  @Autowired
  Points(ObjectProvider<DecisionPoint> points) {
    this(points.stream().toList());
  }

  public Points(List<DecisionPoint> points) {
    byPoint = points.stream().collect(Collectors.toMap(DecisionPoint::point, Function.identity()));
  }

  public DecisionPoint of(String point) {
    DecisionPoint found = byPoint.get(point);
    return found == null ? new Codes(point) : found;
  }

  /** Whether decisions of the point ever stop their subject. */
  public boolean canHold(String point) {
    try {
      return of(point).getClass().getMethod("holds", List.class, List.class).getDeclaringClass()
          != DecisionPoint.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Codes(String point) implements DecisionPoint {
    @Override
    public String outcome(List<?> facts, List<Verdict> verdicts) {
      TreeSet<String> codes =
          verdicts.stream().map(Verdict::code).collect(Collectors.toCollection(TreeSet::new));
      return codes.isEmpty() ? "NONE" : String.join(" ", codes);
    }

    @Override
    public Stake stake(List<?> facts) {
      return Stake.UNKNOWN;
    }
  }
}
