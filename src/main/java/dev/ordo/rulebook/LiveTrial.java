package dev.ordo.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that runs beside the active release on live decisions.
 *
 * @param candidate content address of the release on trial
 * @param share what it decides for real
 * @param why it was stopped, empty while it runs
 * @param mostErrors it is stopped when it failed so often
 * @param decided decisions both releases were asked about
 * @param differed those with different outcomes
 * @param byCandidate those the candidate decided for real
 * @param straightOld decisions without a person by the active release
 * @param straightNew the same by the candidate
 * @param amount order totals of those that differ
 * @param micros mean time of the release that watched, in microseconds
 * @param errors how often the candidate failed or was too slow
 * @param missed decisions the shadow had no time for
 */
public record LiveTrial(
    long id,
    String point,
    String candidate,
    Share share,
    boolean running,
    String why,
    int mostErrors,
    long decided,
    long differed,
    long byCandidate,
    long straightOld,
    long straightNew,
    BigDecimal amount,
    long micros,
    long errors,
    long missed,
    String startedBy,
    Instant startedAt,
    @Nullable Instant stoppedAt) {

  /** Percent of decisions with different outcomes. */
  public double differedRate() {
    return decided == 0 ? 0 : differed * 100.0 / decided;
  }

  public double straightRateOld() {
    return decided == 0 ? 100 : straightOld * 100.0 / decided;
  }

  public double straightRateNew() {
    return decided == 0 ? 100 : straightNew * 100.0 / decided;
  }
}
