package dev.ordo.wave.solver;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * Scores a plan by exact routes. Hard: thousandths of overload. Soft: millimetres walked. Only
 * trips that changed are looked at.
 */
public class TripScore implements IncrementalScoreCalculator<TripPlan, HardSoftLongScore> {
  private @Nullable TripBoard board;

  @Override
  public void resetWorkingSolution(TripPlan plan) {
    board = plan.board();
    board.reset(plan);
  }

  private TripBoard board() {
    if (board == null) {
      throw new IllegalStateException("There is no plan to score yet.");
    }
    return board;
  }

  @Override
  public HardSoftLongScore calculateScore() {
    TripBoard now = board();
    now.refresh();
    return HardSoftLongScore.of(-now.over(), -now.millimetres());
  }

  @Override
  public void afterListVariableChanged(Object entity, String name, int from, int to) {
    board().changed(((Trip) entity).number());
  }

  @Override
  public void beforeListVariableChanged(Object entity, String name, int from, int to) {}

  @Override
  public void beforeListVariableElementAssigned(String name, Object element) {}

  @Override
  public void afterListVariableElementAssigned(String name, Object element) {}

  @Override
  public void beforeListVariableElementUnassigned(String name, Object element) {}

  @Override
  public void afterListVariableElementUnassigned(String name, Object element) {}

  @Override
  public void beforeEntityAdded(Object entity) {}

  @Override
  public void afterEntityAdded(Object entity) {}

  @Override
  public void beforeVariableChanged(Object entity, String name) {}

  @Override
  public void afterVariableChanged(Object entity, String name) {}

  @Override
  public void beforeEntityRemoved(Object entity) {}

  @Override
  public void afterEntityRemoved(Object entity) {}
}
