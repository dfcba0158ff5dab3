package dev.ordo.carrier.facts;

import dev.ordo.rules.Means;

/** Only carriers with such a verdict stay in the race, unless they are excluded. */
@Means(
    value = "Only carriers with such a verdict stay in the race, unless they are excluded",
    zh = "只有被选中的快递留下，除非被排除")
public record ChooseCarrier(
    @Means(value = "Code of the carrier", zh = "快递代码", example = "EMS") String carrier,
    @Means(value = "Stable reason", zh = "稳定的原因代码", example = "APPOINTED") String code)
    implements CarrierVerdict {}
