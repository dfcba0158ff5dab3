package dev.ordo.wave;

import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Verdict;
import dev.ordo.wave.facts.ConsignmentToPick;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads a choice of pick method: its code. */
@Component
class PickingPoint implements DecisionPoint {
  @Override
  public String point() {
    return "picking";
  }

  @Override
  public String outcome(List<?> facts, List<Verdict> verdicts) {
    return PickMethods.method(verdicts).name();
  }

  @Override
  public List<Ruling> rulings(List<?> facts, List<Firing> firings) {
    String best =
        PickMethods.method(firings.stream().map(Firing::verdict).filter(Objects::nonNull).toList())
            .name();
    return firings.stream()
        .map(Firing::verdict)
        .filter(Objects::nonNull)
        .map(Verdict::code)
        .distinct()
        .sorted(Comparator.comparing((String code) -> !code.equals(best)))
        .map(
            code ->
                new Ruling(
                    code,
                    code.equals(best),
                    code.equals(best) ? "WON" : "METHOD_BEATEN",
                    Map.of(),
                    Ruling.rules(firings, v -> v.code().equals(code))))
        .toList();
  }

  @Override
  public Stake stake(List<?> facts) {
    return facts.stream()
        .filter(ConsignmentToPick.class::isInstance)
        .map(f -> new Stake(((ConsignmentToPick) f).shop(), BigDecimal.ZERO))
        .findFirst()
        .orElse(Stake.UNKNOWN);
  }
}
