package dev.ordo.fulfilment;

import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.catalog.Shops;
import dev.ordo.fulfilment.facts.PlanningLine;
import dev.ordo.fulfilment.facts.PlanningOrder;
import dev.ordo.fulfilment.facts.PlanningVerdict;
import dev.ordo.journey.Stages;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.order.Supply;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Redeciding;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.IllegalMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Stage {@code plan-due}: merge groups whose window is over become consignments. */
@Service
public class Planning {
  private final MergeGroups groups;
  private final Orders orders;
  private final Consignments consignments;
  private final ConsignmentWrites writes;
  private final Rules rules;
  private final Catalog catalog;
  private final Shops shops;
  private final BusinessClock clock;
  private final Stages stages;

  Planning(
      MergeGroups groups,
      Orders orders,
      Consignments consignments,
      ConsignmentWrites writes,
      Rules rules,
      Catalog catalog,
      Shops shops,
      BusinessClock clock,
      Stages stages) {
    this.groups = groups;
    this.orders = orders;
    this.consignments = consignments;
    this.writes = writes;
    this.rules = rules;
    this.catalog = catalog;
    this.shops = shops;
    this.clock = clock;
    this.stages = stages;
  }

  private record GroupPlan(Decision decision, List<Order> orders, List<PlannedConsignment> plan) {}

  /**
   * Plans every claimed group; runs in the claim's transaction.
   *
   * @param groupIds due merge groups, rows locked
   */
  public void plan(List<Long> groupIds) {
    List<GroupPlan> plans = decide(ordersByGroup(groupIds));
    List<PlannedConsignment> all = plans.stream().flatMap(p -> p.plan().stream()).toList();
    markPlanned(plans);
    List<Long> ids = writes.create(all);
    record(plans, ids);
    groups.close(groupIds);
    stages.wake("allocate");
  }

  /**
   * What the active rules say today about planned orders nobody has walked for, each together with
   * what its buyer would get with it; writes nothing.
   */
  public List<Redeciding.Again> again(Collection<Long> orderIds) {
    List<Order> asked =
        orders.load(orderIds).stream().filter(o -> o.status() == OrderStatus.PLANNED).toList();
    List<Order> open =
        untouched(
            orders.releasedOrPlanned(
                asked.stream().map(o -> new Orders.Buyer(o.mergeScope(), o.buyerKey())).toList()));
    Map<MergeGroups.Key, List<Order>> groupsByKey =
        open.stream().collect(Collectors.groupingBy(Planning::keyOf));
    Map<String, Product> products = products(open);
    Instant now = clock.now();
    return rules.together(
        () ->
            groupsByKey.values().stream()
                .flatMap(group -> again(group, orderIds, products, now))
                .toList());
  }

  private Stream<Redeciding.Again> again(
      List<Order> group, Collection<Long> asked, Map<String, Product> products, Instant now) {
    Decision decision =
        rules.decide("planning", now, facts(group, products, l -> l.supply() != Supply.WAITING));
    return group.stream()
        .filter(o -> o.status() == OrderStatus.PLANNED && asked.contains(o.id()))
        .map(o -> new Redeciding.Again(o.id(), decision));
  }

  private List<Order> untouched(List<Order> all) {
    Set<Long> touched =
        consignments.ofOrders(all.stream().map(Order::id).toList()).stream()
            .filter(c -> c.status().isFrozen())
            .flatMap(c -> c.orderIds().stream())
            .collect(Collectors.toSet());
    return all.stream().filter(o -> !touched.contains(o.id())).toList();
  }

  private List<List<Order>> ordersByGroup(List<Long> groupIds) {
    List<MergeGroups.Group> due = groups.load(groupIds);
    Map<MergeGroups.Key, List<Order>> byKey = new HashMap<>();
    orders
        .readyToPlan(
            due.stream()
                .map(g -> new Orders.Buyer(g.key().mergeScope(), g.key().buyerKey()))
                .toList())
        .forEach(o -> byKey.computeIfAbsent(keyOf(o), k -> new ArrayList<>()).add(o));
    return due.stream().map(g -> byKey.getOrDefault(g.key(), List.of())).toList();
  }

  static MergeGroups.Key keyOf(Order order) {
    return new MergeGroups.Key(order.mergeScope(), order.buyerKey(), order.receiver().key());
  }

  private List<GroupPlan> decide(List<List<Order>> groupsOfOrders) {
    Map<String, Product> products =
        products(groupsOfOrders.stream().flatMap(List::stream).toList());
    Instant now = clock.now();
    List<List<Order>> filled = groupsOfOrders.stream().filter(g -> !g.isEmpty()).toList();
    return rules.together(
        () -> filled.stream().map(group -> decide(group, products, now)).toList());
  }

  private GroupPlan decide(List<Order> group, Map<String, Product> products, Instant now) {
    List<Object> facts = facts(group, products, l -> l.supply() == Supply.LOCKED);
    Order first = group.getFirst();
    Decision decision = rules.decide("planning", now, facts, new Routing(first.shop(), first.id()));
    return new GroupPlan(decision, group, MergePlan.of(group, decision.all(PlanningVerdict.class)));
  }

  private List<Object> facts(
      List<Order> group, Map<String, Product> products, Predicate<OrderLine> which) {
    List<Object> facts = new ArrayList<>();
    for (Order order : group) {
      boolean merges = !shops.shop(order.shop()).mergeWindow().isZero();
      facts.add(new PlanningOrder(order.id(), order.shop(), order.cod(), merges));
      order.lines().stream()
          .filter(l -> l.openQty() > 0 && which.test(l))
          .map(l -> fact(l, products))
          .forEach(facts::add);
    }
    return facts;
  }

  private Map<String, Product> products(List<Order> all) {
    return catalog.products(
        all.stream().flatMap(o -> o.lines().stream()).map(OrderLine::sku).distinct().toList());
  }

  private static Stream<OrderLine> openLines(Order order) {
    return order.lines().stream().filter(l -> l.supply() == Supply.LOCKED && l.openQty() > 0);
  }

  private static PlanningLine fact(OrderLine line, Map<String, Product> products) {
    Product product = products.get(line.sku());
    return new PlanningLine(
        line.id(),
        line.orderId(),
        line.sku(),
        line.warehouse(),
        line.presale(),
        product == null ? "NORMAL" : product.goodsClass().name(),
        line.openQty(),
        product == null ? 0 : product.weightG());
  }

  private void markPlanned(List<GroupPlan> plans) {
    List<Order> planned = plans.stream().flatMap(p -> p.orders().stream()).toList();
    List<Long> released =
        planned.stream().filter(o -> o.status() == OrderStatus.RELEASED).map(Order::id).toList();
    if (orders.move(released, OrderStatus.PLANNED, "system", null, "").size() < released.size()) {
      throw new IllegalMove("An order of (%s) left RELEASED while planned.".formatted(released));
    }
    Map<Long, Orders.LineSupply> supply = new HashMap<>();
    planned.stream()
        .flatMap(Planning::openLines)
        .forEach(l -> supply.put(l.id(), new Orders.LineSupply(Supply.PLANNED, l.warehouse())));
    orders.supply(supply);
  }

  private void record(List<GroupPlan> plans, List<Long> consignmentIds) {
    List<Recorded> recorded = new ArrayList<>();
    int next = 0;
    for (GroupPlan plan : plans) {
      List<Subject> subjects = new ArrayList<>();
      plan.orders().forEach(o -> subjects.add(new Subject("ORDER", o.id())));
      for (PlannedConsignment ignored : plan.plan()) {
        subjects.add(new Subject("CONSIGNMENT", consignmentIds.get(next++)));
      }
      recorded.add(new Recorded(plan.decision(), subjects));
    }
    rules.record(recorded);
  }
}
