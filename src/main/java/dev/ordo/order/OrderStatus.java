package dev.ordo.order;

import dev.ordo.shared.Moves;

/** Where an order stands on its way from arrival to money. */
public enum OrderStatus {
  /** Placed, nothing paid; nothing is done for it yet. */
  AWAITING_PAYMENT,
  /** Deposit paid, balance open. */
  BALANCE_DUE,
  /** Paid and waiting for review, or held by an open hold. */
  RECEIVED,
  /** Review let it pass and its units are locked. */
  RELEASED,
  /** Its lines are on consignments. */
  PLANNED,
  PARTIALLY_SHIPPED,
  SHIPPED,
  DELIVERED,
  COMPLETED,
  CANCELLED;

  /** The one table of legal moves. */
  public static final Moves<OrderStatus> MOVES =
      Moves.of(OrderStatus.class)
          .allow(AWAITING_PAYMENT, BALANCE_DUE, RECEIVED, CANCELLED)
          .allow(BALANCE_DUE, RECEIVED, CANCELLED)
          .allow(RECEIVED, RELEASED, CANCELLED)
          .allow(RELEASED, RECEIVED, PLANNED, DELIVERED, CANCELLED)
          .allow(PLANNED, RELEASED, RECEIVED, PARTIALLY_SHIPPED, SHIPPED, CANCELLED)
          .allow(PARTIALLY_SHIPPED, SHIPPED, DELIVERED)
          .allow(SHIPPED, DELIVERED)
          .allow(DELIVERED, COMPLETED)
          .build();

  /** Whether the goods have not left yet, so that changes are still cheap. */
  public boolean isBeforeShipping() {
    return compareTo(PARTIALLY_SHIPPED) < 0;
  }
}
