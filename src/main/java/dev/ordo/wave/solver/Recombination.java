package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;

/**
 * Lays the plan together anew from trips that the search has seen, if that is shorter. Where
 * trolleys are nearly full single exchanges hardly ever fit, while good trips of different moments
 * often do. Trolleys of several sizes are left as they are.
 */
public class Recombination implements CustomPhaseCommand<TripPlan> {
  @Override
  public void changeWorkingSolution(ScoreDirector<TripPlan> director) {
    TripPlan plan = director.getWorkingSolution();
    TripBoard board = plan.board();
    board.refresh();
    Load room = plan.trips().getFirst().room();
    if (board.over() == 0 && plan.trips().stream().allMatch(trip -> trip.room().equals(room))) {
      Known known = new Known(plan, board);
      int[][] chosen = known.shortened(board);
      if (chosen.length <= plan.trips().size()) {
        apply(director, plan, chosen);
      }
    }
  }

  private static void apply(ScoreDirector<TripPlan> director, TripPlan plan, int[][] chosen) {
    Job[] jobs = plan.board().book.jobs;
    Trip[] trips = plan.trips().toArray(Trip[]::new);
    Job[][] carried = new Job[trips.length][];
    for (int trip = 0; trip < trips.length; trip++) {
      int[] numbers = trip < chosen.length ? chosen[trip] : new int[0];
      carried[trip] = IntStream.of(numbers).mapToObj(job -> jobs[job]).toArray(Job[]::new);
    }
    new Exchange(trips, carried).doMoveOnly(director);
  }

  /** The trips of the plan, and those that were seen. */
  private static final class Known {
    private final Set<Long> keys = new HashSet<>();
    private final List<int[]> members = new ArrayList<>();
    private final List<Integer> units = new ArrayList<>();
    private final int inPlan;

    Known(TripPlan plan, TripBoard board) {
      for (Trip trip : plan.trips()) {
        if (!trip.jobs().isEmpty()) {
          int[] jobs = trip.jobs().stream().mapToInt(Job::number).toArray();
          add(board.keys[trip.number()], jobs, board.units[trip.number()]);
        }
      }
      inPlan = members.size();
      for (TripsSeen seen : board.book.seen) {
        seen.forEach(place -> add(seen.key(place), seen.jobs(place), seen.units(place)));
      }
    }

    private void add(long key, int[] jobs, int length) {
      if (keys.add(key)) {
        members.add(jobs);
        units.add(length);
      }
    }

    int[][] shortened(TripBoard board) {
      Cover cover =
          new Cover(
              board.book.size(),
              members.toArray(int[][]::new),
              units.stream().mapToInt(Integer::intValue).toArray(),
              IntStream.range(0, inPlan).toArray(),
              keys.size());
      return IntStream.of(cover.shortened(board.pace.looks(), board.pace.lookUntil()))
          .mapToObj(members::get)
          .toArray(int[][]::new);
    }
  }
}
