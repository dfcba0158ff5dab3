package dev.ordo.carrier.facts;

import dev.ordo.rules.Means;
import java.math.BigDecimal;

/** One active carrier, looked at for one consignment. */
@Means(
    value = "One active carrier, looked at for one consignment",
    zh = "为一张发货单考察的一家快递",
    many = true)
public record CarrierFact(
    @Means(value = "Code of the carrier", zh = "快递代码", example = "SF") String code,
    @Means(value = "Whether its price list serves the province", zh = "价目表是否覆盖该省", example = "true")
        boolean reaches,
    @Means(
            value = "Price at the billed weight, zero where it does not reach",
            zh = "按计费重量的运费，不到达为 0",
            unit = "CNY",
            example = "12.50",
            least = 0)
        BigDecimal freight,
    @Means(
            value = "Real or volumetric weight, whichever is more",
            zh = "计费重量，实重与体积重取大",
            unit = "g",
            example = "1500",
            least = 0)
        int billedWeightG,
    @Means(value = "Usual transit time", zh = "通常时效", unit = "days", example = "2", least = 0)
        int days,
    @Means(
            value = "Minutes until it leaves the warehouse",
            zh = "距发车的分钟数",
            unit = "min",
            example = "90")
        int minutesToCutoff,
    @Means(
            value = "Whether it refuses one of the goods classes",
            zh = "是否拒收其中的货类",
            example = "false")
        boolean refusesGoods,
    @Means(value = "Whether a parcel is heavier than it takes", zh = "是否超过最大重量", example = "false")
        boolean tooHeavy,
    @Means(value = "Whether it can take cash on delivery", zh = "能否代收货款", example = "true")
        boolean collectsCash,
    @Means(value = "Whether the buyer asked for it", zh = "是否买家指定", example = "false")
        boolean appointed,
    @Means(value = "Whether the buyer does not want it", zh = "是否买家排除", example = "false")
        boolean unwanted) {}
