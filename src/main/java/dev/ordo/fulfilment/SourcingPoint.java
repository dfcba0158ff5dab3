package dev.ordo.fulfilment;

import dev.ordo.fulfilment.facts.Prefer;
import dev.ordo.fulfilment.facts.SourcingOrder;
import dev.ordo.fulfilment.facts.WarehouseOption;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a choice of warehouse: the order in which warehouses are asked for the goods. */
@Component
class SourcingPoint implements DecisionPoint {
  @Override
  public String point() {
    return "sourcing";
  }

  @Override
  public Outcome outcome(List<?> facts, List<Verdict> verdicts) {
    List<WarehouseOption> options =
        facts.stream()
            .filter(WarehouseOption.class::isInstance)
            .map(WarehouseOption.class::cast)
            .toList();
    List<Prefer> points =
        verdicts.stream().filter(Prefer.class::isInstance).map(Prefer.class::cast).toList();
    return new Outcome(String.join(" > ", Sourcing.ranked(options, points)), true);
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
