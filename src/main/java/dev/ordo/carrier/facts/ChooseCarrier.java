package dev.ordo.carrier.facts;

/** Only carriers with such a verdict stay in the race, unless they are excluded. */
public record ChooseCarrier(String carrier, String code) implements CarrierVerdict {}
