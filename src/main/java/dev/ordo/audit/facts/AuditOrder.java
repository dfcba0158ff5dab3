package dev.ordo.audit.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The order as review sees it; amounts in the order's currency.
 *
 * @param platform TAOBAO, JD, ...
 * @param deliveryMethod express, counter, pickup: only express needs an address
 * @param goodsAmount sum of the line amounts
 * @param discount taken off the whole order, 0 or more
 * @param total goodsAmount − discount + freight as the shop says
 * @param itemCount pieces of all lines
 */
public record AuditOrder(
    String shop,
    String platform,
    String deliveryMethod,
    boolean cod,
    boolean presale,
    BigDecimal goodsAmount,
    BigDecimal discount,
    BigDecimal freight,
    BigDecimal total,
    BigDecimal paid,
    int itemCount) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whether anything is sent to an address. */
  public boolean needsAddress() {
    return deliveryMethod.equals("express");
  }

  /** Whether the shop's total is what its parts add up to. */
  public boolean addsUp() {
    return goodsAmount.subtract(discount).add(freight).compareTo(total) == 0;
  }

  /** Share of the goods' amount taken off the whole order, in percent, rounded down. */
  public int discountPercent() {
    if (goodsAmount.signum() <= 0) {
      return 0;
    }
    return discount.multiply(HUNDRED).divide(goodsAmount, 0, RoundingMode.DOWN).intValue();
  }
}
