package dev.ordo.channel;

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
  private final BusinessClock clock;

  Updates(Orders orders, BusinessClock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** Changes are rare (a few orders in a hundred), so they are answered one by one. */
  void apply(List<Reading.Fit> fits, Map<NewOrder, Arrival> arrivals) {
    for (Reading.Fit fit : fits) {
      switch (Objects.requireNonNull(arrivals.get(fit.order()))) {
        case Arrival.Changed changed -> change(changed.orderId(), fit);
        case Arrival.Inserted inserted -> {}
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
