package dev.ordo.wave.solver;

import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.Move;
import org.optaplanner.core.impl.heuristic.selector.common.decorator.SelectionFilter;

/**
 * Lets only moves between two trips pass: the order within a trip is the route's, not the list's.
 */
public class BetweenTrips implements SelectionFilter<TripPlan, Move<TripPlan>> {
  @Override
  public boolean accept(ScoreDirector<TripPlan> director, Move<TripPlan> move) {
    return move.getPlanningEntities().stream().distinct().count() > 1;
  }
}
