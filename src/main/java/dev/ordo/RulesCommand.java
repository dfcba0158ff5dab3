package dev.ordo;

import dev.ordo.rules.Engine;
import dev.ordo.rules.Examples;
import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.RuleSetBroken.Fault;
import dev.ordo.rules.Sources;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code rules}: checks folders of rules without a server, so that people who keep their rules in
 * git can let their own build refuse a bad change.
 */
final class RulesCommand {
  private static final String USAGE =
      """
      rules check DIR...      guard, compiler, and an example for every rule
      rules test DIR...       the examples come out
      DIR holds the folders of decision points, or is one of them.
      Exit code: 0 all is well, 1 something is wrong, 2 it could not be looked at.\
      """;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final List<String> arguments;
  private final PrintStream out;

  /**
   * @param arguments without the word {@code rules}
   */
  RulesCommand(List<String> arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** Returns the exit code. */
  int run() {
    if (arguments.size() < 2) {
      out.println(USAGE);
      return 2;
    }
    List<String> folders = arguments.subList(1, arguments.size());
    return switch (arguments.getFirst()) {
      case "check" -> each(folders, RulesCommand::check);
      case "test" -> each(folders, RulesCommand::test);
      default -> {
        out.println(USAGE);
        yield 2;
      }
    };
  }

  private int each(List<String> folders, Function<Sources, List<Fault>> look) {
    int faults = 0;
    for (String folder : folders) {
      Map<String, Sources> points = read(Path.of(folder));
      if (points.isEmpty()) {
        out.printf("%s:1: no decision point found: a folder with a rule-set.yaml.%n", folder);
        return 2;
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
      Release release = Engine.compile(sources);
      return Examples.withoutExample(release).stream()
          .map(rule -> withoutExample(sources, release, rule))
          .toList();
    } catch (RuleSetBroken e) {
      return e.faults();
    }
  }

  private static Fault withoutExample(Sources sources, Release release, String rule) {
    return new Fault(
        sources.point() + "/" + release.rules().get(rule),
        rule,
        "no example fires it; add one under examples/.");
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
