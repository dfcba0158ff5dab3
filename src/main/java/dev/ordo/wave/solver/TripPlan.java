package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** Which jobs go on which trip: hard, no trolley is overloaded; soft, the metres walked. */
@PlanningSolution(solutionCloner = TripPlan.Cloner.class)
@SuppressWarnings("NullAway.Init")
public class TripPlan {
  @ProblemFactProperty private TripBoard board;

  @ProblemFactCollectionProperty @ValueRangeProvider private List<Job> jobs;

  @PlanningEntityCollectionProperty private List<Trip> trips;

  @PlanningScore private HardSoftLongScore score;

  /** For the search, which clones plans. */
  public TripPlan() {}

  /**
   * @param jobs those of the board, or a part of them
   * @param trips numbered as they stand
   */
  TripPlan(TripBoard board, List<Job> jobs, List<Trip> trips) {
    this.board = board;
    this.jobs = jobs;
    this.trips = trips;
  }

  /** This plan with the score it has as it stands. */
  TripPlan scored() {
    TripScore calculator = new TripScore();
    calculator.resetWorkingSolution(this);
    score = calculator.calculateScore();
    return this;
  }

  TripBoard board() {
    return board;
  }

  List<Job> jobs() {
    return jobs;
  }

  public List<Trip> trips() {
    return trips;
  }

  public HardSoftLongScore score() {
    return score;
  }

  /** Clones plans faster than the search would, which does it for every better plan. */
  public static final class Cloner implements SolutionCloner<TripPlan> {
    @Override
    public TripPlan cloneSolution(TripPlan original) {
      List<Trip> trips = new ArrayList<>(original.trips.size());
      original.trips.forEach(trip -> trips.add(trip.copy()));
      TripPlan clone = new TripPlan(original.board, original.jobs, trips);
      clone.score = original.score;
      return clone;
    }
  }
}
