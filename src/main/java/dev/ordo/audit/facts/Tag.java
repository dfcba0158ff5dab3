package dev.ordo.audit.facts;

/**
 * The order is marked and passes.
 *
 * @param code stable mark, e.g. RISK_VELOCITY
 */
public record Tag(String code, Grade grade) implements ReviewVerdict {}
