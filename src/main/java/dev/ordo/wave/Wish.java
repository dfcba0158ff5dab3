package dev.ordo.wave;

/** Why a wave is planned anew. */
enum Wish {
  /** Something on it was called back or given up. */
  CALLED_BACK,
  /** A picker is gone. */
  PICKER_GONE,
  /** A picker is back, and trips of it are in nobody's hands. */
  PICKER_BACK,
  /** Consignments came to it or left it. */
  MOVED,
  /** Consignments that were allocated later joined it. */
  TOPPED_UP,
  /** A person asked for it. */
  ASKED
}
