package dev.ordo.fulfilment.facts;

/**
 * Points for a warehouse; the sum decides, ties go to the better priority.
 *
 * @param code reason, e.g. HAS_ALL
 */
public record Prefer(String warehouse, int points, String code) implements SourcingVerdict {}
