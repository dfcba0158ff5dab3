package dev.ordo.wave.solver;

import java.util.Iterator;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** The moves of the search: jobs that lie near each other are brought onto one trip. */
public class Exchanges implements MoveIteratorFactory<TripPlan, Exchange> {
  private @Nullable Candidates candidates;

  @Override
  public void phaseStarted(ScoreDirector<TripPlan> director) {
    candidates = null;
  }

  @Override
  public void phaseEnded(ScoreDirector<TripPlan> director) {
    candidates = null;
  }

  @Override
  public long getSize(ScoreDirector<TripPlan> director) {
    long jobs = director.getWorkingSolution().jobs().size();
    return jobs * jobs;
  }

  @Override
  public Iterator<Exchange> createOriginalMoveIterator(ScoreDirector<TripPlan> director) {
    throw new UnsupportedOperationException("Exchanges come in random order only.");
  }

  @Override
  public Iterator<Exchange> createRandomMoveIterator(
      ScoreDirector<TripPlan> director, Random random) {
    if (candidates == null) {
      candidates = new Candidates(director.getWorkingSolution().board(), random.nextLong());
    }
    return candidates;
  }
}
