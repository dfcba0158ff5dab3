package dev.ordo.wave.solver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.simplelong.SimpleLongScore;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/**
 * Puts the visits of a trip over a free floor into a better order than {@link Round} found, until
 * no shorter one is possible or the file says enough.
 */
final class VisitPlanner implements NetworkWalk.Polish {
  private final SolverConfig config;
  private final long endsAt;
  private int left;

  /**
   * @param time for all trips together; null if only the file says when to stop
   * @param trips how many there are
   */
  VisitPlanner(SolverConfig config, @Nullable Duration time, int trips) {
    this.config = config;
    endsAt = time == null ? Long.MAX_VALUE : System.nanoTime() + time.toNanos();
    left = trips;
  }

  static SolverConfig model(SolverConfig config) {
    return config
        .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
        .withSolutionClass(VisitPlan.class)
        .withEntityClasses(Visits.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig().withEasyScoreCalculatorClass(VisitScore.class));
  }

  @Override
  public void improve(Round round, int least) {
    long millis = share();
    if (round.size() < 3 || millis == 0) {
      return;
    }
    SolverConfig one = config.copyConfig();
    TerminationConfig ends =
        new TerminationConfig().withBestScoreLimit(SimpleLongScore.of(-least).toString());
    if (millis < Long.MAX_VALUE) {
      ends.setMillisecondsSpentLimit(millis);
    }
    one.setTerminationConfig(ends);
    int before = round.length();
    int[] known = round.order();
    VisitPlan solved =
        SolverFactory.<VisitPlan>create(one).buildSolver().solve(new VisitPlan(round.far(), known));
    round.begin(solved.order());
    round.improve();
    if (round.length() > before) {
      round.begin(known);
    }
  }

  /** The milliseconds of the next trip: an equal part of what is left. */
  private long share() {
    int trips = Math.max(1, left--);
    return endsAt == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : Math.max(0, endsAt - System.nanoTime()) / 1_000_000 / trips;
  }
}
