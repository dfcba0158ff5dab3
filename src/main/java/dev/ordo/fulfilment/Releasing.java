package dev.ordo.fulfilment;

import dev.ordo.audit.Reviewed;
import dev.ordo.catalog.Shops;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockSnapshot;
import dev.ordo.journey.Stages;
import dev.ordo.order.Hold;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.order.Supply;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Redeciding;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.shared.BusinessClock;
import dev.ordo.site.Sites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Second half of stage {@code order-review}, in the same transaction: what review let pass gets its
 * units locked and is released, or waits with a shortage hold.
 */
@Service
public class Releasing {
  private final Orders orders;
  private final Stock stock;
  private final Sites sites;
  private final Shops shops;
  private final Rules rules;
  private final MergeGroups groups;
  private final BusinessClock clock;
  private final Stages stages;

  Releasing(
      Orders orders,
      Stock stock,
      Sites sites,
      Shops shops,
      Rules rules,
      MergeGroups groups,
      BusinessClock clock,
      Stages stages) {
    this.orders = orders;
    this.stock = stock;
    this.sites = sites;
    this.shops = shops;
    this.rules = rules;
    this.groups = groups;
    this.clock = clock;
    this.stages = stages;
  }

  /** Locks by promised time, so that in a shortage the most urgent order wins. */
  public void secure(Reviewed reviewed) {
    List<Reviewed.Passed> passed =
        reviewed.passed().stream()
            .sorted(
                Comparator.comparing((Reviewed.Passed p) -> p.order().promisedAt())
                    .thenComparing(p -> p.order().id()))
            .toList();
    releaseCounterSales(passed.stream().filter(p -> p.order().isCounterSale()).toList());
    secureStock(passed.stream().filter(p -> !p.order().isCounterSale()).toList());
  }

  /** Which warehouses the active rules prefer today for orders not on the floor; writes nothing. */
  public List<Redeciding.Again> again(Collection<Long> orderIds) {
    List<Order> open = orders.load(orderIds).stream().filter(o -> !o.isCounterSale()).toList();
    StockSnapshot free =
        StockSnapshot.of(
            stock.figures(
                open.stream()
                    .flatMap(o -> o.lines().stream())
                    .map(OrderLine::sku)
                    .distinct()
                    .toList()));
    Sourcing sourcing = new Sourcing(rules, clock.now(), sites.warehouses(), free);
    return rules.together(
        () -> open.stream().map(o -> new Redeciding.Again(o.id(), sourcing.preview(o))).toList());
  }

  private void secureStock(List<Reviewed.Passed> passed) {
    if (passed.isEmpty()) {
      return;
    }
    Instant now = clock.now();
    Sourcing sourcing =
        new Sourcing(rules, now, sites.warehouses(), stock.snapshotForUpdate(skus(passed)));
    Map<Reviewed.Passed, Sourcing.Secured> secured = new LinkedHashMap<>();
    List<Orders.NewHold> shortages = new ArrayList<>();
    List<Recorded> decisions = new ArrayList<>();
    List<Sourcing.Outcome> outcomes =
        rules.together(() -> passed.stream().map(p -> sourcing.secure(p.order())).toList());
    for (int i = 0; i < passed.size(); i++) {
      Reviewed.Passed p = passed.get(i);
      Sourcing.Outcome outcome = outcomes.get(i);
      decisions.add(
          new Recorded(outcome.decision(), List.of(new Subject("ORDER", p.order().id()))));
      switch (outcome) {
        case Sourcing.Secured s -> secured.put(p, s);
        case Sourcing.Short s -> shortages.add(shortage(p.order(), s));
      }
    }
    stock.lock(secured.values().stream().flatMap(s -> s.locks().stream()).toList());
    orders.release(
        secured.entrySet().stream().map(e -> release(e.getKey(), e.getValue().lines())).toList());
    orders.hold(shortages);
    rules.record(decisions);
    groups.open(secured.keySet().stream().map(p -> due(p.order(), now)).toList());
    stages.wake("plan-due");
  }

  private static Orders.Release release(Reviewed.Passed p, Map<Long, Orders.LineSupply> lines) {
    return new Orders.Release(
        p.order().id(),
        p.decisionId(),
        lines,
        p.appointedCarrier(),
        p.excludedCarriers(),
        p.invoiceWanted(),
        p.tags());
  }

  private static Orders.NewHold shortage(Order order, Sourcing.Short s) {
    return new Orders.NewHold(
        order.id(), Hold.SHORTAGE, "PURCHASER", s.missing(), "", s.decision().id());
  }

  private MergeGroups.Due due(Order order, Instant now) {
    return new MergeGroups.Due(
        Planning.keyOf(order), now.plus(shops.shop(order.shop()).mergeWindow()));
  }

  /** Goods carried home from the counter: nothing to lock or ship, delivered by definition. */
  private void releaseCounterSales(List<Reviewed.Passed> passed) {
    if (passed.isEmpty()) {
      return;
    }
    orders.release(passed.stream().map(p -> release(p, handedOver(p.order()))).toList());
    orders.move(
        passed.stream().map(p -> p.order().id()).toList(),
        OrderStatus.DELIVERED,
        "system",
        null,
        "handed over at the counter");
  }

  private static Map<Long, Orders.LineSupply> handedOver(Order order) {
    Map<Long, Orders.LineSupply> lines = new LinkedHashMap<>();
    order.lines().forEach(l -> lines.put(l.id(), new Orders.LineSupply(Supply.PLANNED, "")));
    return lines;
  }

  private static List<String> skus(List<Reviewed.Passed> passed) {
    return passed.stream()
        .flatMap(p -> p.order().lines().stream())
        .map(OrderLine::sku)
        .distinct()
        .toList();
  }
}
