package dev.ordo.wave;

import dev.ordo.wave.solver.SolverConfigs;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows which solver configs are in use, and why the newest of a file is not. */
@Component
class SolverConfigHealth implements HealthIndicator {
  private final SolverConfigs configs;

  SolverConfigHealth(SolverConfigs configs) {
    this.configs = configs;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (SolverConfigs.State state : configs.states()) {
      health.withDetail(
          state.name(),
          state.refused() == null
              ? state.hash()
              : state.hash() + ", newest refused: " + state.refused());
    }
    return health.build();
  }
}
