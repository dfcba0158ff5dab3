package dev.ordo.journey;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The rows that wait for one stage. Its claim query is the whole recovery procedure: what was not
 * committed is still there. All times are machine time. Normally a {@link TablePool}.
 */
public interface Pool {
  /** When a parked row comes back by itself: never. */
  Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** The name routes use: {@code stage:<name>}. */
  String name();

  /** Locks at most {@code max} due rows in the caller's transaction, skipping locked ones. */
  List<Long> claim(int max);

  /** Locks this one row if it is still due. */
  boolean reclaim(long id);

  /** Makes the rows due at a later time, if they are still in the pool. */
  void postpone(Collection<Long> ids, Instant retryAt);

  /** Takes a postponement back where it still stands at exactly this time. */
  void unpostpone(Collection<Long> ids, Instant retryAt);

  /** Counts one more failure of the row and says how many there are now. */
  int failed(long id);

  /** Takes a row that keeps failing out of the way until a person acts. */
  default void park(long id, String why) {
    postpone(List.of(id), NEVER);
  }

  /** Gives a parked row a fresh start. */
  void revive(long id);

  /**
   * Whether a batch makes one thing, such as a wave: its rows are never worked singly, so that of a
   * batch that failed only the culprits are put aside and the others wait for the next claim.
   */
  default boolean isWhole() {
    return false;
  }

  /** How many rows are parked without an incident that tells a person. */
  default long parkedUnseen() {
    return 0;
  }

  /** How many rows are due now. */
  long size();
}
