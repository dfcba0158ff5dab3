package dev.ordo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Layout;
import dev.ordo.site.Walking;
import dev.ordo.wave.solver.PickingInstance;
import dev.ordo.wave.solver.PickingPlan;
import dev.ordo.wave.solver.SolverConfigs;
import dev.ordo.wave.solver.TripPlanner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * {@code plan-wave}: plans a wave out of a file without a server, so that the plans can be measured
 * against the literature and configs can be tried.
 */
final class PlanWaveCommand {
  private static final String USAGE =
      """
      plan-wave --instance FILE --seconds N --out FILE [--seed S] [--steps N] [--walking W]
        --instance  a wave in the format picking-instance/1
        --seconds   how long to search; the start of the program comes on top
        --out       where the plan is written
        --seed      another seed finds another plan
        --steps     stop after so many tried exchanges instead of by time:
                    the same seed and steps give the same plan
        --walking   shortest (default), or through: nobody turns back inside an aisle
      Exit code: 0 planned, 1 the instance is refused, 2 wrong arguments or files.\
      """;
  private static final Set<String> OPTIONS =
      Set.of("--instance", "--seconds", "--out", "--seed", "--steps", "--walking");

  private final List<String> arguments;
  private final PrintStream out;

  /**
   * @param arguments without the word {@code plan-wave}
   */
  PlanWaveCommand(List<String> arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** Returns the exit code. */
  int run() {
    try {
      Map<String, String> options = options();
      quiet();
      plan(
          Path.of(needed(options, "--instance")),
          limit(options),
          walking(options),
          Path.of(needed(options, "--out")));
      return 0;
    } catch (Refusal e) {
      e.faults().forEach(out::println);
      return 1;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(USAGE);
      return 2;
    } catch (NoSuchFileException e) {
      out.println("There is no file or folder (%s).".formatted(e.getMessage()));
      return 2;
    } catch (IOException e) {
      out.println("The file cannot be read or written: " + e.getMessage());
      return 2;
    }
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!OPTIONS.contains(name)) {
        throw new IllegalArgumentException("There is no option (%s).".formatted(name));
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("The option (%s) needs a value.".formatted(name));
      }
      options.put(name, arguments.get(i + 1));
    }
    return options;
  }

  private static String needed(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The option (%s) is missing.".formatted(name));
    }
    return value;
  }

  private static TripPlanner.Limit limit(Map<String, String> options) {
    Long steps = options.containsKey("--steps") ? number(options, "--steps", 1) : null;
    double seconds = steps == null ? seconds(needed(options, "--seconds")) : 0;
    return new TripPlanner.Limit(
        steps == null ? Duration.ofNanos((long) (seconds * 1e9)) : null,
        steps,
        options.containsKey("--seed") ? number(options, "--seed", Long.MIN_VALUE) : null);
  }

  private static Walking walking(Map<String, String> options) {
    return switch (options.getOrDefault("--walking", "shortest")) {
      case "shortest" -> Walking.SHORTEST;
      case "through" -> Walking.THROUGH;
      default ->
          throw new IllegalArgumentException(
              "The option --walking (%s) must be shortest or through."
                  .formatted(options.get("--walking")));
    };
  }

  private static double seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds > 0 && seconds <= 86_400) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "The option --seconds (%s) must be a number over 0 and up to 86400.".formatted(text));
  }

  private static long number(Map<String, String> options, String name, long least) {
    String text = needed(options, name);
    try {
      long number = Long.parseLong(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "The option %s (%s) must be a whole number%s."
            .formatted(name, text, least > 0 ? " over 0" : ""));
  }

  private void plan(Path file, TripPlanner.Limit limit, Walking walking, Path to)
      throws IOException {
    PickingInstance instance = PickingInstance.read(Files.readString(file));
    Path folder = to.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (walking == Walking.THROUGH && !instance.layout().isExact()) {
      throw new Refusal(
          "--walking",
          "through",
          "A free floor, or one of more than %d blocks, is walked by the shortest way only."
              .formatted(Layout.EXACT_BLOCKS));
    }
    SolverConfigs configs = new SolverConfigs(Path.of("solver-configs"));
    PickingPlan plan = PickingPlan.of(instance, new TripPlanner(configs), limit, walking);
    configs.states().stream()
        .filter(state -> state.refused() != null)
        .forEach(state -> out.printf("%s is refused: %s%n", state.name(), state.refused()));
    Files.writeString(to, plan.json());
    out.printf(
        Locale.ROOT,
        "%s: %d trips, distance %.2f; %s%n",
        instance.name(),
        plan.size(),
        plan.distance(),
        instance.layout().isExact() ? other(plan, walking) : gap(plan));
  }

  private static String other(PickingPlan plan, Walking walking) {
    String way =
        walking == Walking.SHORTEST ? "without turning back in an aisle" : "by the shortest way";
    return String.format(Locale.ROOT, "the same trips %s %.2f", way, plan.otherDistance());
  }

  private static String gap(PickingPlan plan) {
    double gap = plan.least() == 0 ? 0 : 100 * (plan.distance() / plan.least() - 1);
    return String.format(
        Locale.ROOT,
        "these trips are at least %.2f, so at most %.2f %% too long",
        plan.least(),
        gap);
  }

  private static void quiet() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("ROOT").setLevel(Level.ERROR);
    }
  }
}
