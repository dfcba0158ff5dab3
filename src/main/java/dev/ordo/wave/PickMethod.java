package dev.ordo.wave;

/** How goods come together: the later constants beat the earlier ones where rules name several. */
public enum PickMethod {
  /** Many consignments on one trip, sorted into the slots of a wall afterwards. */
  SEED_WALL,
  /** Consignments of one piece, picked in bulk: any piece serves any parcel. */
  SINGLE_ITEM,
  /** Consignments that are all alike, of a hot article: picked in bulk and packed in a row. */
  PRE_PACKED,
  /** One consignment per trip: bulky or heavy goods. */
  ORDER_BY_ORDER;

  /** Whether consignments share totes, because any piece serves any parcel. */
  boolean isBulk() {
    return this == SINGLE_ITEM || this == PRE_PACKED;
  }
}
