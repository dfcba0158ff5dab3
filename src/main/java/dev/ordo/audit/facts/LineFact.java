package dev.ordo.audit.facts;

import dev.ordo.rules.Means;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One line of the order. */
@Means(value = "One line of the order", zh = "订单的一行明细", many = true)
public record LineFact(
    @Means(value = "Code of the article", zh = "商品编码", example = "SKU-A") String sku,
    @Means(value = "Pieces ordered", zh = "订购件数", unit = "pieces", example = "2") int qty,
    @Means(
            value = "Asked for one piece, after discounts of the line",
            zh = "行优惠后的单价",
            unit = "order currency",
            example = "15.90")
        BigDecimal price,
    @Means(
            value = "The catalogue's price of one piece, 0 when there is none",
            zh = "目录单价，没有则为 0",
            unit = "order currency",
            example = "159",
            least = 0)
        BigDecimal listPrice,
    @Means(value = "What the line costs", zh = "该行金额", unit = "order currency", example = "31.80")
        BigDecimal amount,
    @Means(value = "Given away: its price says nothing", zh = "是否赠品，其价格无意义", example = "false")
        boolean gift) {

  /**
   * Price as share of the list price, in percent, rounded down; 100 where nothing is to compare.
   */
  @Means(
      value = "Price as share of the list price, rounded down; 100 where nothing is to compare",
      zh = "单价占目录价的百分比，向下取整；无可比时为 100",
      unit = "%",
      example = "30",
      least = 0)
  public int pricePercent() {
    if (gift || listPrice.signum() <= 0) {
      return 100;
    }
    BigDecimal share = price.multiply(BigDecimal.valueOf(100));
    return share.divide(listPrice, 0, RoundingMode.DOWN).min(BigDecimal.valueOf(9999)).intValue();
  }
}
