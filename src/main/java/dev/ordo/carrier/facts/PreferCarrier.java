package dev.ordo.carrier.facts;

import dev.ordo.rules.Means;

/** Points for or, if negative, against a carrier; most points win, then the lower freight. */
@Means(
    value =
        "Points for or, if negative, against a carrier; most points win, then the lower freight",
    zh = "为快递加分或减分，分高者胜，再比运费")
public record PreferCarrier(
    @Means(value = "Code of the carrier", zh = "快递代码", example = "EMS") String carrier,
    @Means(value = "Stable reason", zh = "稳定的原因代码", example = "REMOTE") String code,
    @Means(
            value = "Usually -100 to 100",
            zh = "通常 -100 到 100",
            unit = "points",
            example = "40",
            decides = true)
        int points)
    implements CarrierVerdict {}
