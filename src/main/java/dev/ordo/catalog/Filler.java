package dev.ordo.catalog;

import java.math.BigDecimal;

/**
 * What fills the space the goods leave in a carton.
 *
 * @param volumeMm3 cubic millimetres one unit fills
 * @param weightG grams of one unit
 * @param cost of one unit, in the house currency
 */
public record Filler(
    String code, long volumeMm3, BigDecimal weightG, BigDecimal cost, boolean active) {}
