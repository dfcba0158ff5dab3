package dev.ordo.trail;

import java.time.Instant;
import java.util.Map;

/** Tells how often people let pass what rules had held back, without a change of the subject. */
public interface Overrides {
  /** By the code of what was said, of what was raised since a business time. */
  Map<String, Tally> since(Instant from);

  /**
   * What became of one code.
   *
   * @param closed how many are over, by whomever
   * @param byPeople how many of these a person let pass as they were
   */
  record Tally(long closed, long byPeople) {}
}
