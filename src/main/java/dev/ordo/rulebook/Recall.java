package dev.ordo.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of a release about what has not shipped, made again by the active release.
 *
 * @param release whose decisions are called back
 * @param rule only those in which it fired; empty for all
 * @param looked subjects looked at
 * @param found of these decided by that release
 * @param differing of these decided otherwise now
 * @param amount order totals of the differing ones
 * @param applied differing ones the new decision took effect on
 * @param gone differing ones that had gone on meanwhile
 */
public record Recall(
    long id,
    String point,
    String release,
    String rule,
    State state,
    long looked,
    long found,
    long differing,
    BigDecimal amount,
    long applied,
    long gone,
    String startedBy,
    Instant startedAt,
    String approvedBy,
    @Nullable Instant approvedAt,
    String why) {

  /** Looked up and compared, then waiting for approval, then carried out. */
  public enum State {
    LOOKING,
    READY,
    APPLYING,
    DONE,
    DROPPED
  }

  /** Whether it moves by itself. */
  public boolean isBusy() {
    return state == State.LOOKING || state == State.APPLYING;
  }
}
