package dev.ordo.shipping;

import dev.ordo.shared.Moves;

/** How far a parcel's waybill is. */
public enum WaybillStatus {
  NONE,
  /** The carrier is chosen and being asked; asking again gives the same waybill. */
  REQUESTED,
  ISSUED,
  PRINTED,
  /** Given back to the carrier, or never needed. */
  VOIDED;

  /** The one table of legal moves. */
  public static final Moves<WaybillStatus> MOVES =
      Moves.of(WaybillStatus.class)
          .allow(NONE, REQUESTED, VOIDED)
          .allow(REQUESTED, ISSUED, VOIDED)
          .allow(ISSUED, PRINTED, VOIDED)
          .allow(PRINTED, VOIDED)
          .build();

  /** Whether there is a number that travels. */
  public boolean isLive() {
    return this == ISSUED || this == PRINTED;
  }
}
