package dev.ordo.audit.facts;

/**
 * What the buyer did before.
 *
 * @param orders shipped so far
 * @param refused parcels refused at the door
 */
public record BuyerFact(int orders, int refunds, int refused) {}
