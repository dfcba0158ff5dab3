package dev.ordo.fulfilment;

import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Handover;
import dev.ordo.inventory.Place;
import dev.ordo.inventory.Stock;
import dev.ordo.journey.Stages;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.order.Supply;
import dev.ordo.shared.BusinessClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Un-merge and un-split: consignments nobody has touched yet are withdrawn and their lines, still
 * locked, go back to their orders to be planned anew.
 */
@Service
public class Replanning {
  private static final String UNALLOCATE =
      "UPDATE allocation SET live = FALSE WHERE consignment_id = ? AND live";
  private static final String REPRICE_PART = "UPDATE allocation SET amount = ? WHERE id = ?";
  private static final String REPRICE_WHOLE =
      """
      UPDATE consignment
         SET goods_amount = goods_amount - ?,
             cod_amount = CASE WHEN cod_amount = 0 THEN cod_amount ELSE cod_amount - ? END
       WHERE id = ?\
      """;
  private static final String FORGET_PLACES =
      "DELETE FROM consignment_place WHERE consignment_id = ?";

  private final JdbcTemplate jdbc;
  private final Consignments consignments;
  private final Orders orders;
  private final Stock stock;
  private final MergeGroups groups;
  private final BusinessClock clock;
  private final Stages stages;

  Replanning(
      JdbcTemplate jdbc,
      Consignments consignments,
      Orders orders,
      Stock stock,
      MergeGroups groups,
      BusinessClock clock,
      Stages stages) {
    this.jdbc = jdbc;
    this.consignments = consignments;
    this.orders = orders;
    this.stock = stock;
    this.groups = groups;
    this.clock = clock;
    this.stages = stages;
  }

  /** Whether every consignment of the order is still untouched, so that it may be withdrawn. */
  public boolean isUntouched(long orderId) {
    return consignments.ofOrder(orderId).stream().noneMatch(c -> c.status().isFrozen());
  }

  /**
   * Withdraws the untouched consignments of an order. Afterwards its lines are locked and open
   * again; other orders that shared a consignment with it are due for planning at once.
   *
   * @param why code of the reason, for the milestones
   * @return ids of the withdrawn consignments
   */
  public List<Long> withdraw(long orderId, String actor, String why) {
    List<Long> untouched =
        consignments.ofOrder(orderId).stream()
            .filter(c -> ConsignmentStatus.MOVES.allowed(c.status(), ConsignmentStatus.WITHDRAWN))
            .map(Consignment::id)
            .toList();
    List<Consignment> withdrawn =
        consignments.load(
            consignments.move(untouched, ConsignmentStatus.WITHDRAWN, actor, null, why));
    giveBack(withdrawn);
    List<Order> affected =
        orders.load(withdrawn.stream().flatMap(c -> c.orderIds().stream()).distinct().toList());
    orders.move(
        affected.stream().filter(o -> isUntouched(o.id())).map(Order::id).toList(),
        OrderStatus.RELEASED,
        actor,
        null,
        why);
    planAgain(affected.stream().filter(o -> o.id() != orderId).toList());
    return withdrawn.stream().map(Consignment::id).toList();
  }

  /** Lets the consignments that are still here carry what the buyer pays now. */
  public void reprice(long orderId) {
    Order order = orders.load(List.of(orderId)).getFirst();
    Map<Long, OrderLine> lines =
        order.lines().stream().collect(Collectors.toMap(OrderLine::id, l -> l));
    List<Object[]> parts = new ArrayList<>();
    List<Object[]> wholes = new ArrayList<>();
    for (Consignment consignment : consignments.ofOrder(orderId)) {
      if (consignment.status().isHere()) {
        for (Consignment.Line part : consignment.lines()) {
          OrderLine line = lines.get(part.orderLineId());
          if (line != null) {
            BigDecimal now = ConsignmentWrites.openAmount(line, order.currency());
            BigDecimal less = part.amount().subtract(now);
            parts.add(new Object[] {now, part.id()});
            wholes.add(new Object[] {less, less, consignment.id()});
          }
        }
      }
    }
    jdbc.batchUpdate(REPRICE_PART, parts);
    jdbc.batchUpdate(REPRICE_WHOLE, wholes);
  }

  /** Lets the orders be planned at once. */
  public void planAgain(Collection<Order> toPlan) {
    groups.open(
        toPlan.stream().map(o -> new MergeGroups.Due(Planning.keyOf(o), clock.now())).toList());
    stages.wake("plan-due");
  }

  /** Locks go back to the order lines and places are free again. */
  void giveBack(List<Consignment> withdrawn) {
    List<Handover> locks = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    Map<Long, Orders.LineSupply> supply = new HashMap<>();
    for (Consignment consignment : withdrawn) {
      for (Consignment.Line line : consignment.lines()) {
        locks.add(
            new Handover(
                Demand.consignmentLine(line.id()),
                Demand.orderLine(line.orderLineId()),
                line.qty()));
        supply.put(
            line.orderLineId(), new Orders.LineSupply(Supply.LOCKED, consignment.warehouse()));
        line.places()
            .forEach(
                p ->
                    places.add(
                        new Place(
                            consignment.warehouse(),
                            p.location(),
                            line.sku(),
                            p.batch(),
                            p.qty())));
      }
    }
    List<Object[]> keys = withdrawn.stream().map(c -> new Object[] {c.id()}).toList();
    stock.freePlaces(places);
    stock.handOver(locks);
    jdbc.batchUpdate(FORGET_PLACES, keys);
    jdbc.batchUpdate(UNALLOCATE, keys);
    orders.supply(supply);
  }
}
