package dev.ordo.wave;

/** Who works in a warehouse just now, and what they still have to do. */
interface Presence {
  /**
   * Hands that pick.
   *
   * @param pickers active people whose shift runs
   * @param busySeconds of all trips that were planned and are not over
   */
  record Hands(int pickers, long busySeconds) {}

  Hands of(String warehouse);
}
