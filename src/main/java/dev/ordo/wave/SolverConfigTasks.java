package dev.ordo.wave;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.wave.solver.SolverConfigs;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells people which solver config is refused and why, until one is there that holds. */
@Component
class SolverConfigTasks {
  private static final Duration TIME_TO_MEND = Duration.ofHours(8);
  private static final int LONGEST = 300;

  private final SolverConfigs configs;
  private final Tasks tasks;
  private final BusinessClock clock;

  SolverConfigTasks(SolverConfigs configs, Tasks tasks, BusinessClock clock) {
    this.configs = configs;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** As the last wave found them. */
  void tell() {
    for (SolverConfigs.State state : configs.states()) {
      String refused = state.refused();
      if (refused == null) {
        tasks.close(key(state), "mended");
      } else {
        tasks.open(task(state, refused));
      }
    }
  }

  private static String key(SolverConfigs.State state) {
    return "solver-config:" + state.name();
  }

  private NewTask task(SolverConfigs.State state, String refused) {
    return new NewTask(
        "SOLVER_CONFIG",
        "FILE",
        0,
        key(state),
        Role.WAREHOUSE,
        "wave.task.solver-config",
        List.of(state.name(), refused.substring(0, Math.min(refused.length(), LONGEST))),
        clock.now().plus(TIME_TO_MEND));
  }
}
