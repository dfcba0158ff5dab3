package dev.ordo.fulfilment;

import dev.ordo.fulfilment.facts.Prefer;
import dev.ordo.fulfilment.facts.SourcingOrder;
import dev.ordo.fulfilment.facts.WarehouseOption;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Verdict;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a choice of warehouse: the order in which warehouses are asked for the goods. */
@Component
class SourcingPoint implements DecisionPoint {
  @Override
  public String point() {
    return "sourcing";
  }

  @Override
  public String outcome(List<?> facts, List<Verdict> verdicts) {
    List<WarehouseOption> options = options(facts);
    List<Prefer> points = preferred(verdicts.stream());
    return String.join(" > ", Sourcing.ranked(options, points));
  }

  @Override
  public List<Ruling> rulings(List<?> facts, List<Firing> firings) {
    List<Prefer> preferred = preferred(firings.stream().map(Firing::verdict));
    Map<String, Integer> points = new HashMap<>();
    preferred.forEach(p -> points.merge(p.warehouse(), p.points(), Integer::sum));
    List<String> ranked = Sourcing.ranked(options(facts), preferred);
    return ranked.stream()
        .map(
            code -> {
              int own = points.getOrDefault(code, 0);
              boolean first = code.equals(ranked.getFirst());
              boolean fewer = own < points.getOrDefault(ranked.getFirst(), 0);
              return new Ruling(
                  code,
                  first,
                  first ? "ASKED_FIRST" : fewer ? "FEWER_POINTS" : "LATER_PRIORITY",
                  Map.of("points", String.valueOf(own)),
                  Ruling.rules(firings, v -> v instanceof Prefer p && p.warehouse().equals(code)));
            })
        .toList();
  }

  private static List<WarehouseOption> options(List<?> facts) {
    return facts.stream()
        .filter(WarehouseOption.class::isInstance)
        .map(WarehouseOption.class::cast)
        .toList();
  }

  private static List<Prefer> preferred(Stream<? extends @Nullable Verdict> verdicts) {
    return verdicts.filter(Prefer.class::isInstance).map(Prefer.class::cast).toList();
  }

  @Override
  public Stake stake(List<?> facts) {
    for (Object fact : facts) {
      if (fact instanceof SourcingOrder order) {
        return new Stake(order.shop(), BigDecimal.ZERO);
      }
    }
    return Stake.UNKNOWN;
  }
}
