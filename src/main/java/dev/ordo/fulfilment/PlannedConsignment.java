package dev.ordo.fulfilment;

import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import java.util.List;

/**
 * What the planner puts together.
 *
 * @param bucket NORMAL or the kind the rules split off
 * @param parts whole open order lines
 */
record PlannedConsignment(String warehouse, String bucket, List<Part> parts) {
  /** The open units of one line. */
  record Part(Order order, OrderLine line) {}

  Order firstOrder() {
    return parts.getFirst().order();
  }
}
