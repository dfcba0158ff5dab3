package dev.ordo.wave.solver;

import java.util.List;
import java.util.Objects;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.solver.SolverConfig;

/**
 * Turns the starting temperature of simulated annealing from thousandths of a mean trip, which a
 * file can say for every warehouse, into the millimetres of this one.
 */
final class Temperature {
  private Temperature() {}

  static void scale(SolverConfig config, long meanTripMm) {
    Objects.requireNonNullElse(config.getPhaseConfigList(), List.of()).stream()
        .filter(LocalSearchPhaseConfig.class::isInstance)
        .map(phase -> ((LocalSearchPhaseConfig) phase).getAcceptorConfig())
        .filter(Objects::nonNull)
        .filter(acceptor -> acceptor.getSimulatedAnnealingStartingTemperature() != null)
        .forEach(acceptor -> scale(acceptor, meanTripMm));
  }

  private static void scale(LocalSearchAcceptorConfig acceptor, long meanTripMm) {
    HardSoftLongScore said =
        HardSoftLongScore.parseScore(acceptor.getSimulatedAnnealingStartingTemperature());
    acceptor.setSimulatedAnnealingStartingTemperature(
        HardSoftLongScore.of(said.hardScore(), Math.max(1, said.softScore() * meanTripMm / 1000))
            .toString());
  }
}
