package dev.ordo.wave;

/** How goods come together: the later constants beat the earlier ones where rules name several. */
public enum PickMethod {
  /** Many consignments on one trip, sorted into the slots of a wall afterwards. */
  SEED_WALL,
  /** Consignments of one piece, picked in bulk: any piece serves any parcel. */
  SINGLE_ITEM,
  /** One consignment per trip: bulky or heavy goods. */
  ORDER_BY_ORDER
}
