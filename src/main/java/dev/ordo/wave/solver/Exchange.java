package dev.ordo.wave.solver;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.Move;

/** Gives two or three trips other jobs. */
final class Exchange implements Move<TripPlan> {
  private static final String JOBS = "jobs";

  private final Trip[] trips;
  private final Job[][] jobs;

  /**
   * @param jobs what each of the trips carries afterwards
   */
  Exchange(Trip[] trips, Job[][] jobs) {
    this.trips = trips;
    this.jobs = jobs;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<TripPlan> director) {
    return true;
  }

  @Override
  public Move<TripPlan> doMove(ScoreDirector<TripPlan> director) {
    Job[][] before = new Job[trips.length][];
    for (int i = 0; i < trips.length; i++) {
      before[i] = trips[i].jobs().toArray(Job[]::new);
    }
    doMoveOnly(director);
    return new Exchange(trips, before);
  }

  @Override
  public void doMoveOnly(ScoreDirector<TripPlan> director) {
    for (int i = 0; i < trips.length; i++) {
      give(director, trips[i], jobs[i]);
    }
    director.triggerVariableListeners();
  }

  private static void give(ScoreDirector<TripPlan> director, Trip trip, Job[] jobs) {
    List<Job> list = trip.jobs();
    director.beforeListVariableChanged(trip, JOBS, 0, list.size());
    list.clear();
    for (Job job : jobs) {
      list.add(job);
    }
    director.afterListVariableChanged(trip, JOBS, 0, jobs.length);
  }

  @Override
  public Collection<?> getPlanningEntities() {
    return List.of(trips);
  }

  @Override
  public Collection<?> getPlanningValues() {
    return Stream.of(jobs).map(List::of).toList();
  }

  @Override
  public String toString() {
    return "exchange between " + List.of(trips);
  }
}
