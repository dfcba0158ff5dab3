package dev.ordo.wave.solver;

import java.util.List;
import java.util.stream.IntStream;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.simplelong.SimpleLongScore;

/** In which order one trip comes to its spots; the score is the units walked. */
@PlanningSolution
@SuppressWarnings("NullAway.Init")
public class VisitPlan {
  /**
   * How far the spots are from each other.
   *
   * @param units from spot to spot
   */
  public record Distances(int[][] units) {}

  @ProblemFactProperty private Distances distances;

  @ProblemFactCollectionProperty @ValueRangeProvider private List<Visit> spots;

  @PlanningEntityCollectionProperty private List<Visits> trips;

  @PlanningScore private SimpleLongScore score;

  /** For the search, which clones plans. */
  public VisitPlan() {}

  VisitPlan(int[][] far, int[] order) {
    distances = new Distances(far);
    spots = IntStream.of(order).mapToObj(Visit::new).toList();
    trips = List.of(new Visits(spots));
  }

  int[] order() {
    return trips.getFirst().order().stream().mapToInt(Visit::spot).toArray();
  }

  long walked() {
    int[][] units = distances.units;
    long walked = 0;
    int at = 0;
    for (Visit visit : trips.getFirst().order()) {
      walked += units[at][visit.spot()];
      at = visit.spot();
    }
    return walked + units[at][0];
  }

  public SimpleLongScore score() {
    return score;
  }
}
