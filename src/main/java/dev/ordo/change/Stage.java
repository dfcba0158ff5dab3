package dev.ordo.change;

import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;

/** How far the goods of an order have come: the rows of the change table. */
enum Stage {
  UNPAID,
  IN_REVIEW,
  /** Released or planned, nobody has walked for it yet. */
  BEFORE_WAVE,
  IN_WAREHOUSE,
  SHIPPED,
  /** Carried home from the counter: what comes back is handed over there. */
  COUNTER,
  CLOSED;

  static Stage of(Order order, boolean untouched) {
    if (order.isCounterSale() && order.status() == OrderStatus.DELIVERED) {
      return COUNTER;
    }
    return switch (order.status()) {
      case AWAITING_PAYMENT, BALANCE_DUE -> UNPAID;
      case RECEIVED -> IN_REVIEW;
      case RELEASED, PLANNED -> untouched ? BEFORE_WAVE : IN_WAREHOUSE;
      case PARTIALLY_SHIPPED, SHIPPED, DELIVERED -> SHIPPED;
      case COMPLETED, CANCELLED -> CLOSED;
    };
  }
}
