package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.StillServer;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.site.Layout;
import dev.ordo.wave.solver.Job;
import dev.ordo.wave.solver.Load;
import dev.ordo.wave.solver.SolverConfigs;
import dev.ordo.wave.solver.Stop;
import dev.ordo.wave.solver.TripPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Who breaks a solver config finds a task that says how, until the file holds again. */
class SolverConfigTasksTests extends StillServer {
  private static final Layout LAYOUT =
      new Layout(3, List.of(9), 4, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 1))));

  @Autowired Tasks tasks;
  @Autowired BusinessClock clock;

  @TempDir Path folder;

  @Test
  void aRefusedConfigIsATaskUntilItIsMended() throws IOException {
    SolverConfigs configs = new SolverConfigs(folder);
    SolverConfigTasks told = new SolverConfigTasks(configs, tasks, clock);
    Files.writeString(folder.resolve("wave.xml"), "<solver>");
    plan(configs);
    told.tell();
    assertThat(tasks.openKeys("solver-config:")).containsExactly("solver-config:wave.xml");

    Files.delete(folder.resolve("wave.xml"));
    plan(configs);
    told.tell();
    assertThat(tasks.openKeys("solver-config:")).isEmpty();
  }

  private static void plan(SolverConfigs configs) {
    List<Job> jobs =
        IntStream.range(0, 4)
            .mapToObj(i -> new Job(i, i, Set.of(new Stop(i % 3, 0, i)), new Load(1, 1, 1)))
            .toList();
    new TripPlanner(configs)
        .plan(
            new TripPlanner.Task(
                LAYOUT, jobs, List.of(new Load(2, 10, 10)), TripPlanner.Limit.moves(100)));
  }
}
