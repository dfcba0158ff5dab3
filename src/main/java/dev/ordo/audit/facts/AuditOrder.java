package dev.ordo.audit.facts;

import dev.ordo.rules.Means;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The order as review sees it; amounts in the order's currency. */
@Means(
    value = "The order as review sees it; amounts in the order's currency",
    zh = "审核所见的订单，金额为订单币种")
public record AuditOrder(
    @Means(value = "Code of the shop", zh = "店铺代码", example = "TB1") String shop,
    @Means(value = "Platform the shop is on", zh = "店铺所在平台", example = "TAOBAO") String platform,
    @Means(
            value = "How the goods reach the buyer; only express needs an address",
            zh = "配送方式，只有 express 需要地址",
            example = "express",
            values = {"express", "counter", "pickup"})
        String deliveryMethod,
    @Means(value = "Whether cash is collected on delivery", zh = "是否货到付款", example = "false")
        boolean cod,
    @Means(
            value = "Whether a line is sold before it is in stock",
            zh = "是否含预售商品",
            example = "false")
        boolean presale,
    @Means(
            value = "Sum of the line amounts",
            zh = "商品金额合计",
            unit = "order currency",
            example = "500",
            least = 0)
        BigDecimal goodsAmount,
    @Means(
            value = "Taken off the whole order, 0 or more",
            zh = "整单优惠，大于等于 0",
            unit = "order currency",
            example = "20",
            least = 0)
        BigDecimal discount,
    @Means(value = "Freight the buyer pays", zh = "买家支付的运费", unit = "order currency", example = "8")
        BigDecimal freight,
    @Means(
            value = "What the shop says the order costs",
            zh = "店铺给出的订单总额",
            unit = "order currency",
            example = "108")
        BigDecimal total,
    @Means(value = "What was paid so far", zh = "已付金额", unit = "order currency", example = "108")
        BigDecimal paid,
    @Means(value = "Pieces of all lines", zh = "全部明细的件数", unit = "pieces", example = "2", least = 0)
        int itemCount) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whether anything is sent to an address. */
  @Means(value = "Whether anything is sent to an address", zh = "是否需要收货地址", example = "true")
  public boolean needsAddress() {
    return deliveryMethod.equals("express");
  }

  /** Whether the shop's total is what its parts add up to. */
  @Means(
      value = "Whether goods - discount + freight is the total",
      zh = "商品 − 优惠 + 运费是否等于总额",
      example = "true")
  public boolean addsUp() {
    return goodsAmount.subtract(discount).add(freight).compareTo(total) == 0;
  }

  /** Share of the goods' amount taken off the whole order, in percent, rounded down. */
  @Means(
      value = "Share of the goods' amount taken off the whole order, rounded down",
      zh = "整单优惠占商品金额的百分比，向下取整",
      unit = "%",
      example = "50",
      least = 0)
  public int discountPercent() {
    if (goodsAmount.signum() <= 0) {
      return 0;
    }
    return discount.multiply(HUNDRED).divide(goodsAmount, 0, RoundingMode.DOWN).intValue();
  }
}
