package dev.ordo.catalog;

import java.math.BigDecimal;

/**
 * A box goods ship in.
 *
 * @param lengthMm inner length in millimetres; width and height are inner ones too
 * @param tareG its own weight in grams
 * @param maxWeightG grams of goods it carries
 * @param cost of one, in the house currency
 */
public record Carton(
    String code,
    int lengthMm,
    int widthMm,
    int heightMm,
    int tareG,
    int maxWeightG,
    BigDecimal cost,
    boolean active) {

  /** Inner volume in cubic millimetres. */
  public long volumeMm3() {
    return (long) lengthMm * widthMm * heightMm;
  }
}
