package dev.ordo.channel;

import dev.ordo.address.Addresses;
import dev.ordo.address.Receiver;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a newer version of a known order says differently into payments and late changes. */
@Component
class Updates {
  private static final String SYSTEM = "system";

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

  /**
   * Changes are rare (a few orders in a hundred), so they are answered one by one.
   *
   * @param before what was last known of each order, kept up to date
   */
  void apply(List<Reading.Fit> fits, List<Arrival> arrivals, Map<Long, Reading.Fit> before) {
    for (int i = 0; i < fits.size(); i++) {
      Reading.Fit fit = fits.get(i);
      switch (arrivals.get(i)) {
        case Arrival.Changed a -> {
          change(a.orderId(), before.get(a.orderId()), fit);
          before.put(a.orderId(), fit);
        }
        case Arrival.Inserted a -> {
          refunds(a.orderId(), fit);
          shippedElsewhere(a.orderId(), fit);
          before.put(a.orderId(), fit);
        }
        case Arrival.Known a -> {}
        case Arrival.Contradicted a -> {}
      }
    }
  }

  private void change(long orderId, Reading.@Nullable Fit before, Reading.Fit fit) {
    NewOrder newer = fit.order();
    if (!orders.takeVersion(newer)) {
      return;
    }
    Order stored = orders.find(orderId).orElseThrow();
    if (newer.status() == OrderStatus.CANCELLED) {
      cancel(stored, newer);
    } else if (stored.status() == OrderStatus.CANCELLED) {
      revived(stored, before, fit);
    } else if (isUnpaid(stored)) {
      version(stored, before, fit);
      payment(stored, newer);
      refunds(orderId, fit);
      receiver(stored, before, newer);
      shippedElsewhere(orderId, fit);
    } else {
      refunds(orderId, fit);
      version(stored, before, fit);
      receiver(stored, before, newer);
      shippedElsewhere(orderId, fit);
    }
  }

  private void cancel(Order stored, NewOrder newer) {
    if (stored.status() != OrderStatus.CANCELLED) {
      changes.request(
          stored.id(),
          new Change.CancelOrder("v" + newer.version(), "cancelled by the buyer"),
          SYSTEM);
    }
  }

  /** An order that was given up here before it was paid, and is paid now all the same. */
  private void revived(Order stored, Reading.@Nullable Fit before, Reading.Fit fit) {
    if (before != null
        && before.order().paidAmount().signum() == 0
        && fit.order().paidAmount().signum() > 0) {
      ask(stored, fit.order(), "PAID_AMOUNT: " + fit.order().paidAmount().toPlainString());
    }
  }

  private void version(Order stored, Reading.@Nullable Fit before, Reading.Fit fit) {
    if (before == null) {
      if (stored.status().compareTo(OrderStatus.SHIPPED) < 0) {
        ask(stored, fit.order(), "PREDECESSOR_FORGOTTEN");
      }
      return;
    }
    Differences differences = Differences.between(before, fit);
    if (!differences.isEmpty()) {
      changes.request(
          stored.id(),
          new Change.NewVersion(
              key(fit.order()), fit.order(), differences.text(), differences.goods(), true),
          SYSTEM);
    }
  }

  private void ask(Order stored, NewOrder newer, String said) {
    changes.request(
        stored.id(), new Change.NewVersion(key(newer), newer, said, true, false), SYSTEM);
  }

  private static String key(NewOrder newer) {
    return "v" + newer.version() + ":version";
  }

  /** Each refund is taken once, by the platform's number of it. */
  private void refunds(long orderId, Reading.Fit fit) {
    for (CanonicalOrder.Refund refund : fit.canonical().refunds()) {
      if (refund.status() != CanonicalOrder.RefundStatus.WITHDRAWN) {
        changes.request(
            orderId,
            new Change.RefundUnits(
                refund.refundNo(), refund.lineNo(), units(fit, refund), refund.amount()),
            SYSTEM);
      } else if (changes.knowsRefund(orderId, refund.refundNo())) {
        changes.request(
            orderId,
            new Change.WithdrawRefund(refund.refundNo() + ":withdrawn", refund.refundNo()),
            SYSTEM);
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

  /** What a clerk changed here stays, unless the shop itself now says another receiver. */
  private void receiver(Order stored, Reading.@Nullable Fit before, NewOrder newer) {
    String key = key(newer.receiver());
    boolean said = before == null || !key.equals(key(before.order().receiver()));
    if (said
        && stored.status().compareTo(OrderStatus.SHIPPED) < 0
        && !key.equals(stored.receiver().key())) {
      changes.request(
          stored.id(), new Change.ChangeAddress("v" + newer.version(), newer.receiver()), SYSTEM);
    }
  }

  private String key(Receiver receiver) {
    return addresses.features(receiver).receiverKey();
  }

  /** Goods the shop calls shipped before they left from here are never sent a second time. */
  private void shippedElsewhere(long orderId, Reading.Fit fit) {
    CanonicalOrder.Status status = fit.canonical().status();
    if (status.isShipped() && !fit.canonical().deliveryMethod().equals("counter")) {
      OrderStatus now = orders.find(orderId).orElseThrow().status();
      if (now.isBeforeShipping()) {
        changes.request(
            orderId, new Change.ShippedElsewhere("shipped-elsewhere", status.name()), SYSTEM);
      }
    }
  }

  private static boolean isUnpaid(Order stored) {
    return stored.status() == OrderStatus.AWAITING_PAYMENT
        || stored.status() == OrderStatus.BALANCE_DUE;
  }

  private void payment(Order stored, NewOrder newer) {
    if (newer.status() == OrderStatus.RECEIVED) {
      orders.paid(
          stored.id(), Objects.requireNonNullElse(newer.paidAt(), clock.now()), newer.paidAmount());
    } else if (newer.status() == OrderStatus.BALANCE_DUE) {
      orders.move(List.of(stored.id()), OrderStatus.BALANCE_DUE, SYSTEM, null, "deposit paid");
    }
  }
}
