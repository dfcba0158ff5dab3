package dev.ordo.wave;

import dev.ordo.shared.Moves;

/** Where a wave stands between being formed and the last of its parcels being packed. */
public enum WaveStatus {
  DRAFT,
  OPTIMISING,
  RELEASED,
  PICKING,
  SORTING,
  CHECKING,
  FINISHED,
  /** Nothing of it is left to do as planned. */
  BROKEN;

  /** The one table of legal moves. */
  public static final Moves<WaveStatus> MOVES =
      Moves.of(WaveStatus.class)
          .allow(DRAFT, OPTIMISING, BROKEN)
          .allow(OPTIMISING, RELEASED, BROKEN)
          .allow(RELEASED, PICKING, BROKEN)
          .allow(PICKING, SORTING, CHECKING, BROKEN)
          .allow(SORTING, CHECKING, FINISHED)
          .allow(CHECKING, FINISHED)
          .build();

  /** Whether nobody picks it yet, so that consignments may still come into it. */
  public boolean isOpen() {
    return awaitsPlan() || this == RELEASED;
  }

  /** Whether its first plan is still to come. */
  public boolean awaitsPlan() {
    return this == DRAFT || this == OPTIMISING;
  }
}
