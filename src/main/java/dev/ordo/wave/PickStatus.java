package dev.ordo.wave;

/** Where one pick stands; SHORT means the slot held fewer units than it should. */
public enum PickStatus {
  OPEN,
  PICKED,
  SHORT
}
