package dev.ordo.carrier.facts;

/**
 * Points for or, if negative, against a carrier; most points win, then the lower freight.
 *
 * @param points usually -100 to 100
 */
public record PreferCarrier(String carrier, String code, int points) implements CarrierVerdict {}
