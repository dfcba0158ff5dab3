package dev.ordo.tracking;

import java.time.Instant;

/**
 * Payload of the topic {@code parcel.delivered}: a receiver has a parcel.
 *
 * @param deliveredAt when the carrier says so
 * @param at business time at which we learnt it
 * @param whole whether it was the last parcel of its consignment
 */
public record ParcelDelivered(
    long parcelId,
    long consignmentId,
    String carrier,
    String waybillNo,
    Instant deliveredAt,
    Instant at,
    boolean whole) {
  /** Name of the topic. */
  public static final String TOPIC = "parcel.delivered";
}
