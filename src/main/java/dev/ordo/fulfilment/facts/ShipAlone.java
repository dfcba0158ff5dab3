package dev.ordo.fulfilment.facts;

/**
 * The order shares no consignment with another order.
 *
 * @param code reason, e.g. COD
 */
public record ShipAlone(long orderId, String code) implements PlanningVerdict {}
