package dev.ordo.fulfilment;

import dev.ordo.fulfilment.facts.PlanningVerdict;
import dev.ordo.fulfilment.facts.ShipAlone;
import dev.ordo.fulfilment.facts.SplitOff;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Supply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one pure function behind merge and split: open, locked order lines of one buyer and receiver
 * and the rules' verdicts in, consignments out. Consignments that exist already are untouched: only
 * lines that belong to none are planned.
 */
final class MergePlan {
  private record Pile(String warehouse, String bucket, long aloneOrder) {}

  private final Set<Long> alone = new HashSet<>();
  private final Map<Long, String> buckets = new HashMap<>();

  private MergePlan(Collection<PlanningVerdict> verdicts) {
    for (PlanningVerdict verdict : verdicts) {
      switch (verdict) {
        case ShipAlone v -> alone.add(v.orderId());
        case SplitOff v -> buckets.merge(v.lineId(), v.code(), MergePlan::stricter);
      }
    }
  }

  static List<PlannedConsignment> of(
      Collection<Order> orders, Collection<PlanningVerdict> verdicts) {
    return new MergePlan(verdicts).plan(orders);
  }

  private List<PlannedConsignment> plan(Collection<Order> orders) {
    Map<Pile, List<PlannedConsignment.Part>> piles = new LinkedHashMap<>();
    for (Order order : orders) {
      for (OrderLine line : order.lines()) {
        if (line.supply() == Supply.LOCKED && line.openQty() > 0) {
          piles
              .computeIfAbsent(pileOf(order, line), p -> new ArrayList<>())
              .add(new PlannedConsignment.Part(order, line));
        }
      }
    }
    return piles.entrySet().stream()
        .map(e -> new PlannedConsignment(e.getKey().warehouse, e.getKey().bucket, e.getValue()))
        .toList();
  }

  private Pile pileOf(Order order, OrderLine line) {
    return new Pile(
        line.warehouse(),
        buckets.getOrDefault(line.id(), "NORMAL"),
        alone.contains(order.id()) ? order.id() : 0);
  }

  /** Two kinds on one line: the alphabet decides, so that every run decides alike. */
  private static String stricter(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
