package dev.ordo.wave;

/** Where one pick stands. */
public enum PickStatus {
  OPEN,
  PICKED,
  /** The slot held fewer units than it should. */
  SHORT,
  /** Its consignment was called back: nothing to take here any more. */
  STRUCK
}
