package dev.ordo.wave.solver;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;

/** Divides the trips of a wave among the pickers who are there. */
public class PickerPlanner {
  /** Its solver config. */
  public static final String FILE = "pickers.xml";

  /** A person who can walk, and the seconds of work already given to that person. */
  public record Free(String picker, long busySeconds) {}

  private final SolverConfigs configs;

  public PickerPlanner(SolverConfigs configs) {
    this.configs = configs;
  }

  /**
   * The picker of each trip by the trip's number; empty if nobody is there: trips then wait for
   * whoever asks first.
   */
  public Map<Integer, String> assign(List<TripWork> trips, List<Free> pickers) {
    if (trips.isEmpty() || pickers.isEmpty()) {
      return Map.of();
    }
    List<TripWork> urgentFirst =
        trips.stream()
            .sorted(
                Comparator.comparingLong(TripWork::dueInSeconds)
                    .thenComparing(Comparator.comparingLong(TripWork::seconds).reversed()))
            .toList();
    List<PickerDay> days =
        pickers.stream().map(p -> new PickerDay(p.picker, p.busySeconds, List.of())).toList();
    SolverConfig config = configs.read(FILE, PickerPlanner::model).config();
    PickerPlan plan =
        SolverFactory.<PickerPlan>create(config)
            .buildSolver()
            .solve(new PickerPlan(urgentFirst, days));
    Map<Integer, String> pickerOf = new HashMap<>();
    for (PickerDay day : plan.days()) {
      day.trips().forEach(trip -> pickerOf.put(trip.number(), day.picker()));
    }
    return pickerOf;
  }

  private static SolverConfig model(SolverConfig config) {
    return config
        .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
        .withSolutionClass(PickerPlan.class)
        .withEntityClasses(PickerDay.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig()
                .withConstraintProviderClass(PickerConstraints.class)
                .withConstraintStreamImplType(ConstraintStreamImplType.BAVET));
  }
}
