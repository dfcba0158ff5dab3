package dev.ordo.fulfilment.facts;

/**
 * An order that waits with others of its buyer for the merge window to close.
 *
 * @param orderId id of the order
 * @param shop shop code
 * @param cod cash on delivery
 * @param mergeAllowed whether the shop's policy lets its orders ship with others
 */
public record PlanningOrder(long orderId, String shop, boolean cod, boolean mergeAllowed) {}
