package dev.ordo.wave;

import dev.ordo.wave.solver.PickingInstance;
import dev.ordo.wave.solver.PickingPlan;
import dev.ordo.wave.solver.SolverConfigs;
import dev.ordo.wave.solver.TripPlanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A wave of 1,000 orders over 3,000 slots in the given seconds (60): run it with {@code -Xmx1g}.
 * Prints how much longer than that it took and what it saved.
 */
public final class ThousandOrders {
  private static final int ORDERS = 1000;
  private static final int AISLES = 20;
  private static final int BLOCKS = 2;
  private static final int CELLS = 38;

  private ThousandOrders() {}

  public static void main(String[] args) {
    long seconds = args.length > 0 ? Long.parseLong(args[0]) : 60;
    PickingInstance instance = PickingInstance.read(instance());
    TripPlanner planner = new TripPlanner(new SolverConfigs(Path.of("solver-configs")));
    long begin = System.nanoTime();
    PickingPlan plan =
        PickingPlan.of(
            instance, planner, new TripPlanner.Limit(Duration.ofSeconds(seconds), null, 1L));
    System.out.printf(
        Locale.ROOT,
        "%d orders, %d slots: %d trips, %.0f m, %.1f s, heap at most %d MB%n",
        ORDERS,
        AISLES * BLOCKS * CELLS * 2,
        plan.size(),
        plan.distance(),
        (System.nanoTime() - begin) / 1e9,
        Runtime.getRuntime().maxMemory() >> 20);
    System.exit(0);
  }

  private static String instance() {
    Random random = new Random(1000);
    return """
    {"name": "thousand", "capacity": 45, "pickers": 10,
     "layout": {"aisles": %d, "cellsPerBlock": [%d, %d], "aisleToAisle": 5, "cellToCell": 1,
      "frontCrossAisleToFirstCell": 1.5, "lastCellToBackCrossAisle": 1.5,
      "depot": {"crossAisle": 0, "links": [{"aisle": 0, "distance": 0}]}},
     "orders": [%s]}\
    """
        .formatted(
            AISLES,
            CELLS,
            CELLS,
            IntStream.range(0, ORDERS)
                .mapToObj(order -> order(order, random))
                .collect(Collectors.joining(",\n")));
  }

  private static String order(int order, Random random) {
    int lines = 2 + random.nextInt(12);
    return """
    {"id": "%d", "size": %d, "lines": [%s]}\
    """
        .formatted(
            order,
            lines,
            IntStream.range(0, lines)
                .mapToObj(
                    line ->
                        "{\"slot\": \"%d.%d.%d.L\"}"
                            .formatted(
                                random.nextInt(AISLES),
                                random.nextInt(BLOCKS),
                                random.nextInt(CELLS)))
                .collect(Collectors.joining(",")));
  }
}
