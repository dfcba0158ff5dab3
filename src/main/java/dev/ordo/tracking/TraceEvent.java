package dev.ordo.tracking;

import java.time.Instant;

/**
 * One scan of a parcel.
 *
 * @param state canonical state, null-free: what could not be mapped keeps the state before it
 * @param mapped whether code or words were known
 * @param code the carrier's own code
 */
public record TraceEvent(
    long parcelId,
    Instant at,
    TraceState state,
    boolean mapped,
    String code,
    String text,
    String place) {}
