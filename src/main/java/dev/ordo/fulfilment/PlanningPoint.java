package dev.ordo.fulfilment;

import dev.ordo.fulfilment.facts.PlanningOrder;
import dev.ordo.fulfilment.facts.ShipAlone;
import dev.ordo.fulfilment.facts.SplitOff;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Verdict;
import dev.ordo.shared.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  public String outcome(List<?> facts, List<Verdict> verdicts) {
    String apart =
        verdicts.stream()
            .map(PlanningPoint::said)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" "));
    return apart.isEmpty() ? "TOGETHER" : apart;
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

  @Override
  public List<Ruling> rulings(List<?> facts, List<Firing> firings) {
    Map<Long, String> kinds = new HashMap<>();
    firings.forEach(
        f -> {
          if (f.verdict() instanceof SplitOff split) {
            kinds.merge(split.lineId(), split.code(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
          }
        });
    List<Ruling> rulings = new ArrayList<>();
    for (Firing firing : firings) {
      List<String> rules = List.of(firing.rule());
      if (firing.verdict() instanceof ShipAlone alone) {
        rulings.add(new Ruling(Ids.text(alone.orderId()), true, "SHIPS_ALONE", Map.of(), rules));
      } else if (firing.verdict() instanceof SplitOff split) {
        boolean won = split.code().equals(kinds.get(split.lineId()));
        rulings.add(
            new Ruling(
                Ids.text(split.lineId()),
                won,
                won ? "SPLIT_OFF" : "LATER_IN_ALPHABET",
                Map.of("kind", split.code()),
                rules));
      }
    }
    rulings.sort(Comparator.comparing(Ruling::won).reversed());
    return rulings;
  }

  private static String said(Verdict verdict) {
    return switch (verdict) {
      case ShipAlone alone -> "ALONE=" + alone.code();
      case SplitOff split -> "APART=" + split.code();
      default -> verdict.code();
    };
  }
}
