package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.constraint.ConstraintMatch;
import org.optaplanner.core.api.score.constraint.ConstraintMatchTotal;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;

/** Divides the trips of a wave among the pickers who are there. */
public class PickerPlanner {
  /** Its solver config. */
  public static final String FILE = "pickers.xml";

  /** Why a trip is in nobody's hands. */
  public enum Obstacle {
    /** No picker of the warehouse works at all. */
    NOBODY,
    /** No picker has all the skills it asks for. */
    SKILL,
    /** Nobody who could walk it has enough of a shift left. */
    SHIFT
  }

  /**
   * What one constraint costs.
   *
   * @param name as in {@link PickerWeights}
   * @param weight what one unit costs
   * @param score all of it
   * @param reasons what it is made of, the dearest first
   */
  public record Term(
      String name,
      HardMediumSoftLongScore weight,
      HardMediumSoftLongScore score,
      List<PickerReason> reasons) {}

  /**
   * Who walks which trip.
   *
   * @param pickerOf by the trip's number
   * @param nobody why trips are in nobody's hands, by the trip's number; they wait for whoever asks
   * @param terms the score by constraint
   */
  public record Assignment(
      Map<Integer, String> pickerOf, Map<Integer, Obstacle> nobody, List<Term> terms) {}

  private final SolverConfigs configs;

  public PickerPlanner(SolverConfigs configs) {
    this.configs = configs;
  }

  /** Trips that nobody may walk are left out; the others are divided. */
  public Assignment assign(List<TripWork> trips, List<Crew> crew) {
    Map<Integer, Obstacle> nobody = new HashMap<>();
    List<TripWork> walkable = new ArrayList<>();
    for (TripWork trip : trips) {
      if (crew.stream().anyMatch(c -> c.skills().containsAll(trip.needs()))) {
        walkable.add(trip);
      } else {
        nobody.put(trip.number(), crew.isEmpty() ? Obstacle.NOBODY : Obstacle.SKILL);
      }
    }
    return walkable.isEmpty()
        ? new Assignment(Map.of(), nobody, List.of())
        : divided(walkable, crew, nobody);
  }

  private Assignment divided(List<TripWork> trips, List<Crew> crew, Map<Integer, Obstacle> nobody) {
    List<TripWork> urgentFirst =
        trips.stream()
            .sorted(
                Comparator.comparingLong(TripWork::dueInSeconds)
                    .thenComparing(Comparator.comparingLong(TripWork::seconds).reversed()))
            .toList();
    List<PickerDay> days = crew.stream().map(c -> new PickerDay(c, List.of())).toList();
    Model model = new Model();
    SolverConfig config = configs.read(FILE, model::of).config();
    SolverFactory<PickerPlan> factory = SolverFactory.create(config);
    PickerPlan plan = factory.buildSolver().solve(new PickerPlan(model.weights, urgentFirst, days));
    Map<Integer, String> pickerOf = new HashMap<>();
    for (PickerDay day : plan.days()) {
      for (Turn turn : day.turns()) {
        if (turn.missingSkills() > 0) {
          nobody.put(turn.number(), Obstacle.SKILL);
        } else if (turn.afterShift() > 0) {
          nobody.put(turn.number(), Obstacle.SHIFT);
        } else {
          pickerOf.put(turn.number(), day.picker());
        }
      }
    }
    return new Assignment(pickerOf, nobody, terms(factory, plan));
  }

  private static List<Term> terms(SolverFactory<PickerPlan> factory, PickerPlan plan) {
    return SolutionManager.<PickerPlan, HardMediumSoftLongScore>create(factory)
        .explain(plan)
        .getConstraintMatchTotalMap()
        .values()
        .stream()
        .map(PickerPlanner::term)
        .sorted(Comparator.comparing(Term::score).thenComparing(Term::name))
        .toList();
  }

  private static Term term(ConstraintMatchTotal<HardMediumSoftLongScore> total) {
    List<PickerReason> reasons =
        total.getConstraintMatchSet().stream()
            .sorted(
                Comparator.comparing(
                    (ConstraintMatch<HardMediumSoftLongScore> match) -> match.getScore()))
            .map(match -> (PickerReason) match.getJustification())
            .toList();
    return new Term(
        total.getConstraintName(),
        Objects.requireNonNullElse(total.getConstraintWeight(), HardMediumSoftLongScore.ZERO),
        total.getScore(),
        reasons);
  }

  /** Fills in what is planned, and takes the weights out of the text that says the budget. */
  private static final class Model {
    private PickerWeights weights = new PickerWeights();

    SolverConfig of(SolverConfig config) {
      ScoreDirectorFactoryConfig said = config.getScoreDirectorFactoryConfig();
      Map<String, String> named =
          said == null ? null : said.getConstraintProviderCustomProperties();
      weights = PickerWeights.of(Objects.requireNonNullElse(named, Map.of()));
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
}
