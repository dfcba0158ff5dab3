package dev.ordo.change;

import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;

/** How far the goods of an order have come: the rows of the change table. */
enum Stage {
  UNPAID,
  IN_REVIEW,
  /** Released or planned, nobody has walked for it yet. */
  BEFORE_WAVE,
  /** Waved, picked or packed; the carrier does not have it yet. */
  IN_WAREHOUSE,
  /** Some of it is with the carrier, some still here. */
  PARTLY_SHIPPED,
  SHIPPED,
  DELIVERED,
  /** Carried home from the counter: what comes back is handed over there. */
  COUNTER,
  CLOSED;

  static Stage of(Order order, boolean onFloor) {
    if (order.isCounterSale() && order.status() == OrderStatus.DELIVERED) {
      return COUNTER;
    }
    return switch (order.status()) {
      case AWAITING_PAYMENT, BALANCE_DUE -> UNPAID;
      case RECEIVED -> IN_REVIEW;
      case RELEASED, PLANNED -> onFloor ? IN_WAREHOUSE : BEFORE_WAVE;
      case PARTIALLY_SHIPPED -> PARTLY_SHIPPED;
      case SHIPPED -> SHIPPED;
      case DELIVERED -> DELIVERED;
      case COMPLETED, CANCELLED -> CLOSED;
    };
  }
}
