package dev.ordo.order;

/** How far the units of an order line are secured. */
public enum Supply {
  /** Nothing is promised yet. */
  OPEN,
  /** Units are locked for it. */
  LOCKED,
  /** Sold before it is there, or taken and not yet put back: locked as soon as units are free. */
  WAITING,
  /** Its units belong to a consignment. */
  PLANNED
}
