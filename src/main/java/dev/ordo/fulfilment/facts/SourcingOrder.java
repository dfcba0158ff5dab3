package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Means;

/** An order that looks for a warehouse. */
@Means(value = "An order that looks for a warehouse", zh = "待选仓的订单")
public record SourcingOrder(
    @Means(value = "Code of the shop", zh = "店铺代码", example = "TB1") String shop,
    @Means(
            value = "Two digits of the receiver's province, empty where unknown",
            zh = "收货省份两位码，未知为空",
            example = "31")
        String provinceCode,
    @Means(value = "Lines of the order", zh = "明细行数", unit = "lines", example = "2", least = 0)
        int lines,
    @Means(value = "Pieces of all lines", zh = "总件数", unit = "pieces", example = "3", least = 0)
        int units) {}
