package dev.ordo.wave.solver;

import java.util.List;
import org.optaplanner.core.api.domain.constraintweight.ConstraintConfigurationProvider;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** Who walks which trips and in what order. */
@PlanningSolution
@SuppressWarnings("NullAway.Init")
public class PickerPlan {
  @ConstraintConfigurationProvider private PickerWeights weights;

  @ProblemFactCollectionProperty @ValueRangeProvider private List<TripWork> trips;

  @PlanningEntityCollectionProperty private List<PickerDay> days;

  @PlanningScore private HardMediumSoftLongScore score;

  /** For the search, which clones plans. */
  public PickerPlan() {}

  PickerPlan(PickerWeights weights, List<TripWork> trips, List<PickerDay> days) {
    this.weights = weights;
    this.trips = trips;
    this.days = days;
  }

  public List<PickerDay> days() {
    return days;
  }

  public HardMediumSoftLongScore score() {
    return score;
  }
}
