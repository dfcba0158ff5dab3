package dev.ordo.audit.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of the order.
 *
 * @param price asked for one piece, after discounts of the line
 * @param listPrice the catalogue's price of one piece, 0 when there is none
 * @param gift given away: its price says nothing
 */
public record LineFact(
    String sku, int qty, BigDecimal price, BigDecimal listPrice, BigDecimal amount, boolean gift) {

  /**
   * Price as share of the list price, in percent, rounded down; 100 where nothing is to compare.
   */
  public int pricePercent() {
    if (gift || listPrice.signum() <= 0) {
      return 100;
    }
    BigDecimal share = price.multiply(BigDecimal.valueOf(100));
    return share.divide(listPrice, 0, RoundingMode.DOWN).min(BigDecimal.valueOf(9999)).intValue();
  }
}
