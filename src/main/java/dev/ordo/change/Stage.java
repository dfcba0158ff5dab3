package dev.ordo.change;

import dev.ordo.order.OrderStatus;

/** How far the goods of an order have come: the rows of the change table. */
enum Stage {
  UNPAID,
  IN_REVIEW,
  /** Released or planned, nobody has walked for it yet. */
  BEFORE_WAVE,
  IN_WAREHOUSE,
  SHIPPED,
  CLOSED;

  static Stage of(OrderStatus status, boolean untouched) {
    return switch (status) {
      case AWAITING_PAYMENT, BALANCE_DUE -> UNPAID;
      case RECEIVED -> IN_REVIEW;
      case RELEASED, PLANNED -> untouched ? BEFORE_WAVE : IN_WAREHOUSE;
      case PARTIALLY_SHIPPED, SHIPPED, DELIVERED -> SHIPPED;
      case COMPLETED, CANCELLED -> CLOSED;
    };
  }
}
