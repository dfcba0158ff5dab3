package dev.ordo.tracking;

/** Where a parcel is, in our words; carriers' own codes are mapped to these. */
public enum TraceState {
  NO_TRACE,
  COLLECTED,
  IN_TRANSIT,
  ARRIVED_DEST,
  OUT_FOR_DELIVERY,
  AWAITING_PICKUP,
  FAILED,
  EXCEPTION,
  REFUSED,
  RETURNING,
  RETURNED,
  LOST,
  DELIVERED;

  /** Nothing more is expected to happen: it is asked and watched no longer. */
  public boolean isFinal() {
    return this == DELIVERED || this == RETURNED || this == LOST;
  }
}
