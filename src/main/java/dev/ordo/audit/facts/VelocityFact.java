package dev.ordo.audit.facts;

import java.math.BigDecimal;

/**
 * Orders with the same receiver key within a window before this one, this one included.
 *
 * @param smallOrders those of a small amount
 */
public record VelocityFact(int windowMinutes, int orders, int smallOrders, BigDecimal amount) {}
