package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Means;

/** Points for a warehouse; the sum decides, ties go to the better priority. */
@Means(
    value = "Points for a warehouse; the sum decides, ties go to the better priority",
    zh = "为仓库加分，总分高者先，平分看优先级")
public record Prefer(
    @Means(value = "Code of the warehouse", zh = "仓库代码", example = "SH1") String warehouse,
    @Means(
            value = "Usually 0 to 100",
            zh = "通常 0 到 100",
            unit = "points",
            example = "20",
            decides = true)
        int points,
    @Means(value = "Stable reason", zh = "稳定的原因代码", example = "HAS_ALL") String code)
    implements SourcingVerdict {}
