package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Means;

/** A line whose units are locked and may be planned. */
@Means(value = "A line whose units are locked and may be planned", zh = "已锁库、可安排的一行", many = true)
public record PlanningLine(
    @Means(value = "Id of the line", zh = "明细编号", example = "1") long lineId,
    @Means(value = "Id of the order", zh = "订单编号", example = "1") long orderId,
    @Means(value = "Code of the article", zh = "商品编码", example = "SKU-A") String sku,
    @Means(value = "Code of the warehouse", zh = "仓库代码", example = "SH1") String warehouse,
    @Means(value = "Whether it is sold before it is in stock", zh = "是否预售", example = "true")
        boolean presale,
    @Means(
            value = "Goods class of the article",
            zh = "货类",
            example = "OVERSIZE",
            values = {"NORMAL", "FRAGILE", "LIQUID", "BATTERY", "COLD", "OVERSIZE", "VALUABLE"})
        String goodsClass,
    @Means(value = "Units to ship", zh = "待发件数", unit = "pieces", example = "2", least = 0) int qty,
    @Means(value = "Weight of one unit", zh = "单件重量", unit = "g", example = "450", least = 0)
        int weightG) {}
