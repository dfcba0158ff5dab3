package dev.ordo.wave.solver;

import dev.ordo.site.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** Puts jobs on trips so that pickers walk as little as possible. */
public class TripPlanner {
  /** Its solver config. */
  public static final String FILE = "wave.xml";

  /**
   * What to plan.
   *
   * @param rooms the trolleys' capacities, at least one; trips use them in turn
   * @param moves a limit of tried moves instead of time, for plans that can be repeated
   */
  public record Task(Layout layout, List<Job> jobs, List<Load> rooms, OptionalInt moves) {}

  /**
   * A plan.
   *
   * @param trips the trips that carry something, each with its exact route
   * @param metres their sum
   * @param baseline metres if every job were walked alone
   * @param score the search's own words
   * @param configHash SHA-256 of the config used
   * @param seed the search's random seed
   */
  public record Plan(
      List<PlannedTrip> trips,
      double metres,
      double baseline,
      String score,
      String configHash,
      long seed) {}

  /** One trip of a plan. */
  public record PlannedTrip(List<Job> jobs, Load room, Route route) {}

  private final SolverConfigs configs;

  public TripPlanner(SolverConfigs configs) {
    this.configs = configs;
  }

  /** Plans; jobs that fit on no trolley alone get a trip of their own, overloaded. */
  public Plan plan(Task task) {
    Floor floor = new Floor(task.layout);
    var read = configs.read(FILE, TripPlanner::model);
    SolverConfig config = read.config();
    task.moves.ifPresent(moves -> limit(config, moves));
    List<Job> jobs = numbered(task.jobs);
    Temperature.scale(config, meanTripMm(new Walk(floor), jobs, task.rooms));
    TripPlan best = best(new TripPlan(floor, jobs, trips(jobs, task.rooms)), config);
    Walk walk = new Walk(floor);
    List<PlannedTrip> trips =
        best.trips().stream()
            .filter(trip -> !trip.jobs().isEmpty())
            .map(trip -> planned(trip, walk))
            .toList();
    return new Plan(
        trips,
        trips.stream().mapToDouble(trip -> trip.route().metres()).sum(),
        jobs.stream().mapToDouble(job -> walk.metres(job.stops())).sum(),
        String.valueOf(best.score()),
        read.hash(),
        config.getRandomSeed() == null ? 0 : config.getRandomSeed());
  }

  private static void limit(SolverConfig config, int moves) {
    config.setTerminationConfig(
        new TerminationConfig().withScoreCalculationCountLimit((long) moves));
  }

  private static PlannedTrip planned(Trip trip, Walk walk) {
    List<Stop> stops = trip.jobs().stream().flatMap(job -> job.stops().stream()).toList();
    return new PlannedTrip(List.copyOf(trip.jobs()), trip.room(), walk.route(stops));
  }

  /** The mean trip if jobs go on trolleys as they come: the scale of what a move can win. */
  private static long meanTripMm(Walk walk, List<Job> jobs, List<Load> rooms) {
    double metres = 0;
    int trips = 0;
    Load load = Load.NOTHING;
    Set<Stop> stops = new HashSet<>();
    for (Job job : jobs) {
      if (!stops.isEmpty() && !load.plus(job.load()).fitsIn(rooms.getFirst())) {
        metres += walk.metres(stops);
        trips++;
        stops.clear();
        load = Load.NOTHING;
      }
      load = load.plus(job.load());
      stops.addAll(job.stops());
    }
    return Math.round(1000 * (metres + walk.metres(stops)) / (trips + 1));
  }

  private static List<Job> numbered(List<Job> jobs) {
    List<Job> numbered = new ArrayList<>();
    for (Job job : jobs) {
      numbered.add(new Job(numbered.size(), job.consignment(), job.stops(), job.load()));
    }
    return numbered;
  }

  /** Searches, unless there is nothing to find: one trolley for all, or one for each. */
  private static TripPlan best(TripPlan problem, SolverConfig config) {
    List<Trip> trips = problem.trips();
    if (trips.size() == 1 || trips.stream().noneMatch(trip -> trip.jobs().isEmpty())) {
      return problem.scored();
    }
    trips.forEach(trip -> trip.jobs().clear());
    return SolverFactory.<TripPlan>create(config).buildSolver().solve(problem);
  }

  /**
   * The trips of first fit decreasing. One trip is the best plan, since a walk through all is never
   * longer than two walks; and where every job fills a trolley there is no other. Else a few empty
   * trips are added for the search to play with.
   */
  private static List<Trip> trips(List<Job> jobs, List<Load> rooms) {
    List<Trip> trips = new ArrayList<>();
    jobs.stream()
        .sorted(Comparator.comparingLong((Job job) -> job.load().overIn(Load.NOTHING)).reversed())
        .forEach(job -> firstFit(job, trips, rooms).jobs().add(job));
    int filled = trips.size();
    if (filled > 1 && filled < jobs.size()) {
      int count = Math.min(jobs.size(), filled + Math.max(2, filled / 10));
      for (int number = filled; number < count; number++) {
        trips.add(new Trip(number, rooms.get(number % rooms.size())));
      }
    }
    return trips;
  }

  private static Trip firstFit(Job job, List<Trip> trips, List<Load> rooms) {
    for (Trip trip : trips) {
      if (trip.load().plus(job.load()).fitsIn(trip.room())) {
        return trip;
      }
    }
    Trip next = new Trip(trips.size(), rooms.get(trips.size() % rooms.size()));
    trips.add(next);
    return next;
  }

  private static SolverConfig model(SolverConfig config) {
    return config
        .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
        .withSolutionClass(TripPlan.class)
        .withEntityClasses(Trip.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(TripScore.class));
  }
}
