package dev.ordo.wave;

import dev.ordo.site.Walking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Consignments of one warehouse that are picked together.
 *
 * @param formedBy what formed it: WINDOW, COUNT, CUT_OFF, LATENESS or HAND
 * @param metres walked over all trips, 0 before it is planned
 * @param baseline metres if every consignment were walked alone by its shortest route
 * @param walking how its trips are walked
 * @param otherMetres the same trips walked the other way; 0 if that is not known
 * @param leastMetres what these trips cannot go below: on a rectangular floor what they are
 * @param score the search's own words, per pick method
 * @param configHash SHA-256 of the solver config used
 * @param seed the search's random seed
 * @param revision the plan that holds, from 1
 * @param wanted the plan that is wished for; higher than the one that holds until it is made
 */
public record Wave(
    long id,
    String warehouse,
    WaveStatus status,
    String formedBy,
    int consignments,
    int units,
    double metres,
    double baseline,
    Walking walking,
    double otherMetres,
    double leastMetres,
    String score,
    String configHash,
    long seed,
    int revision,
    int wanted,
    Instant createdAt,
    @Nullable Instant releasedAt,
    @Nullable Instant finishedAt) {

  public double savedMetres() {
    return baseline - metres;
  }

  /** Hundredths of a percent that these trips are longer than they may have to be. */
  public long gapInHundredths() {
    return leastMetres <= 0 ? 0 : Math.max(0, Math.round(10_000 * (metres / leastMetres - 1)));
  }

  /** What planning saves against order by order, 0 to 100. */
  public int savedPercent() {
    return baseline <= 0 ? 0 : (int) Math.round(100 * (baseline - metres) / baseline);
  }
}
