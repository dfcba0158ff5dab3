package dev.ordo;

import dev.ordo.analysis.Analysis;
import dev.ordo.analysis.Difference;
import dev.ordo.analysis.Finding;
import dev.ordo.analysis.Finding.Code;
import dev.ordo.rules.Engine;
import dev.ordo.rules.Examples;
import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.RuleSetBroken.Fault;
import dev.ordo.rules.Sources;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code rules}: checks folders of rules without a server, so that people who keep their rules in
 * git can let their own build refuse a bad change.
 */
final class RulesCommand {
  private static final String USAGE =
      """
      rules check DIR...      guard, compiler, static analysis, and an example for every rule
      rules test DIR...       the examples come out
      rules diff OLD NEW      what the rules of NEW mean differently
      rules backtest DIR FILE [PERCENT]
                              asks the decisions of FILE again (JSON lines as /trail exports them);
                              something is wrong if more than PERCENT of them change (100)
      rules backtest DIR server [PERCENT]
                              the same with the newest decisions of a running server
                              (ORDO_URL, ORDO_API_KEY), with money and straight-through rate
      DIR holds the folders of decision points, or is one of them.
      Exit code: 0 all is well, 1 something is wrong, 2 it could not be looked at.\
      """;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Map<String, String> environment;
  private final List<String> arguments;
  private final PrintStream out;

  /**
   * @param arguments without the word {@code rules}
   */
  RulesCommand(Map<String, String> environment, List<String> arguments, PrintStream out) {
    this.environment = environment;
    this.arguments = arguments;
    this.out = out;
  }

  /** Returns the exit code. */
  int run() {
    if (arguments.size() < 2) {
      out.println(USAGE);
      return 2;
    }
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (arguments.getFirst()) {
      case "check" -> each(rest, RulesCommand::check);
      case "test" -> each(rest, RulesCommand::test);
      case "diff" -> rest.size() == 2 ? diff(rest.get(0), rest.get(1)) : usage();
      case "backtest" -> rest.size() == 2 || rest.size() == 3 ? backtest(rest) : usage();
      default -> usage();
    };
  }

  private int usage() {
    out.println(USAGE);
    return 2;
  }

  private int diff(String old, String young) {
    Map<String, Sources> before = read(Path.of(old));
    Map<String, Sources> after = read(Path.of(young));
    if (before.isEmpty() || after.isEmpty()) {
      return nothing(before.isEmpty() ? old : young);
    }
    TreeSet<String> points = new TreeSet<>(before.keySet());
    points.addAll(after.keySet());
    try {
      points.forEach(point -> diff(point, before.get(point), after.get(point)));
      return 0;
    } catch (RuleSetBroken e) {
      e.faults().forEach(fault -> out.println(fault));
      return 2;
    }
  }

  private void diff(String point, @Nullable Sources before, @Nullable Sources after) {
    if (before == null || after == null) {
      out.printf("%s: the whole point is %s%n", point, before == null ? "new" : "gone");
    } else {
      Difference.between(before, after)
          .forEach(change -> out.printf("%s/%s%n", point, change.sentence()));
    }
  }

  private int backtest(List<String> rest) {
    Map<String, Sources> sources = read(Path.of(rest.getFirst()));
    if (sources.isEmpty()) {
      return nothing(rest.getFirst());
    }
    try {
      double most = rest.size() == 3 ? Double.parseDouble(rest.get(2)) : 100;
      Map<String, Release> candidates = new TreeMap<>();
      sources.forEach((point, files) -> candidates.put(point, Engine.compile(files)));
      if (rest.get(1).equals("server")) {
        LiveServerCommand server = new LiveServerCommand(environment, arguments, out);
        return new LiveBacktest(server, out).run(sources.values(), most);
      }
      return new PastDecisions(candidates, out).ask(Path.of(rest.get(1)), most) ? 0 : 1;
    } catch (NumberFormatException e) {
      return usage();
    } catch (IOException e) {
      out.printf("%s:1: cannot be read.%n", rest.get(1));
      return 2;
    } catch (RuleSetBroken e) {
      e.faults().forEach(fault -> out.println(fault));
      return 2;
    }
  }

  private int nothing(String folder) {
    out.printf("%s:1: no decision point found: a folder with a rule-set.yaml.%n", folder);
    return 2;
  }

  private int each(List<String> folders, Function<Sources, List<Fault>> look) {
    int faults = 0;
    for (String folder : folders) {
      Map<String, Sources> points = read(Path.of(folder));
      if (points.isEmpty()) {
        return nothing(folder);
      }
      for (Sources sources : points.values()) {
        faults += report(Path.of(folder), sources, look.apply(sources));
      }
    }
    return faults == 0 ? 0 : 1;
  }

  private static Map<String, Sources> read(Path folder) {
    try {
      return Files.isDirectory(folder) ? Sources.under(folder) : Map.of();
    } catch (UncheckedIOException e) {
      return Map.of();
    }
  }

  private static List<Fault> check(Sources sources) {
    try {
      return Analysis.of(Engine.compile(sources)).stream()
          .filter(finding -> finding.code().isError() || finding.code() == Code.NO_EXAMPLE)
          .map(Finding::fault)
          .toList();
    } catch (RuleSetBroken e) {
      return e.faults();
    }
  }

  private static List<Fault> test(Sources sources) {
    try {
      Release release = Engine.compile(sources);
      List<Fault> faults = new ArrayList<>();
      Examples.of(release).forEach(e -> faults.addAll(Examples.faults(release, e)));
      return faults;
    } catch (RuleSetBroken e) {
      return e.faults();
    }
  }

  /** One line per fault, as compilers write them, and a word where there is none. */
  private int report(Path folder, Sources sources, List<Fault> faults) {
    boolean single = Files.exists(folder.resolve("rule-set.yaml"));
    for (Fault fault : faults) {
      Path file = single ? folder.resolveSibling(fault.file()) : folder.resolve(fault.file());
      out.printf("%s:%s: %s: %s%n", file, line(fault.place()), fault.place(), fault.what());
    }
    if (faults.isEmpty()) {
      out.printf("%s: in order%n", sources.point());
    }
    return faults.size();
  }

  private static String line(String place) {
    Matcher number = NUMBER.matcher(place);
    return (place.startsWith("line") || place.startsWith("row")) && number.find()
        ? number.group()
        : "1";
  }
}
