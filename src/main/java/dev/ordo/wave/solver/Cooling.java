package dev.ordo.wave.solver;

import org.optaplanner.core.impl.phase.scope.AbstractPhaseScope;
import org.optaplanner.core.impl.solver.scope.SolverScope;
import org.optaplanner.core.impl.solver.termination.AbstractTermination;

/**
 * Ends a phase when the plan's {@link Pace} says so, and lets simulated annealing cool evenly on a
 * logarithmic scale.
 */
public class Cooling extends AbstractTermination<TripPlan> {
  @Override
  public boolean isSolverTerminated(SolverScope<TripPlan> scope) {
    throw new UnsupportedOperationException("Cooling ends phases: put it into <localSearch>.");
  }

  @Override
  public boolean isPhaseTerminated(AbstractPhaseScope<TripPlan> scope) {
    return scope.getWorkingSolution().board().pace.paused();
  }

  @Override
  public double calculateSolverTimeGradient(SolverScope<TripPlan> scope) {
    throw new UnsupportedOperationException("Cooling ends phases: put it into <localSearch>.");
  }

  @Override
  public double calculatePhaseTimeGradient(AbstractPhaseScope<TripPlan> scope) {
    return scope.getWorkingSolution().board().pace.gone();
  }
}
