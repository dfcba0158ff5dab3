package dev.ordo.wave.solver;

import dev.ordo.site.Layout;
import dev.ordo.site.Walking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;

/** Puts jobs on trips so that pickers walk as little as possible. */
public class TripPlanner {
  /** Its solver config. */
  public static final String FILE = "wave.xml";

  /** The solver config of the order of visits on free floors. */
  public static final String VISITS_FILE = "visits.xml";

  /** One part in so many of the time goes into the order of visits on a free floor. */
  private static final int VISITING = 6;

  /**
   * What to plan.
   *
   * @param rooms the trolleys' capacities, at least one; trips use them in turn
   */
  public record Task(
      Layout layout, List<Job> jobs, List<Load> rooms, Limit limit, Walking walking) {
    public Task(Layout layout, List<Job> jobs, List<Load> rooms, Limit limit) {
      this(layout, jobs, rooms, limit, Walking.SHORTEST);
    }

    public Task(Layout layout, List<Job> jobs, List<Load> rooms) {
      this(layout, jobs, rooms, Limit.OF_CONFIG);
    }
  }

  /**
   * When to stop; what is not said here is said by the solver config.
   *
   * @param time for searching
   * @param moves a limit of tried moves instead of time, for plans that can be repeated
   * @param seed of all chance
   */
  public record Limit(@Nullable Duration time, @Nullable Long moves, @Nullable Long seed) {
    public static final Limit OF_CONFIG = new Limit(null, null, null);

    public static Limit moves(long moves) {
      return new Limit(null, moves, null);
    }
  }

  /**
   * A plan.
   *
   * @param trips the trips that carry something, each with its exact route
   * @param metres their sum
   * @param baseline metres if every job were walked alone
   * @param otherMetres the same trips walked the {@linkplain Walking#other other} way; 0 on a free
   *     floor and on one of more than four blocks
   * @param least metres these trips cannot go below; on rectangular floors what they are
   * @param score the search's own words
   * @param configHash SHA-256 of the config used
   * @param seed the search's random seed
   */
  public record Plan(
      List<PlannedTrip> trips,
      double metres,
      double baseline,
      double otherMetres,
      double least,
      String score,
      String configHash,
      long seed) {}

  /** One trip of a plan. */
  public record PlannedTrip(List<Job> jobs, Load room, Route route) {}

  private final SolverConfigs configs;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
          work -> Thread.ofPlatform().name("trip-search").daemon().unstarted(work));

  public TripPlanner(SolverConfigs configs) {
    this.configs = configs;
  }

  /** Plans; jobs that fit on no trolley alone get a trip of their own, overloaded. */
  public Plan plan(Task task) {
    List<Stop> stops = task.jobs.stream().flatMap(job -> job.stops().stream()).distinct().toList();
    Ground ground = Ground.of(task.layout, task.walking, stops);
    var read = configs.read(FILE, TripPlanner::model);
    SolverConfig config = read.config();
    if (task.limit.seed != null) {
      config.setRandomSeed(task.limit.seed);
    }
    List<Job> jobs = numbered(task.jobs);
    TripPlan best =
        new TripSearch(config, searching(ground, config, task.limit), threads)
            .best(ground, jobs, task.rooms);
    Guide walk = guide(ground, config, task.limit, best);
    List<PlannedTrip> trips =
        best.trips().stream()
            .filter(trip -> !trip.jobs().isEmpty())
            .map(trip -> planned(trip, walk))
            .toList();
    return new Plan(
        trips,
        trips.stream().mapToDouble(trip -> trip.route().metres()).sum(),
        jobs.stream().mapToDouble(job -> walk.metres(job.stops())).sum(),
        other(task, trips),
        trips.stream().mapToDouble(trip -> trip.route().least()).sum(),
        String.valueOf(best.score()),
        read.hash(),
        config.getRandomSeed() == null ? 0 : config.getRandomSeed());
  }

  /** On a free floor a part of the time is left for the order of visits. */
  private static Limit searching(Ground ground, SolverConfig config, Limit limit) {
    if (ground instanceof Floor || limit.moves != null) {
      return limit;
    }
    Duration all = TripSearch.time(config, limit);
    return new Limit(all.minus(visiting(all)), null, limit.seed);
  }

  private static Duration visiting(Duration all) {
    return all.dividedBy(VISITING);
  }

  private Guide guide(Ground ground, SolverConfig config, Limit limit, TripPlan plan) {
    if (!(ground instanceof Network network)) {
      return ground.guide();
    }
    Duration time = limit.moves != null ? null : visiting(TripSearch.time(config, limit));
    int used = (int) plan.trips().stream().filter(trip -> !trip.jobs().isEmpty()).count();
    SolverConfig visits = configs.read(VISITS_FILE, VisitPlanner::model).config();
    if (limit.seed != null) {
      visits.setRandomSeed(limit.seed);
    }
    return new NetworkWalk(network, new VisitPlanner(visits, time, used));
  }

  private static double other(Task task, List<PlannedTrip> trips) {
    if (!task.layout.isExact()) {
      return 0;
    }
    Walk other = new Walk(new Floor(task.layout, task.walking.other()));
    return trips.stream().mapToDouble(trip -> other.metres(trip.route().stops())).sum();
  }

  private static PlannedTrip planned(Trip trip, Guide walk) {
    List<Stop> stops = trip.jobs().stream().flatMap(job -> job.stops().stream()).toList();
    return new PlannedTrip(List.copyOf(trip.jobs()), trip.room(), walk.route(stops));
  }

  private static List<Job> numbered(List<Job> jobs) {
    List<Job> numbered = new ArrayList<>();
    for (Job job : jobs) {
      numbered.add(new Job(numbered.size(), job.consignment(), job.stops(), job.load()));
    }
    return numbered;
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
