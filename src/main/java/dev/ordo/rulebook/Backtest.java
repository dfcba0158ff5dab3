package dev.ordo.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a candidate over past decisions.
 *
 * @param candidate content address of the release on trial
 * @param base content address of the release it is compared with
 * @param total decisions to look at
 * @param done decisions looked at
 * @param result null until it is DONE
 * @param fault why it FAILED, else empty
 */
public record Backtest(
    long id,
    String point,
    String candidate,
    String base,
    Span span,
    State state,
    long total,
    long done,
    @Nullable Comparison result,
    String fault,
    String startedBy,
    Instant startedAt,
    Instant seenAt) {

  /** How far it is; INTERRUPTED when its node went away. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED,
    INTERRUPTED
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Percent done, 0 to 100. */
  public int percent() {
    return total == 0 ? (isRunning() ? 0 : 100) : (int) Math.min(100, done * 100 / total);
  }
}
