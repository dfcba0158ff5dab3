package dev.ordo.wave.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.phase.PhaseConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** Runs the phases of a solver config over one wave. */
final class TripSearch {
  private static final Duration DEFAULT_TIME = Duration.ofSeconds(3);

  /** A round takes at least this long: starting its solvers takes about a thousandth. */
  private static final long SHORTEST_ROUND_MS = 50;

  private static final int MOST_CYCLES = 7;
  private static final double MOVES_PER_SECOND = 1_000_000;

  private static final long MOVES_PER_ROUND = 10_000;
  private static final int MOST_ROUNDS = 300;

  /** With fewer trips than this to share out, one thread does better with all of them. */
  private static final int LEAST_TRIPS_PER_THREAD = 4;

  /** At the end it is so many times colder than at the beginning. */
  private static final double COOLED = 12;

  /**
   * At the beginning a full trip and an empty one are this share of a trip better than two half
   * full.
   */
  private static final double FULLNESS = 1;

  /** One closing takes this share of the time. */
  private static final double CLOSING = 0.06;

  private static final long LOOKS_PER_MOVE = 4;
  private static final double CLOSES_FROM_SECONDS = 5;
  private static final double CLOSES_FROM_SECONDS_PER_JOB = 0.03;

  private final SolverConfig config;
  private final TripPlanner.Limit limit;
  private final ExecutorService threads;
  private final int workers;

  TripSearch(SolverConfig config, TripPlanner.Limit limit, ExecutorService threads) {
    this.config = config;
    this.limit = limit;
    this.threads = threads;
    workers = workers(config);
    config.setMoveThreadCount(SolverConfig.MOVE_THREAD_COUNT_NONE);
  }

  private static int workers(SolverConfig config) {
    String said = Objects.requireNonNullElse(config.getMoveThreadCount(), "NONE");
    int processors = Runtime.getRuntime().availableProcessors();
    return switch (said) {
      case SolverConfig.MOVE_THREAD_COUNT_NONE -> 1;
      case SolverConfig.MOVE_THREAD_COUNT_AUTO -> processors;
      default -> Math.clamp(Integer.parseInt(said), 1, processors);
    };
  }

  /** Searches, unless there is nothing to find: one trolley for all, or one for each. */
  TripPlan best(Ground ground, List<Job> jobs, List<Load> rooms) {
    JobBook book = new JobBook(ground, jobs);
    Pace pace = pace(jobs.size());
    TripBoard board = new TripBoard(book, pace);
    List<Trip> trips = trips(jobs, rooms);
    TripPlan problem = new TripPlan(board, jobs, trips);
    if (trips.size() == 1 || trips.stream().noneMatch(trip -> trip.jobs().isEmpty())) {
      return problem.scored();
    }
    trips.forEach(trip -> trip.jobs().clear());
    book.measurePairs(threads, workers);
    TripPlan first = solve(phases(Stage.FIRST), problem);
    SolverConfig later = phases(Stage.COOLING);
    return Objects.requireNonNullElse(later.getPhaseConfigList(), List.of()).isEmpty()
        ? first
        : improved(later, book, board, first);
  }

  private Pace pace(int jobs) {
    Pace pace = new Pace();
    if (limit.moves() != null) {
      pace.tries(limit.moves());
    } else {
      pace.time(time().toNanos() - (closes(jobs) ? closingNanos() : 0));
    }
    if (closes(jobs)) {
      pace.remember();
    }
    return pace;
  }

  private Duration time() {
    return time(config, limit);
  }

  static Duration time(SolverConfig config, TripPlanner.Limit limit) {
    if (limit.time() != null) {
      return limit.time();
    }
    TerminationConfig said = config.getTerminationConfig();
    Long millis = said == null ? null : said.calculateTimeMillisSpentLimit();
    return millis == null ? DEFAULT_TIME : Duration.ofMillis(millis);
  }

  /** The phases of the config: those that begin, those that cool, and those after them. */
  private enum Stage {
    FIRST,
    COOLING,
    CLOSING
  }

  private SolverConfig phases(Stage stage) {
    List<PhaseConfig> phases = Objects.requireNonNullElse(config.getPhaseConfigList(), List.of());
    int from = (int) phases.stream().takeWhile(phase -> !cools(phase)).count();
    int to = from + (int) phases.stream().skip(from).takeWhile(TripSearch::cools).count();
    SolverConfig part = config.copyConfig();
    part.setPhaseConfigList(
        new ArrayList<>(
            switch (stage) {
              case FIRST -> phases.subList(0, from);
              case COOLING -> phases.subList(from, to);
              case CLOSING -> phases.subList(to, phases.size());
            }));
    part.setTerminationConfig(
        stage == Stage.FIRST
            ? new TerminationConfig().withMillisecondsSpentLimit(time().toMillis())
            : new TerminationConfig());
    return part;
  }

  /** Looking at the whole plan pays where there is time to have seen much. */
  private boolean closes(int jobs) {
    return seconds() >= CLOSES_FROM_SECONDS
        && seconds() / jobs >= CLOSES_FROM_SECONDS_PER_JOB
        && !phases(Stage.CLOSING).getPhaseConfigList().isEmpty();
  }

  private long closingNanos() {
    return (long) (CLOSING * time().toNanos());
  }

  private Rounds.@Nullable Closing closing(int jobs) {
    if (!closes(jobs)) {
      return null;
    }
    SolverConfig whole = phases(Stage.CLOSING);
    return limit.moves() == null
        ? new Rounds.Closing(whole, Long.MAX_VALUE, closingNanos())
        : new Rounds.Closing(whole, LOOKS_PER_MOVE * limit.moves(), Long.MAX_VALUE);
  }

  @SuppressWarnings("removal")
  private static boolean cools(PhaseConfig<?> phase) {
    return phase.getTerminationConfig() != null
        && phase.getTerminationConfig().getTerminationClass() == Cooling.class;
  }

  private static TripPlan solve(SolverConfig config, TripPlan problem) {
    return SolverFactory.<TripPlan>create(config).buildSolver().solve(problem);
  }

  private TripPlan improved(SolverConfig later, JobBook book, TripBoard board, TripPlan first) {
    long used = first.trips().stream().filter(trip -> !trip.jobs().isEmpty()).count();
    double meanTripMm = -first.score().softScore() / (double) used;
    double meanJobMm = -first.score().softScore() / (double) book.size();
    double hottest = 0;
    for (PhaseConfig<?> phase : later.getPhaseConfigList()) {
      if (phase instanceof LocalSearchPhaseConfig search) {
        hottest =
            Math.max(
                hottest, heat(search, meanJobMm * patience(book.size() * cycles(book.size()))));
      }
    }
    List<TripBoard> boards = new ArrayList<>(List.of(board));
    int parts = (int) Math.clamp(used / LEAST_TRIPS_PER_THREAD, 1, workers);
    for (int part = 1; part < parts; part++) {
      boards.add(new TripBoard(book, board.pace.twin()));
    }
    double perMm = book.ground.unitsPerMillimetre();
    for (TripBoard b : boards) {
      b.pace.temperature(hottest * perMm, hottest * perMm / COOLED);
    }
    boards.forEach(b -> b.pace.split(boards.size()));
    boards.forEach(b -> b.pace.cycles(cycles(book.size())));
    double fullness = FULLNESS * meanTripMm * perMm;
    return new Rounds(
            book, later, threads, boards, rounds(parts), fullness, closing(book.size()), first)
        .plan();
  }

  private int rounds(int parts) {
    if (parts == 1) {
      return 1;
    }
    return limit.moves() != null
        ? (int) Math.clamp(limit.moves() / MOVES_PER_ROUND, 1, MOST_ROUNDS)
        : (int) Math.clamp(time().toMillis() / SHORTEST_ROUND_MS, 1, MOST_ROUNDS);
  }

  /** Who has more time for each job can begin hotter: 1 at 30 ms. */
  private double patience(int jobs) {
    return Math.clamp(Math.pow(seconds() / jobs / 0.03, 0.25), 0.5, 2);
  }

  private double seconds() {
    return limit.moves() == null ? time().toNanos() / 1e9 : limit.moves() / MOVES_PER_SECOND;
  }

  /** Who has more than 50 ms for each job does better to begin again than to cool more slowly. */
  private int cycles(int jobs) {
    return (int) Math.clamp(seconds() / jobs / 0.05, 1, MOST_CYCLES);
  }

  /**
   * Turns the starting temperature from thousandths of what is walked for a mean job, which a file
   * can say for every warehouse, into the millimetres of this one.
   */
  private static double heat(LocalSearchPhaseConfig phase, double meanJobMm) {
    var acceptor = phase.getAcceptorConfig();
    if (acceptor == null || acceptor.getSimulatedAnnealingStartingTemperature() == null) {
      return 0;
    }
    HardSoftLongScore said =
        HardSoftLongScore.parseScore(acceptor.getSimulatedAnnealingStartingTemperature());
    long hot = Math.max(1, Math.round(said.softScore() * meanJobMm / 1000));
    acceptor.setSimulatedAnnealingStartingTemperature(
        HardSoftLongScore.of(said.hardScore(), hot).toString());
    return hot;
  }

  /**
   * The trips of first fit decreasing. One trip is the best plan, since a walk through all is never
   * longer than two walks; and where every job fills a trolley there is no other. Else empty trips
   * are added for the search to play with.
   */
  private static List<Trip> trips(List<Job> jobs, List<Load> rooms) {
    List<Trip> trips = new ArrayList<>();
    jobs.stream()
        .sorted(Comparator.comparingLong((Job job) -> job.load().overIn(Load.NOTHING)).reversed())
        .forEach(job -> firstFit(job, trips, rooms).jobs().add(job));
    int filled = trips.size();
    if (filled > 1 && filled < jobs.size()) {
      int count = Math.min(jobs.size(), filled + Math.max(3, filled / 4));
      IntStream.range(filled, count)
          .forEach(number -> trips.add(new Trip(number, rooms.get(number % rooms.size()))));
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
}
