package dev.ordo.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Gross profit of one shop, article, order, province or day, in the book currency.
 *
 * @param key what it is the profit of
 * @param packing cartons and fillers
 */
public record ProfitRow(
    String key,
    BigDecimal revenue,
    BigDecimal goodsCost,
    BigDecimal commission,
    BigDecimal promotion,
    BigDecimal freight,
    BigDecimal packing) {

  public BigDecimal profit() {
    return revenue
        .subtract(goodsCost)
        .subtract(commission)
        .subtract(promotion)
        .subtract(freight)
        .subtract(packing);
  }

  /** Profit by revenue in percent, one digit; 0 without revenue. */
  public BigDecimal margin() {
    return revenue.signum() == 0
        ? BigDecimal.ZERO
        : profit().scaleByPowerOfTen(2).divide(revenue, 1, RoundingMode.HALF_UP);
  }
}
