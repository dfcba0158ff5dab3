package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.SolverConfig;

/**
 * Searches with several threads: in each round the trips are dealt out anew, every thread improves
 * its share with a solver of its own, and the shares are laid together again.
 */
final class Rounds {
  /** From this share of all on only the way counts. */
  private static final double FULLNESS_ENDS = 0.85;

  private static final double FULLNESS_FADES = 0.35;

  private final JobBook book;
  private final SolverConfig config;
  private final ExecutorService threads;
  private final List<TripBoard> boards;
  private final Random random;
  private final int rounds;
  private final List<Load> rooms;
  private final double fullness;
  private final @Nullable Closing closing;
  private List<List<Job>> current;
  private List<List<Job>> best;
  private long bestScore;

  /**
   * Phases that look at the whole plan at the end of each cycle.
   *
   * @param looks trips they may look at
   * @param nanos the time they may take
   */
  record Closing(SolverConfig config, long looks, long nanos) {}

  /** What a share of the trips became: where the search stands, and the best it saw. */
  private record Share(List<Trip> now, long score, List<Trip> best) {}

  Rounds(
      JobBook book,
      SolverConfig config,
      ExecutorService threads,
      List<TripBoard> boards,
      int rounds,
      double fullness,
      @Nullable Closing closing,
      TripPlan first) {
    this.book = book;
    this.config = config;
    this.threads = threads;
    this.boards = boards;
    this.rounds = rounds;
    this.fullness = fullness;
    this.closing = closing;
    random = new Random(Objects.requireNonNullElse(config.getRandomSeed(), 0L));
    rooms = first.trips().stream().map(Trip::room).toList();
    current = jobs(first.trips());
    best = current;
    bestScore = Long.MAX_VALUE;
  }

  private static List<List<Job>> jobs(List<Trip> trips) {
    return trips.stream().map(trip -> List.copyOf(trip.jobs())).toList();
  }

  TripPlan plan() {
    Pace pace = boards.getFirst().pace;
    double before = 0;
    boolean filling = true;
    for (int round = 1; round <= rounds; round++) {
      double share = round / (double) rounds;
      double inCycle = pace.inCycle((round - 1) / (double) rounds);
      if (inCycle < before) {
        close();
        current = best;
        filling = !filling;
      }
      before = inCycle;
      double liked =
          filling ? fullness * Math.clamp((FULLNESS_ENDS - inCycle) / FULLNESS_FADES, 0, 1) : 0;
      boards.forEach(board -> board.pace.until(share));
      boards.forEach(board -> board.pace.fullness(liked));
      round();
    }
    close();
    return laid(best);
  }

  private TripPlan laid(List<List<Job>> jobs) {
    List<Trip> trips =
        IntStream.range(0, jobs.size())
            .mapToObj(i -> new Trip(i, rooms.get(i), jobs.get(i)))
            .toList();
    return new TripPlan(boards.getFirst(), List.of(book.jobs), trips).scored();
  }

  private void close() {
    if (closing == null) {
      return;
    }
    Pace pace = boards.getFirst().pace;
    boards.forEach(board -> board.pace.fullness(0));
    pace.looking(closing.looks, closing.nanos);
    TripPlan closed =
        SolverFactory.<TripPlan>create(closing.config).buildSolver().solve(laid(best));
    long score = score(closed);
    if (score < bestScore) {
      bestScore = score;
      best = jobs(closed.trips());
    }
  }

  private static long score(TripPlan plan) {
    return -plan.score().softScore() - (plan.score().hardScore() << 32);
  }

  private void round() {
    List<List<Integer>> dealt = dealt();
    SolverFactory<TripPlan> factory = SolverFactory.create(config);
    List<Future<Share>> running = new ArrayList<>();
    List<Share> shares = new ArrayList<>();
    for (int i = dealt.size() - 1; i >= 0; i--) {
      TripBoard board = boards.get(i);
      List<Integer> trips = dealt.get(i);
      config.setRandomSeed(random.nextLong());
      Solver<TripPlan> solver = factory.buildSolver();
      if (i > 0) {
        running.add(threads.submit(() -> share(solver, board, trips)));
      } else {
        shares.add(share(solver, board, trips));
      }
    }
    running.forEach(future -> shares.add(done(future)));
    Collections.reverse(dealt);
    Collections.rotate(dealt, 1);
    together(dealt, shares);
  }

  private List<List<Integer>> dealt() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, current.size()).boxed().toList());
    Collections.shuffle(order, random);
    List<List<Integer>> dealt = new ArrayList<>();
    boards.forEach(board -> dealt.add(new ArrayList<>()));
    for (int i = 0; i < order.size(); i++) {
      dealt.get(i % dealt.size()).add(order.get(i));
    }
    return dealt;
  }

  private Share share(Solver<TripPlan> solver, TripBoard board, List<Integer> of) {
    List<Trip> trips = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    for (int trip : of) {
      trips.add(new Trip(trips.size(), rooms.get(trip), current.get(trip)));
      jobs.addAll(current.get(trip));
    }
    if (jobs.isEmpty()) {
      return new Share(trips, 0, trips);
    }
    TripPlan solved = solver.solve(new TripPlan(board, jobs, trips));
    List<Trip> now = List.of(board.trips);
    board.pace.fullness(0);
    TripPlan pure = solved.scored();
    return new Share(now, score(pure), solved.trips());
  }

  private static Share done(Future<Share> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void together(List<List<Integer>> dealt, List<Share> shares) {
    List<List<Job>> next = new ArrayList<>(current);
    List<List<Job>> seen = new ArrayList<>(current);
    long score = 0;
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      score += share.score;
      for (int k = 0; k < dealt.get(i).size(); k++) {
        next.set(dealt.get(i).get(k), List.copyOf(share.now.get(k).jobs()));
        seen.set(dealt.get(i).get(k), List.copyOf(share.best.get(k).jobs()));
      }
    }
    current = next;
    if (score < bestScore) {
      bestScore = score;
      best = seen;
    }
  }
}
