package dev.ordo.wave.facts;

import dev.ordo.rules.Means;

/** A consignment that is about to join a wave. */
@Means(value = "A consignment that is about to join a wave", zh = "即将加入波次的发货单")
public record ConsignmentToPick(
    @Means(value = "Article lines", zh = "明细行数", unit = "lines", example = "2", least = 0)
        int lines,
    @Means(value = "Pieces over all lines", zh = "总件数", unit = "pieces", example = "3", least = 0)
        int units,
    @Means(
            value = "Expected weight of the goods",
            zh = "预计重量",
            unit = "g",
            example = "20000",
            least = 0)
        int weightG,
    @Means(value = "Volume of the goods", zh = "体积", unit = "mm³", example = "120000000", least = 0)
        long volumeMm3,
    @Means(
            value = "Whether goods of class OVERSIZE are among them",
            zh = "是否含大件",
            example = "false")
        boolean oversize,
    @Means(
            value = "Code of the shop; empty where orders of several shops ship together",
            zh = "店铺代码，多家店铺的订单合并发货时为空",
            example = "TB1")
        String shop,
    @Means(
            value =
                "Whether all pieces are of one article that was picked very often in the last 30"
                    + " days",
            zh = "是否全部为同一热销商品（近 30 天拣货量最高一档）",
            example = "true")
        boolean hot,
    @Means(
            value =
                "Consignments of the same article and number of pieces that join the wave with it,"
                    + " itself too",
            zh = "同时进入该波次、商品与件数完全相同的发货单数（含本单）",
            unit = "consignments",
            example = "5",
            least = 0)
        int alike) {}
