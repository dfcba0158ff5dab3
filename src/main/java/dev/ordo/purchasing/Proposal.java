package dev.ordo.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What to buy of an article on a day, and why.
 *
 * @param daily expected units a day, from the means of 30 and 90 days
 * @param deviation standard deviation of a day's demand
 * @param daysToSafety days until free units fall below safety stock
 * @param daysShort days out of stock if nothing is bought
 * @param status OPEN, ORDERED, DISMISSED, or EXPIRED when a newer day's proposal replaced it
 */
public record Proposal(
    long id,
    LocalDate day,
    String sku,
    String supplier,
    BigDecimal mean30,
    BigDecimal mean90,
    BigDecimal daily,
    BigDecimal deviation,
    int leadDays,
    int safetyStock,
    int reorderPoint,
    int available,
    int onWay,
    int daysToSafety,
    int daysShort,
    int qty,
    BigDecimal unitCost,
    String status) {

  public boolean isOpen() {
    return status.equals("OPEN");
  }
}
