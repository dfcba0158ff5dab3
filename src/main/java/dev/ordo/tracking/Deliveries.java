package dev.ordo.tracking;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Outbox;
import dev.ordo.journey.Stages;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What follows when parcels move: milestones, delivered consignments, delivered orders. */
@Component("parcelDeliveries")
class Deliveries {
  private final TraceRows rows;
  private final Consignments consignments;
  private final Orders orders;
  private final Milestones milestones;
  private final Outbox outbox;
  private final Stages stages;
  private final BusinessClock clock;

  Deliveries(
      TraceRows rows,
      Consignments consignments,
      Orders orders,
      Milestones milestones,
      Outbox outbox,
      Stages stages,
      BusinessClock clock) {
    this.rows = rows;
    this.consignments = consignments;
    this.orders = orders;
    this.milestones = milestones;
    this.outbox = outbox;
    this.stages = stages;
    this.clock = clock;
  }

  /** Runs in the transaction that stored the scans. */
  void arrived(Map<Long, Trace> before, Collection<Trace> moved) {
    Instant now = clock.now();
    List<Trace> changed = moved.stream().filter(t -> from(before, t) != t.state()).toList();
    milestones.record(
        changed.stream()
            .map(
                t ->
                    Milestone.moved(
                        Milestone.Subject.PARCEL,
                        t.parcelId(),
                        now,
                        from(before, t),
                        t.state(),
                        null))
            .toList());
    List<Trace> delivered =
        changed.stream().filter(t -> t.state() == TraceState.DELIVERED).toList();
    Set<Long> whole = whole(delivered.stream().map(Trace::consignmentId).distinct().toList());
    delivered.forEach(t -> publish(t, whole.contains(t.consignmentId()), now));
    deliver(whole);
    if (!moved.isEmpty()) {
      stages.wake("alert");
    }
  }

  private static TraceState from(Map<Long, Trace> before, Trace moved) {
    Trace known = before.get(moved.parcelId());
    return known == null ? TraceState.NO_TRACE : known.state();
  }

  private void publish(Trace trace, boolean whole, Instant now) {
    outbox.publish(
        ParcelDelivered.TOPIC,
        "consignment:" + trace.consignmentId(),
        "delivered:" + trace.parcelId(),
        new ParcelDelivered(
            trace.parcelId(),
            trace.consignmentId(),
            trace.carrier(),
            trace.waybillNo(),
            trace.stateSince(),
            now,
            whole));
  }

  /** Which of these consignments have arrived with all their parcels. */
  private Set<Long> whole(List<Long> consignmentIds) {
    Set<Long> whole = new TreeSet<>(consignmentIds);
    if (!whole.isEmpty()) {
      rows.ofConsignments(whole).stream()
          .filter(t -> t.state() != TraceState.DELIVERED)
          .forEach(t -> whole.remove(t.consignmentId()));
    }
    return whole;
  }

  private void deliver(Set<Long> whole) {
    if (whole.isEmpty()) {
      return;
    }
    List<Long> moved = consignments.move(whole, ConsignmentStatus.DELIVERED, "system", null, "");
    Set<Long> orderIds = new TreeSet<>();
    consignments.load(moved).forEach(c -> orderIds.addAll(c.orderIds()));
    Set<Long> waiting = new TreeSet<>();
    consignments.ofOrders(orderIds).stream()
        .filter(c -> !isOver(c))
        .forEach(c -> waiting.addAll(c.orderIds()));
    List<Long> complete =
        orders.load(orderIds).stream()
            .filter(o -> isShipped(o) && !waiting.contains(o.id()))
            .map(Order::id)
            .toList();
    orders.move(complete, OrderStatus.DELIVERED, "system", null, "");
  }

  private static boolean isShipped(Order order) {
    return order.status() == OrderStatus.SHIPPED
        && order.lines().stream().mapToInt(OrderLine::openQty).sum() == 0;
  }

  private static boolean isOver(Consignment consignment) {
    return switch (consignment.status()) {
      case DELIVERED, WITHDRAWN, INTERCEPTED, PUT_BACK -> true;
      default -> false;
    };
  }
}
