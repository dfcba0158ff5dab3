package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;

/**
 * The first plan: trips are joined two by two, those first that save most (Clarke and Wright 1964,
 * savings computed anew after each joining), with exact routes.
 */
public class Savings implements CustomPhaseCommand<TripPlan> {
  @Override
  public void changeWorkingSolution(ScoreDirector<TripPlan> director) {
    TripPlan plan = director.getWorkingSolution();
    TripBoard board = plan.board();
    JobBook book = board.book;
    Load room = plan.trips().getFirst().room();
    List<int[]> groups = new Joining(book, board.lengths, book.pairs(), room).groups();
    if (plan.trips().stream().allMatch(trip -> trip.room().equals(room))) {
      groups = new Packing(book, room, board.pace, groups).packed();
    }
    List<Trip> free = new ArrayList<>(plan.trips());
    groups.sort(
        Comparator.comparingLong((int[] g) -> load(book, g).overIn(Load.NOTHING)).reversed());
    for (int[] group : groups) {
      Load load = load(book, group);
      Trip trip =
          free.stream().filter(t -> load.fitsIn(t.room())).findFirst().orElse(free.getFirst());
      free.remove(trip);
      IntStream.of(group).forEach(job -> assign(director, trip, book.jobs[job]));
    }
    director.triggerVariableListeners();
  }

  private static Load load(JobBook book, int[] group) {
    Load load = Load.NOTHING;
    for (int job : group) {
      load = load.plus(book.jobs[job].load());
    }
    return load;
  }

  private static void assign(ScoreDirector<TripPlan> director, Trip trip, Job job) {
    int at = trip.jobs().size();
    director.beforeListVariableElementAssigned(trip, "jobs", job);
    director.beforeListVariableChanged(trip, "jobs", at, at);
    trip.jobs().add(job);
    director.afterListVariableChanged(trip, "jobs", at, at + 1);
    director.afterListVariableElementAssigned(trip, "jobs", job);
  }
}
