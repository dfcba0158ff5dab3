package dev.ordo.fulfilment.facts;

/**
 * The line ships in a consignment of its own kind.
 *
 * @param code the kind and reason in one, e.g. PRESALE or OVERSIZE; equal kinds ship together
 */
public record SplitOff(long lineId, String code) implements PlanningVerdict {}
