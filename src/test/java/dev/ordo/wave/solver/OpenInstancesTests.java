package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ordo.site.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans instances of the literature where they are present (see docs of the picking data). */
class OpenInstancesTests {
  private static final Path INSTANCES =
      Path.of(System.getProperty("ordo.picking", "../shared/picking"), "open");

  @ParameterizedTest
  @CsvSource({"o01-hw1b-20, 4316, 1.03", "o02-fm2b-20, 870.37, 1.03", "o05-hw1b-100, 11526, 1.09"})
  void comesNearTheBestKnown(String name, double reference, double factor) throws Exception {
    Path file = INSTANCES.resolve(name + ".json");
    assumeTrue(Files.exists(file), "no instances at " + INSTANCES);
    var plan = new TripPlanner(new SolverConfigs(Path.of("solver-configs"))).plan(task(file));
    System.out.printf(
        "%s %.2f (%+.2f %%)%n", name, plan.metres(), 100 * (plan.metres() / reference - 1));
    assertThat(plan.score()).startsWith("0hard");
    assertThat(plan.metres()).isBetween(reference - 0.01, reference * factor);
  }

  private static TripPlanner.Task task(Path file) throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    JsonNode root = json.readTree(Files.readString(file));
    List<Job> jobs = new ArrayList<>();
    for (JsonNode order : root.get("orders")) {
      Set<Stop> stops = new HashSet<>();
      for (JsonNode line : order.get("lines")) {
        String[] at = line.get("slot").asString().split("\\.");
        stops.add(
            new Stop(Integer.parseInt(at[0]), Integer.parseInt(at[1]), Integer.parseInt(at[2])));
      }
      jobs.add(new Job(0, jobs.size(), stops, new Load(order.get("size").asInt(), 0, 0)));
    }
    Layout layout = json.treeToValue(root.get("layout"), Layout.class);
    return new TripPlanner.Task(
        layout, jobs, List.of(new Load(root.get("capacity").asInt(), 0, 0)));
  }
}
