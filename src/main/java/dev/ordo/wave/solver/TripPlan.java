package dev.ordo.wave.solver;

import java.util.List;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** Which jobs go on which trip: hard, no trolley is overloaded; soft, the metres walked. */
@PlanningSolution
@SuppressWarnings("NullAway.Init")
public class TripPlan {
  @ProblemFactProperty private Floor floor;

  @ProblemFactCollectionProperty @ValueRangeProvider private List<Job> jobs;

  @PlanningEntityCollectionProperty private List<Trip> trips;

  @PlanningScore private HardSoftLongScore score;

  /** For the search, which clones plans. */
  public TripPlan() {}

  TripPlan(Floor floor, List<Job> jobs, List<Trip> trips) {
    this.floor = floor;
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

  Floor floor() {
    return floor;
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
}
