package dev.ordo.carrier.facts;

import dev.ordo.rules.Means;

/** The carrier cannot or must not take the consignment, whatever else speaks for it. */
@Means(
    value = "The carrier cannot or must not take it, whatever else speaks for it",
    zh = "该快递不能或不得承运")
public record ExcludeCarrier(
    @Means(value = "Code of the carrier", zh = "快递代码", example = "EMS") String carrier,
    @Means(value = "Stable reason", zh = "稳定的原因代码", example = "NO_REACH") String code)
    implements CarrierVerdict {}
