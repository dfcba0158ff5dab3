package dev.ordo.wave;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.wave.solver.SolverConfigs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells people which solver config is refused and why, until one is there that holds. */
@Component
class SolverConfigTasks {
  private static final Duration TIME_TO_MEND = Duration.ofHours(8);
  private static final int LONGEST = 300;

  private final SolverConfigs configs;
  private final Tasks tasks;
  private final BusinessClock clock;
  private List<SolverConfigs.State> told = List.of();

  SolverConfigTasks(SolverConfigs configs, Tasks tasks, BusinessClock clock) {
    this.configs = configs;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** As the last wave found them; where nothing changed since there is nothing to tell. */
  @Scheduled(fixedDelay = 10_000)
  void tell() {
    List<SolverConfigs.State> now = configs.states();
    if (now.equals(told)) {
      return;
    }
    tasks.closeAll(
        now.stream().filter(state -> state.refused() == null).map(SolverConfigTasks::key).toList(),
        "mended");
    tasks.openAll(now.stream().flatMap(state -> task(state).stream()).toList());
    told = now;
  }

  private static String key(SolverConfigs.State state) {
    return "solver-config:" + state.name();
  }

  private Optional<NewTask> task(SolverConfigs.State state) {
    return Optional.ofNullable(state.refused()).map(refused -> task(state, refused));
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
