package dev.ordo.order;

import java.math.BigDecimal;

/**
 * One article of an order.
 *
 * @param lineNo the platform's number of the line
 * @param qty units bought
 * @param cancelledQty units given up by refund before shipping
 * @param shippedQty units that left
 * @param price list price of a unit at the shop
 * @param discount what was taken off the whole line
 * @param amount what the buyer was to pay for the whole line
 * @param refunded what of it went back or was never asked for
 * @param warehouse sourced warehouse, empty while undecided
 */
public record OrderLine(
    long id,
    long orderId,
    String lineNo,
    String platformSku,
    String sku,
    String name,
    int qty,
    int cancelledQty,
    int shippedQty,
    BigDecimal price,
    BigDecimal discount,
    BigDecimal amount,
    BigDecimal refunded,
    boolean presale,
    Supply supply,
    String warehouse) {

  /** Units still to be shipped. */
  public int openQty() {
    return qty - cancelledQty - shippedQty;
  }

  /** What the buyer pays for the units he keeps. */
  public BigDecimal keptAmount() {
    return amount.subtract(refunded);
  }
}
