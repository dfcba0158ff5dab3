package dev.ordo.wave;

import dev.ordo.wave.solver.Floor;
import dev.ordo.wave.solver.PickingInstance;
import dev.ordo.wave.solver.PickingPlan;
import dev.ordo.wave.solver.Stop;
import dev.ordo.wave.solver.Walk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans the instances of a folder in several budgets, each in a fresh JVM by {@code plan-wave}, and
 * has a judge of its own verify every plan and compare it with the best known; beside it what
 * first-come-first-served and Clarke-Wright savings reach with exact routes.
 *
 * <pre>OpenWaves FOLDER JUDGE_CLASSES SECONDS,SECONDS... [NAME_PART]</pre>
 *
 * FOLDER holds the instances and {@code references.csv}; JUDGE_CLASSES the compiled judge.
 */
public final class OpenWaves {
  private record Verdict(boolean feasible, double gap, double routingGap, double toSavings) {}

  private final Path folder;
  private final String judge;
  private final Path out;
  private final Map<String, Map<String, List<Double>>> gaps = new LinkedHashMap<>();

  private OpenWaves(Path folder, String judge) throws IOException {
    this.folder = folder;
    this.judge = judge;
    out = Files.createTempDirectory("waves");
  }

  public static void main(String[] args) throws Exception {
    OpenWaves waves = new OpenWaves(Path.of(args[0]), args[1]);
    String part = args.length > 3 ? args[3] : "";
    try (Stream<Path> files = Files.list(waves.folder)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".json") && f.toString().contains(part))
              .sorted()
              .toList()) {
        waves.measure(file, args[2].split(","));
      }
    }
    waves.table();
  }

  private void measure(Path file, String[] budgets) throws Exception {
    PickingInstance instance = PickingInstance.read(Files.readString(file));
    System.out.print(instance.name());
    own(file, instance, "fcfs", FirstCome.trips(instance));
    own(file, instance, "c&w", SavingsRule.trips(instance));
    for (String seconds : budgets) {
      Path plan = out.resolve(instance.name() + "-" + seconds);
      run(
          "dev.ordo.Ordo",
          System.getProperty("java.class.path"),
          List.of(
              "plan-wave",
              "--instance",
              file.toString(),
              "--seconds",
              seconds,
              "--out",
              plan.toString()));
      note(instance, seconds + " s", verdict(file, plan));
    }
    System.out.println();
  }

  private void own(Path file, PickingInstance instance, String rule, List<List<Integer>> trips)
      throws Exception {
    Path plan = out.resolve(instance.name() + "-" + rule);
    Files.writeString(plan, PickingPlan.of(instance, trips).json());
    note(instance, rule, verdict(file, plan));
  }

  private void note(PickingInstance instance, String column, Verdict verdict) {
    System.out.printf(
        Locale.ROOT,
        "  %s %+.2f %%%s%s",
        column,
        verdict.gap,
        verdict.feasible ? "" : " INFEASIBLE",
        verdict.routingGap > 0.00005 ? " routes +" + verdict.routingGap + " %" : "");
    System.out.flush();
    gaps.computeIfAbsent(row(instance), r -> new LinkedHashMap<>())
        .computeIfAbsent(column, c -> new ArrayList<>())
        .add(verdict.gap);
  }

  private static String row(PickingInstance instance) {
    int orders = instance.orders().size();
    String blocks = instance.layout().blocks() == 1 ? ", one block" : ", more blocks";
    return orders <= 60 ? "up to 60 orders" : orders + " orders" + (orders == 200 ? "" : blocks);
  }

  private Verdict verdict(Path file, Path plan) throws Exception {
    String said =
        run(
            "Judge",
            judge,
            List.of(
                "score",
                file.toString(),
                plan.toString(),
                "--refs",
                folder.resolve("references.csv").toString()));
    JsonNode score = JsonMapper.builder().build().readTree(said);
    return new Verdict(
        score.get("feasible").asBoolean(),
        score.get("total_gap_pct").asDouble(),
        score.get("routing_gap_pct").asDouble(),
        score.get("ratio_to_cw2").asDouble());
  }

  private static String run(String main, String classPath, List<String> arguments)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                classPath,
                main));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() == 1) {
      throw new IllegalStateException(said);
    }
    return said;
  }

  private void table() {
    System.out.println("\nmean gap to the reference, %");
    gaps.forEach(
        (row, columns) -> {
          StringBuilder line = new StringBuilder("| " + row);
          columns.forEach(
              (column, values) ->
                  line.append(
                      String.format(
                          Locale.ROOT,
                          " | %s %+.2f",
                          column,
                          values.stream().mapToDouble(Double::doubleValue).average().orElse(0))));
          System.out.println(line + " |");
        });
  }

  /** Orders go on trolleys as they come; a full trolley leaves. */
  private static final class FirstCome {
    static List<List<Integer>> trips(PickingInstance instance) {
      List<List<Integer>> trips = new ArrayList<>();
      int load = Integer.MAX_VALUE / 2;
      for (int order = 0; order < instance.orders().size(); order++) {
        int size = instance.orders().get(order).size();
        if (load + size > instance.capacity()) {
          trips.add(new ArrayList<>());
          load = 0;
        }
        trips.getLast().add(order);
        load += size;
      }
      return trips;
    }
  }

  /** Clarke and Wright's savings, computed anew after each joining, by exact routes. */
  private static final class SavingsRule {
    private final PickingInstance instance;
    private final List<List<Integer>> trips = new ArrayList<>();
    private final double[] length;
    private final double[][] saved;
    private final Walk walk;

    private SavingsRule(PickingInstance instance) {
      walk = new Walk(new Floor(instance.layout()));
      this.instance = instance;
      int size = instance.orders().size();
      length = new double[size];
      saved = new double[size][size];
    }

    static List<List<Integer>> trips(PickingInstance instance) {
      return new SavingsRule(instance).joined();
    }

    private List<List<Integer>> joined() {
      for (int i = 0; i < length.length; i++) {
        trips.add(List.of(i));
        length[i] = length(List.of(i));
      }
      for (int i = 0; i < length.length; i++) {
        for (int k = 0; k < i; k++) {
          saved[i][k] = saving(i, k);
        }
      }
      while (joinBest()) {}
      return trips.stream().filter(trip -> !trip.isEmpty()).toList();
    }

    private boolean joinBest() {
      int one = -1;
      int other = -1;
      for (int i = 0; i < length.length; i++) {
        for (int k = 0; k < i; k++) {
          if (saved[i][k] > (one < 0 ? 1e-9 : saved[one][other])) {
            one = i;
            other = k;
          }
        }
      }
      if (one < 0) {
        return false;
      }
      trips.set(one, both(one, other));
      trips.set(other, List.of());
      length[one] = length(trips.get(one));
      for (int i = 0; i < length.length; i++) {
        saved[Math.max(i, other)][Math.min(i, other)] = 0;
        if (i != one) {
          saved[Math.max(i, one)][Math.min(i, one)] = saving(i, one);
        }
      }
      return true;
    }

    private List<Integer> both(int one, int other) {
      return Stream.concat(trips.get(one).stream(), trips.get(other).stream()).toList();
    }

    private double saving(int one, int other) {
      List<Integer> both = both(one, other);
      int load = both.stream().mapToInt(order -> instance.orders().get(order).size()).sum();
      boolean possible =
          load <= instance.capacity() && !trips.get(one).isEmpty() && !trips.get(other).isEmpty();
      return possible ? length[one] + length[other] - length(both) : 0;
    }

    private double length(List<Integer> trip) {
      return walk.metres(
          trip.stream()
              .flatMap(order -> instance.orders().get(order).slots().stream())
              .map(SavingsRule::stop)
              .collect(Collectors.toSet()));
    }

    private static Stop stop(String slot) {
      int[] at = Stream.of(slot.split("\\.")).limit(3).mapToInt(Integer::parseInt).toArray();
      return new Stop(at[0], at[1], at[2]);
    }
  }
}
