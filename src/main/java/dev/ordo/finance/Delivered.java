package dev.ordo.finance;

import dev.ordo.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A delivered consignment as the books see it.
 *
 * @param day business day of the delivery in the warehouse's zone
 * @param parts its articles, at least one
 * @param freight what the carriers will bill for its parcels, book currency
 * @param packing cost of its cartons and fillers, book currency
 */
record Delivered(
    long consignmentId,
    LocalDate day,
    String province,
    List<Part> parts,
    Money freight,
    Money packing) {

  /**
   * Units of one order line.
   *
   * @param amount what the buyer paid for these units
   * @param unitCost moving average at the time the stock was deducted, book currency
   */
  record Part(long orderId, String shop, String sku, int qty, Money amount, BigDecimal unitCost) {}

  /**
   * What a shop's platform takes.
   *
   * @param commission share of the amount, 0.05 for 5 %
   * @param promotion share of the amount
   */
  record Terms(BigDecimal commission, BigDecimal promotion) {
    static final Terms NONE = new Terms(BigDecimal.ZERO, BigDecimal.ZERO);
  }
}
