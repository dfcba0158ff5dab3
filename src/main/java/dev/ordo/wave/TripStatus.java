package dev.ordo.wave;

/** Where a trip stands: waiting for its picker, walked, or done. */
public enum TripStatus {
  WAITING,
  PICKING,
  PICKED
}
