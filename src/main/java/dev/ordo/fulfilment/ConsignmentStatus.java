package dev.ordo.fulfilment;

import dev.ordo.shared.Moves;

/** Where a consignment stands between planning and the receiver's door. */
public enum ConsignmentStatus {
  PLANNED,
  /** Places, provisional carrier and cut-off are known; it waits for a wave. */
  ALLOCATED,
  WAVED,
  PICKING,
  PICKED,
  /** Its units were sorted out of a batch into its seed wall slot. */
  SORTED,
  /** Every unit was scanned and right. */
  CHECKED,
  PACKED,
  HANDED_OVER,
  DELIVERED,
  /** Called back after it was waved; the goods have to be put back. */
  INTERCEPTED,
  PUT_BACK,
  /** Planned away before anybody touched it. */
  WITHDRAWN;

  /** The one table of legal moves. */
  public static final Moves<ConsignmentStatus> MOVES =
      Moves.of(ConsignmentStatus.class)
          .allow(PLANNED, ALLOCATED, WITHDRAWN)
          .allow(ALLOCATED, WAVED, PLANNED, WITHDRAWN)
          .allow(WAVED, PICKING, PICKED, ALLOCATED, INTERCEPTED)
          .allow(PICKING, PICKED, ALLOCATED, INTERCEPTED)
          .allow(PICKED, SORTED, CHECKED, INTERCEPTED)
          .allow(SORTED, CHECKED, INTERCEPTED)
          .allow(CHECKED, PACKED, INTERCEPTED)
          .allow(PACKED, HANDED_OVER, INTERCEPTED)
          .allow(HANDED_OVER, DELIVERED)
          .allow(INTERCEPTED, PUT_BACK)
          .build();

  /** Whether its goods are still ours to stop: not handed over, not called back. */
  public boolean isHere() {
    return compareTo(HANDED_OVER) < 0;
  }

  /** From WAVED on, planning takes it as given. */
  public boolean isFrozen() {
    return compareTo(WAVED) >= 0 && compareTo(INTERCEPTED) < 0;
  }
}
