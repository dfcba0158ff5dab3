package dev.ordo.wave.solver;

import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.Move;

/** Gives two trips other jobs. */
final class Exchange implements Move<TripPlan> {
  private static final String JOBS = "jobs";

  private final Trip one;
  private final Job[] ofOne;
  private final Trip other;
  private final Job[] ofOther;

  Exchange(Trip one, Job[] ofOne, Trip other, Job[] ofOther) {
    this.one = one;
    this.ofOne = ofOne;
    this.other = other;
    this.ofOther = ofOther;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<TripPlan> director) {
    return true;
  }

  @Override
  public Move<TripPlan> doMove(ScoreDirector<TripPlan> director) {
    Exchange undo =
        new Exchange(one, one.jobs().toArray(Job[]::new), other, other.jobs().toArray(Job[]::new));
    doMoveOnly(director);
    return undo;
  }

  @Override
  public void doMoveOnly(ScoreDirector<TripPlan> director) {
    give(director, one, ofOne);
    give(director, other, ofOther);
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
    return List.of(one, other);
  }

  @Override
  public Collection<?> getPlanningValues() {
    return List.of(List.of(ofOne), List.of(ofOther));
  }

  @Override
  public String toString() {
    return one + " with " + other;
  }
}
