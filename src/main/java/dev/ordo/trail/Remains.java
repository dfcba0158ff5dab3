package dev.ordo.trail;

/** Has what others keep about decisions go with them when their time is over. */
public interface Remains {
  /**
   * Drops what is kept about decisions that are gone.
   *
   * @param upTo no decision that retention pruned has a greater id
   */
  void drop(long upTo);
}
