package dev.ordo.channel;

import dev.ordo.address.Addresses;
import dev.ordo.change.Change;
import dev.ordo.change.Changes;
import dev.ordo.order.Arrival;
import dev.ordo.order.NewOrder;
import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Turns what a newer version of a known order says differently into payments and late changes. */
@Component
class Updates {
  private final Orders orders;
  private final Changes changes;
  private final Addresses addresses;
  private final BusinessClock clock;

  Updates(Orders orders, Changes changes, Addresses addresses, BusinessClock clock) {
    this.orders = orders;
    this.changes = changes;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** Changes are rare (a few orders in a hundred), so they are answered one by one. */
  void apply(List<Reading.Fit> fits, Map<NewOrder, Arrival> arrivals) {
    for (Reading.Fit fit : fits) {
      switch (Objects.requireNonNull(arrivals.get(fit.order()))) {
        case Arrival.Changed changed -> change(changed.orderId(), fit);
        case Arrival.Inserted inserted -> refunds(inserted.orderId(), fit);
        case Arrival.Known known -> {}
      }
    }
  }

  private void change(long orderId, Reading.Fit fit) {
    NewOrder newer = fit.order();
    if (!orders.takeVersion(newer.shop(), newer.platformNo(), newer.version())) {
      return;
    }
    Order stored = orders.find(orderId).orElseThrow();
    if (stored.status() == OrderStatus.CANCELLED) {
      return;
    }
    payment(stored, newer);
    if (newer.status() == OrderStatus.CANCELLED) {
      changes.request(
          orderId,
          new Change.CancelOrder("v" + newer.version(), "cancelled by the buyer"),
          "system");
      return;
    }
    refunds(orderId, fit);
    receiver(stored, newer);
  }

  /** Each refund is taken once, by the platform's number of it. */
  private void refunds(long orderId, Reading.Fit fit) {
    for (CanonicalOrder.Refund refund : fit.canonical().refunds()) {
      if (refund.status() != CanonicalOrder.RefundStatus.WITHDRAWN) {
        changes.request(
            orderId,
            new Change.RefundUnits(
                refund.refundNo(), refund.lineNo(), units(fit, refund), refund.amount()),
            "system");
      }
    }
  }

  /** The shop counts what it sells, we count the articles in it. */
  private static int units(Reading.Fit fit, CanonicalOrder.Refund refund) {
    List<CanonicalOrder.Line> sold = fit.canonical().lines();
    for (int i = 0; i < sold.size(); i++) {
      if (sold.get(i).lineNo().equals(refund.lineNo())) {
        return refund.qty() * (fit.order().lines().get(i).qty() / sold.get(i).qty());
      }
    }
    return refund.qty();
  }

  private void receiver(Order stored, NewOrder newer) {
    String key = addresses.features(newer.receiver()).receiverKey();
    if (stored.status().isBeforeShipping() && !key.equals(stored.receiver().key())) {
      changes.request(
          stored.id(), new Change.ChangeAddress("v" + newer.version(), newer.receiver()), "system");
    }
  }

  private void payment(Order stored, NewOrder newer) {
    boolean unpaid =
        stored.status() == OrderStatus.AWAITING_PAYMENT
            || stored.status() == OrderStatus.BALANCE_DUE;
    if (unpaid && newer.status() == OrderStatus.RECEIVED) {
      orders.paid(
          stored.id(), Objects.requireNonNullElse(newer.paidAt(), clock.now()), newer.paidAmount());
    }
  }
}
