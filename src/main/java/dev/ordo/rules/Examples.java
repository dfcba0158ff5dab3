package dev.ordo.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * The examples that stand beside the rules: given facts, exactly these rules fire, exactly these
 * verdicts come out. They are the first gate of a release.
 */
public final class Examples {
  /**
   * One example.
   *
   * @param fires names of the rules, in order
   */
  public record Example(
      String file, String name, List<Object> facts, List<String> fires, List<Object> verdicts) {}

  private static final int LONGEST_NUMBER = 24;
  private static final int LONGEST_TEXT = 10_000;

  private Examples() {}

  /** Throws if an example does not come out. */
  public static void check(Release release) {
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    of(release).forEach(example -> faults.addAll(faults(release, example)));
    if (!faults.isEmpty()) {
      throw new RuleSetBroken(faults);
    }
  }

  /** Rules no example mentions; of a decision table one row stands for all. */
  public static List<String> withoutExample(Release release) {
    List<String> fired = of(release).stream().flatMap(e -> e.fires().stream()).toList();
    Set<String> tables = new HashSet<>();
    release.rules().entrySet().stream()
        .filter(rule -> RuleTables.isTable(rule.getValue()) && fired.contains(rule.getKey()))
        .forEach(rule -> tables.add(rule.getValue()));
    return release.rules().entrySet().stream()
        .filter(rule -> !fired.contains(rule.getKey()) && !tables.contains(rule.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What does not come out of an example; empty if all is well. */
  public static List<RuleSetBroken.Fault> faults(Release release, Example example) {
    Decision outcome = release.decide(0, Instant.EPOCH, example.facts());
    List<String> fired = outcome.firings().stream().map(Firing::rule).toList();
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    if (!sorted(fired).equals(sorted(example.fires()))) {
      faults.add(fault(example, "fired %s instead of %s".formatted(fired, example.fires())));
    }
    if (!sorted(outcome.verdicts()).equals(sorted(example.verdicts()))) {
      faults.add(
          fault(
              example, "said %s instead of %s".formatted(outcome.verdicts(), example.verdicts())));
    }
    return faults;
  }

  /** The order of independent rules is nobody's promise. */
  private static List<String> sorted(List<?> things) {
    return things.stream().map(Object::toString).sorted().toList();
  }

  private static RuleSetBroken.Fault fault(Example example, String reason) {
    return new RuleSetBroken.Fault(
        example.file(), "example " + example.name(), "it " + reason + ".");
  }

  /** All examples that stand beside the rules of a release. */
  public static List<Example> of(Release release) {
    List<Example> examples = new ArrayList<>();
    for (String file : release.sources().files().keySet()) {
      if (file.startsWith("examples/")) {
        String path = release.sources().point() + "/" + file;
        examples.addAll(new Reader(release, path).read(release.sources().text(file)));
      }
    }
    return examples;
  }

  /** Reads one file: a list of examples, or base facts that all examples start from plus a list. */
  private static final class Reader {
    private final Release release;
    private final String file;
    private final Vocabulary vocabulary;
    private Map<?, ?> base = Map.of();

    Reader(Release release, String file) {
      this.release = release;
      this.file = file;
      this.vocabulary = Vocabulary.of(release.set().facts());
    }

    List<Example> read(String text) {
      Object yaml = RuleYaml.read(file, text);
      Object list = yaml;
      if (yaml instanceof Map<?, ?> map) {
        base = map.get("base") instanceof Map<?, ?> given ? given : Map.of();
        list = map.get("examples");
      }
      List<Example> examples = new ArrayList<>();
      for (Map<?, ?> example : maps(list)) {
        examples.add(example(example));
      }
      return examples;
    }

    private Example example(Map<?, ?> yaml) {
      String name = String.valueOf(yaml.get("name"));
      try {
        return new Example(
            file,
            name,
            facts(yaml),
            yaml.get("fires") instanceof List<?> fires
                ? fires.stream().map(String::valueOf).toList()
                : List.of(),
            maps(yaml.get("verdicts")).stream().map(verdict -> record(verdict, Map.of())).toList());
      } catch (JacksonException e) {
        throw new RuleSetBroken(
            file, "example " + name, "%s. Mend the value.".formatted(e.getOriginalMessage()));
      } catch (IllegalArgumentException e) {
        throw new RuleSetBroken(file, "example " + name, String.valueOf(e.getMessage()));
      }
    }

    private List<Object> facts(Map<?, ?> yaml) {
      List<Map<?, ?>> given = maps(yaml.get("given"));
      List<Object> facts = new ArrayList<>();
      base.forEach(
          (type, fields) -> {
            if (given.stream().noneMatch(g -> g.containsKey(type))) {
              facts.add(record(Map.of(type, fields == null ? Map.of() : fields), Map.of()));
            }
          });
      given.forEach(fact -> facts.add(record(fact, base)));
      return facts;
    }

    private Object record(Map<?, ?> typed, Map<?, ?> defaults) {
      if (typed.size() != 1) {
        throw new IllegalArgumentException("Give one type with its fields, not " + typed + ".");
      }
      Map.Entry<?, ?> entry = typed.entrySet().iterator().next();
      String type = String.valueOf(entry.getKey());
      Map<String, Object> fields = new LinkedHashMap<>();
      put(fields, defaults.get(type));
      put(fields, entry.getValue());
      Class<?> record = vocabulary.type(type);
      checkNames(record, fields);
      fields.forEach(Reader::checkSize);
      return Objects.requireNonNull(Snapshots.JSON.convertValue(fields, record));
    }

    private static void put(
        Map<String, Object> fields, @org.jspecify.annotations.Nullable Object of) {
      if (of instanceof Map<?, ?> map) {
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
      }
    }

    /** A number of a billion digits fits into a line and into no memory. */
    private static void checkSize(String field, Object value) {
      String text = String.valueOf(value);
      boolean number =
          value instanceof Number || text.matches("[-+]?[0-9.]{1,40}[eE][-+0-9]{1,12}");
      if (text.length() > (number ? LONGEST_NUMBER : LONGEST_TEXT)
          || (number && text.matches(".*[eEfN].*"))) {
        throw new IllegalArgumentException(
            "The value of (%s) is too large or no plain number: (%.40s). Write it with at most %d digits."
                .formatted(field, text, LONGEST_NUMBER));
      }
    }

    private static void checkNames(Class<?> record, Map<String, Object> fields) {
      List<String> known =
          java.util.Arrays.stream(record.getRecordComponents())
              .map(java.lang.reflect.RecordComponent::getName)
              .toList();
      for (String name : fields.keySet()) {
        if (!known.contains(name)) {
          throw new IllegalArgumentException(
              "(%s) has no field (%s), only %s.".formatted(record.getSimpleName(), name, known));
        }
      }
    }

    private static List<Map<?, ?>> maps(@org.jspecify.annotations.Nullable Object list) {
      List<Map<?, ?>> maps = new ArrayList<>();
      if (list instanceof List<?> elements) {
        for (Object element : elements) {
          if (!(element instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("(%s) is not type: {fields}.".formatted(element));
          }
          maps.add(map);
        }
      }
      return maps;
    }
  }
}
