package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Means;

/** A warehouse that could serve the order. */
@Means(value = "A warehouse that could serve the order", zh = "可供选择的仓库", many = true)
public record WarehouseOption(
    @Means(value = "Code of the warehouse", zh = "仓库代码", example = "SH1") String code,
    @Means(
            value = "1 is asked first where nothing else decides",
            zh = "优先级，1 最先",
            unit = "rank",
            example = "1",
            least = 0)
        int priority,
    @Means(
            value = "Whether it stands in the receiver's province",
            zh = "是否与收货人同省",
            example = "true")
        boolean sameProvince,
    @Means(value = "Whether it has every unit free", zh = "货品是否齐全", example = "true")
        boolean hasAll,
    @Means(
            value = "Lines it could serve whole",
            zh = "可整行满足的行数",
            unit = "lines",
            example = "2",
            least = 0)
        int coveredLines) {}
