package dev.ordo.carrier;

import java.time.Instant;

/**
 * One line of a carrier's history of a parcel, as it came.
 *
 * @param code the carrier's own status code
 * @param text the carrier's words
 * @param place where it happened, may be empty
 */
public record Scan(String waybillNo, Instant at, String code, String text, String place) {}
