package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TripPlannerTests {
  private static final Layout LAYOUT =
      new Layout(
          10, List.of(20, 20), 4, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 2))));

  @Test
  void plansTheSameWithTheSameSeedAndSteps() {
    var task =
        new TripPlanner.Task(LAYOUT, jobs(40), List.of(room()), TripPlanner.Limit.moves(20_000));
    TripPlanner planner = new TripPlanner(new SolverConfigs(Path.of("solver-configs")));
    var one = planner.plan(task);
    var two = planner.plan(task);
    assertThat(two).isEqualTo(one);
    assertThat(one.score()).startsWith("0hard/");
    assertThat(one.metres()).isLessThan(one.baseline() / 2);
    assertThat(one.trips().stream().mapToInt(t -> t.jobs().size()).sum()).isEqualTo(40);
  }

  @Test
  void whereThereIsTimePlansAreLaidTogetherAnewAndStillTheSameWithTheSameSeed() {
    var task =
        new TripPlanner.Task(
            LAYOUT, jobs(24), List.of(new Load(4, 200, 240)), TripPlanner.Limit.moves(2_600_000));
    TripPlanner planner = new TripPlanner(new SolverConfigs(Path.of("solver-configs")));
    var one = planner.plan(task);
    assertThat(planner.plan(task)).isEqualTo(one);
    assertThat(one.score()).startsWith("0hard/");
    assertThat(one.trips()).hasSize(6);
  }

  @Test
  void keepsTheLastGoodConfigAndTellsWhy(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("wave.xml");
    Files.copy(Path.of("solver-configs/wave.xml"), file);
    SolverConfigs configs = new SolverConfigs(directory);
    TripPlanner planner = new TripPlanner(configs);
    var task = new TripPlanner.Task(LAYOUT, jobs(5), List.of(room()), TripPlanner.Limit.moves(10));
    String good = planner.plan(task).configHash();

    Files.writeString(
        file, "<solver xmlns='https://www.optaplanner.org/xsd/solver'><nonsense/></solver>");
    assertThat(planner.plan(task).configHash()).isEqualTo(good);
    assertThat(configs.states().getFirst().refused()).contains("nonsense");

    Files.copy(
        Path.of("solver-configs/wave.xml"),
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    planner.plan(task);
    assertThat(configs.states().getFirst().refused()).isNull();
  }

  @Test
  void givesAnOverlargeJobATripOfItsOwnAndPlansTheRest() {
    List<Job> jobs = new ArrayList<>(jobs(6));
    jobs.add(new Job(0, 99, Set.of(new Stop(3, 1, 3)), new Load(40, 1, 1)));
    var plan =
        new TripPlanner(new SolverConfigs(Path.of("solver-configs")))
            .plan(
                new TripPlanner.Task(LAYOUT, jobs, List.of(room()), TripPlanner.Limit.moves(3000)));
    assertThat(plan.trips())
        .anySatisfy(t -> assertThat(t.jobs()).extracting(Job::consignment).containsExactly(99L));
  }

  private static Load room() {
    return new Load(8, 1000, 1000);
  }

  private static List<Job> jobs(int count) {
    Random random = new Random(3);
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<Stop> stops =
          Set.of(
              new Stop(random.nextInt(5), 0, random.nextInt(20)),
              new Stop(5 + random.nextInt(5), 1, random.nextInt(20)));
      jobs.add(new Job(i, 1000 + i, stops, new Load(1, 50, 60)));
    }
    return jobs;
  }
}
