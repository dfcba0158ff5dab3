package dev.ordo.carrier.facts;

import dev.ordo.rules.Means;
import java.math.BigDecimal;
import java.util.List;

/** What is to be carried. */
@Means(value = "What is to be carried", zh = "要承运的发货单")
public record ConsignmentFact(
    @Means(value = "Code of the warehouse it leaves", zh = "发货仓代码", example = "SH1")
        String warehouse,
    @Means(value = "Two-digit division code of the receiver", zh = "收货省份的两位行政区划码", example = "54")
        String province,
    @Means(
            value = "Weight, measured or expected",
            zh = "重量，实称或预计",
            unit = "g",
            example = "1200",
            least = 0)
        int weightG,
    @Means(value = "Volume", zh = "体积", unit = "mm³", example = "3000000", least = 0)
        long volumeMm3,
    @Means(value = "Whether the weight was measured on a scale", zh = "重量是否实称", example = "true")
        boolean measured,
    @Means(
            value = "Goods classes in alphabetical order",
            zh = "货类，按字母排序",
            example = "BATTERY",
            values = {"NORMAL", "FRAGILE", "LIQUID", "BATTERY", "COLD", "OVERSIZE", "VALUABLE"})
        List<String> goods,
    @Means(
            value = "Carrier the buyer asked for, empty for free choice",
            zh = "买家指定的快递，空为不限",
            example = "SF")
        String appointed,
    @Means(value = "Whether cash has to be collected", zh = "是否货到付款", example = "false")
        boolean cod,
    @Means(
            value = "What the goods are worth",
            zh = "商品金额",
            unit = "order currency",
            example = "800",
            least = 0)
        BigDecimal goodsAmount,
    @Means(
            value = "Hours from now until the promised dispatch, negative if it is over",
            zh = "距承诺发货的小时数，已过为负",
            unit = "h",
            example = "6")
        int hoursToPromise,
    @Means(
            value = "Code of the shop; empty where orders of several shops ship together",
            zh = "店铺代码，多家店铺的订单合并发货时为空",
            example = "TB1")
        String shop) {
  public ConsignmentFact {
    goods = List.copyOf(goods);
  }
}
