package dev.ordo.shipping;

import java.math.BigDecimal;

/**
 * A parcel as it left the bench.
 *
 * @param carton code of the carton, empty where goods ship in their own packaging
 * @param filler code of the filler, empty for none
 * @param cartonCost cost of the carton in the book currency
 * @param fillerCost cost of the filler used
 * @param weightG measured weight in grams
 * @param volumeMm3 outer volume in cubic millimetres
 */
public record PackedParcel(
    String carton,
    String filler,
    BigDecimal cartonCost,
    BigDecimal fillerCost,
    int weightG,
    long volumeMm3) {}
