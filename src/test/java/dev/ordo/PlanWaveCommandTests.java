package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanWaveCommandTests {
  private static final String INSTANCE =
      """
      {"format": "picking-instance/1", "name": "tiny",
       "layout": {"aisles": 4, "cellsPerBlock": [10, 8], "aisleToAisle": 5, "cellToCell": 1,
        "frontCrossAisleToFirstCell": 1.5, "lastCellToBackCrossAisle": 1.5,
        "depot": {"crossAisle": 0, "links": [{"aisle": 0, "distance": 2.5}]}},
       "capacity": 6, "pickers": 2, "times": {"perDistance": 1, "setupPerBatch": 30, "perUnit": 2},
       "orders": [%s]}
      """;

  private static final String GRAPH =
      """
      {"format": "picking-instance/1", "name": "free",
       "layout": {"graph": {"depot": "D",
        "nodes": [{"id": "D", "x": 0, "y": 0}, {"id": "A", "x": 10, "y": 0},
         {"id": "B", "x": 10, "y": 20}, {"id": "C", "x": 0, "y": 20}],
        "edges": [{"from": "D", "to": "A"}, {"from": "A", "to": "B", "length": 25},
         {"from": "B", "to": "C", "oneWay": true}, {"id": "home", "from": "C", "to": "D"}],
        "slots": [{"id": "S1", "node": "A"}, {"id": "S2", "edge": "A-B", "offset": 5},
         {"id": "S3", "edge": "A-B", "offset": 20}, {"id": "S4", "edge": "home", "offset": 2}]}},
       "capacity": 2, "pickers": 1,
       "orders": [{"id": "o1", "size": 1, "lines": [{"slot": "S1"}, {"slot": "S3"}]},
        {"id": "o2", "size": 1, "lines": [{"slot": "S2"}]},
        {"id": "o3", "size": 1, "lines": [{"slot": "S4"}]}]}
      """;

  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void writesAPlanThatVisitsEverySlotOfEveryOrderOnce() throws IOException {
    assertThat(plan(INSTANCE.formatted(orders(30)), "--seconds", "0.3")).isZero();
    assertThat(said()).startsWith("tiny: ");

    JsonNode plan = JsonMapper.builder().build().readTree(Files.readString(out()));
    assertThat(plan.get("instance").asString()).isEqualTo("tiny");
    List<String> orders = new ArrayList<>();
    Set<Integer> pickers = new HashSet<>();
    for (JsonNode batch : plan.get("batches")) {
      batch.get("orders").forEach(order -> orders.add(order.asString()));
      pickers.add(batch.get("picker").asInt());
      List<String> route = new ArrayList<>();
      batch.get("route").forEach(slot -> route.add(slot.asString()));
      assertThat(route).doesNotHaveDuplicates();
      assertThat(batch.get("orders").size() * 2).isLessThanOrEqualTo(6);
    }
    assertThat(orders).hasSize(30).doesNotHaveDuplicates();
    assertThat(pickers).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void plansWithoutTurningBackAndTellsBothDistances() throws IOException {
    String instance = INSTANCE.formatted(orders(30));
    assertThat(plan(instance, "--steps", "20000", "--walking", "through")).isZero();
    double[] through = distances();
    assertThat(plan(instance, "--steps", "20000")).isZero();
    double[] shortest = distances();
    assertThat(through[1]).isLessThan(through[0]);
    assertThat(shortest[1]).isGreaterThan(shortest[0]);
    assertThat(through[0]).isLessThanOrEqualTo(shortest[1]);
    assertThat(plan(instance, "--steps", "2", "--walking", "backwards")).isEqualTo(2);
  }

  private double[] distances() {
    return Pattern.compile("\\d+\\.\\d\\d")
        .matcher(said())
        .results()
        .mapToDouble(figure -> Double.parseDouble(figure.group()))
        .toArray();
  }

  @Test
  void plansTheSameWithTheSameSeedAndSteps() throws IOException {
    String instance = INSTANCE.formatted(orders(60));
    assertThat(plan(instance, "--steps", "30000", "--seed", "7")).isZero();
    String first = Files.readString(out());
    assertThat(plan(instance, "--steps", "30000", "--seed", "7")).isZero();
    assertThat(Files.readString(out())).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"capacity\": 6 | \"capacity\": 0 | capacity (0): Give a whole number from 1",
        "\"pickers\": 2 | \"pickers\": 0 | pickers (0): Give a whole number from 1",
        "\"aisles\": 4 | \"aisles\": -4 | layout.aisles (-4)",
        "\"cellToCell\": 1 | \"cellToCell\": -1 | layout.cellToCell (-1)",
        "\"name\": \"tiny\" | \"title\": \"tiny\" | name (missing): Give a text.",
        "\"size\": 2 | \"size\": 7 | orders[0].size (7 of order o0): No trolley holds more than 6",
        "\"size\": 2 | \"weight\": 2 | orders[0].size (missing)",
        "\"qty\": 1 | \"qty\": -1 | orders[0].lines[0].qty (-1)",
        "\"o1\" | \"o0\" | orders[1].id (o0): Give every order an id of its own.",
        "\"depot\": {\"crossAisle\": 0 | \"depot\": {\"crossAisle\": 3 | layout.depot.crossAisle"
            + " (3)",
        "\"slot\": \" | \"slot\": \"9 | The layout has no such slot",
        "\"cellsPerBlock\": [10, 8] | \"cellsPerBlock\": [] | layout.cellsPerBlock ([])",
      })
  void refusesByNamingFieldValueAndRemedy(String good, String bad, String told) throws IOException {
    String instance = INSTANCE.formatted(orders(3)).replace(good, bad);
    assertThat(plan(instance, "--seconds", "0.1")).isEqualTo(1);
    assertThat(said()).contains(told).doesNotContain("Exception");
    assertThat(out()).doesNotExist();
  }

  @Test
  void plansAFreeFloorAndTellsTheGap() throws IOException {
    assertThat(plan(GRAPH, "--steps", "1000")).isZero();
    assertThat(said()).contains("free: 2 trips").contains("so at most 0.00 % too long");
    JsonNode plan = JsonMapper.builder().build().readTree(Files.readString(out()));
    assertThat(plan.get("batches")).hasSize(2);
    assertThat(plan.get("distance").asDouble())
        .isEqualTo(plan.get("lowerBound").asDouble())
        .isEqualTo((10 + 25 + 10 + 20) + 2 * (10 + 5));
    assertThat(plan(GRAPH, "--steps", "1000", "--walking", "through")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"depot\": \"D\" | \"depot\": \"E\" | layout.graph.depot (E): Name a node of the graph",
        "{\"id\": \"C\" | {\"id\": \"B\" | layout.graph.nodes[3].id (B): Give every node an id",
        "\"x\": 10 | \"x\": 1e9 | layout.graph.nodes[1].x (1.0E9): Give metres",
        "\"to\": \"C\" | \"to\": \"Z\" | layout.graph.edges[2].to (Z): Name a node of the graph",
        "\"length\": 25 | \"length\": -1 | layout.graph.edges[1].length (-1.0): Give metres",
        "\"length\": 25 | \"length\": \"long\" | layout.graph (",
        "\"to\": \"B\" | \"to\": \"A\" | layout.graph.edges[1].to (A): Join two different nodes",
        "\"id\": \"S2\" | \"id\": \"S1\" | slots[0] has this id already",
        "\"offset\": 20 | \"offset\": 26 | from 0 to the length of edge A-B, 25.0",
        "\"node\": \"A\" | \"nodes\": \"A\" | layout.graph",
        ", \"node\": \"A\" |  | (S1): Give the slot a node, or an edge and an offset",
        "{\"from\": \"D\", \"to\": \"A\"}, | | Nobody gets from the depot to slot S1: join node A",
        "\"from\": \"C\", \"to\": \"D\" | \"from\": \"D\", \"to\": \"C\", \"oneWay\": true |"
            + " Nobody gets from slot S4 back to the depot: join edge home",
        "{\"slot\": \"S4\"} | {\"slot\": \"S5\"} | lines[0].slot (S5): The graph has no such slot",
        "\"slots\": [ | \"slots\": [], \"places\": [ | layout.graph",
      })
  void refusesBadGraphsByName(String good, String bad, String told) throws IOException {
    String instance = GRAPH.replace(good, bad == null ? "" : bad);
    assertThat(instance).isNotEqualTo(GRAPH);
    assertThat(plan(instance, "--steps", "100")).isEqualTo(1);
    assertThat(said()).contains(told).doesNotContain("Exception");
  }

  @Test
  void refusesWhatIsNoJson() throws IOException {
    assertThat(plan("{\"name\": ", "--seconds", "1")).isEqualTo(1);
    assertThat(said()).contains("file");
  }

  @Test
  void tellsHowToCallIt() throws IOException {
    assertThat(plan(INSTANCE.formatted(orders(3)), "--seconds", "-1")).isEqualTo(2);
    assertThat(said()).contains("--seconds (-1)").contains("plan-wave --instance FILE");
    assertThat(run(List.of("--instance", "nowhere.json", "--seconds", "1", "--out", "x")))
        .isEqualTo(2);
    assertThat(run(List.of("--speed", "1"))).isEqualTo(2);
  }

  private static String orders(int count) {
    Random random = new Random(count);
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      orders.add(
          """
          {"id": "o%d", "size": 2, "lines": [{"slot": "%d.0.%d.L", "sku": "a", "qty": 1},
           {"slot": "%d.1.%d.R", "sku": "b", "qty": 1}]}\
          """
              .formatted(
                  i, random.nextInt(4), random.nextInt(10), random.nextInt(4), random.nextInt(8)));
    }
    return String.join(",\n", orders);
  }

  private Path out() {
    return directory.resolve("plan.json");
  }

  private int plan(String instance, String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("instance.json"), instance);
    List<String> arguments =
        new ArrayList<>(List.of("--instance", file.toString(), "--out", out().toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  private int run(List<String> arguments) {
    said.reset();
    return new PlanWaveCommand(arguments, new PrintStream(said, true, StandardCharsets.UTF_8))
        .run();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
