package dev.ordo.bench;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One parcel as it should be, or was, packed: carton, filler, what both cost, what it should weigh.
 *
 * @param carton code of the carton, empty where goods ship in their own packaging
 * @param filler code of the filler, empty for none
 * @param expectedG grams of goods, carton and filler together
 * @param contents pieces by SKU
 */
public record PackedBox(
    String carton,
    BigDecimal cartonCost,
    String filler,
    int fillerUnits,
    BigDecimal fillerCost,
    int expectedG,
    Map<String, Integer> contents) {
  public PackedBox {
    contents = Map.copyOf(contents);
  }
}
