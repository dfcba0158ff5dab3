package dev.ordo.carrier.facts;

/** The carrier cannot or must not take the consignment, whatever else speaks for it. */
public record ExcludeCarrier(String carrier, String code) implements CarrierVerdict {}
