package dev.ordo.analysis;

import dev.ordo.analysis.Condition.Group;
import dev.ordo.analysis.Condition.Pattern;
import dev.ordo.rules.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What two versions of a decision point's files mean differently: rules added, removed, renamed or
 * changed. Format, comments, the order of files and whether a table is CSV or XLSX mean nothing.
 */
public final class Difference {
  /** What happened to a rule. */
  public enum Kind {
    ADDED,
    REMOVED,
    RENAMED,
    CONDITION_CHANGED,
    VERDICT_CHANGED
  }

  /**
   * One change.
   *
   * @param rule its name, after the change where there is an after
   * @param place file and line or sheet row
   * @param before what it was, empty if it is new
   * @param after what it is, empty if it is gone
   */
  public record Change(Kind kind, String rule, String place, String before, String after) {
    /** Such as {@code limits.csv row 14: amount ≥ 500 → amount ≥ 300}. */
    public String sentence() {
      return switch (kind) {
        case ADDED -> "%s: added (%s): %s".formatted(place, rule, after);
        case REMOVED -> "%s: removed (%s): %s".formatted(place, rule, before);
        case RENAMED -> "%s: renamed (%s) → (%s)".formatted(place, before, after);
        case CONDITION_CHANGED, VERDICT_CHANGED ->
            "%s: %s → %s"
                .formatted(place, before.isEmpty() ? "–" : before, after.isEmpty() ? "–" : after);
      };
    }
  }

  /** Rows of one table are compared with each other up to this many comparisons. */
  private static final long MOST_PAIRS = 250_000;

  private final List<Change> changes = new ArrayList<>();

  private Difference() {}

  /** What changed, in the order of the newer files. */
  public static List<Change> between(Sources before, Sources after) {
    return between(Shapes.of(before), Shapes.of(after));
  }

  static List<Change> between(List<Shape> before, List<Shape> after) {
    Difference difference = new Difference();
    List<Shape> old = new ArrayList<>(before);
    List<Shape> young = new ArrayList<>(after);
    difference.dropTheSame(old, young);
    difference.pair(old, young);
    difference.changes.sort(
        Comparator.comparing((Change change) -> change.place().replaceFirst(" .*", ""))
            .thenComparingInt(
                change -> Integer.parseInt("0" + change.place().replaceAll(".* ", ""))));
    return difference.changes;
  }

  /** Rows that moved within their table mean what they meant. */
  private void dropTheSame(List<Shape> before, List<Shape> after) {
    Map<String, List<Shape>> known = new HashMap<>();
    before.forEach(s -> known.computeIfAbsent(identity(s), k -> new ArrayList<>()).add(s));
    after.removeIf(
        shape -> {
          List<Shape> same = known.getOrDefault(identity(shape), List.of());
          return !same.isEmpty() && before.remove(same.removeLast());
        });
  }

  /** By name where it is a sentence; rows are called after their number, which says nothing. */
  private static String identity(Shape shape) {
    return name(shape) + "\n" + meaning(shape);
  }

  private static String name(Shape shape) {
    String suffix = "_" + shape.line();
    boolean numbered = shape.table() && shape.name().endsWith(suffix);
    return numbered
        ? shape.name().substring(0, shape.name().length() - suffix.length())
        : shape.name();
  }

  private void pair(List<Shape> before, List<Shape> after) {
    Map<Shape, String> meanings = new IdentityHashMap<>();
    before.forEach(shape -> meanings.put(shape, meaning(shape)));
    after.forEach(shape -> meanings.put(shape, meaning(shape)));
    match(before, after, (o, y) -> name(y).equals(y.name()) && isNamesake(o, y), this::changed);
    match(before, after, (o, y) -> Objects.equals(meanings.get(o), meanings.get(y)), this::renamed);
    if ((long) before.size() * after.size() < MOST_PAIRS) {
      match(before, after, Difference::areRowsOfOneTable, this::changed);
    }
    match(before, after, Difference::isNamesake, this::changed);
    before.forEach(old -> add(Kind.REMOVED, old, told(old), ""));
    after.forEach(young -> add(Kind.ADDED, young, "", told(young)));
  }

  private static boolean isNamesake(Shape old, Shape young) {
    return old.name().equals(young.name());
  }

  /** Two rows that say the same and ask nearly the same. */
  private static boolean areRowsOfOneTable(Shape old, Shape young) {
    if (!old.table() || !young.table() || !name(old).equals(name(young))) {
      return false;
    }
    Set<String> shared = new LinkedHashSet<>(asked(old).values());
    boolean asked = shared.removeAll(asked(young).values());
    return asked && old.said().equals(young.said());
  }

  private static void match(
      List<Shape> before,
      List<Shape> after,
      java.util.function.BiPredicate<Shape, Shape> same,
      java.util.function.BiConsumer<Shape, Shape> found) {
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    after.removeIf(
        young -> {
          Optional<Shape> old = before.stream().filter(b -> same.test(b, young)).findFirst();
          old.ifPresent(
              o -> {
                before.remove(o);
                found.accept(o, young);
              });
          return old.isPresent();
        });
  }

  private void renamed(Shape old, Shape young) {
    changes.add(new Change(Kind.RENAMED, young.name(), where(young), old.name(), young.name()));
  }

  private void changed(Shape old, Shape young) {
    Map<String, String> was = asked(old);
    Map<String, String> is = asked(young);
    Set<String> fields = new LinkedHashSet<>(is.keySet());
    fields.addAll(was.keySet());
    for (String field : fields) {
      String before = was.getOrDefault(field, "");
      String after = is.getOrDefault(field, "");
      if (!before.equals(after)) {
        add(Kind.CONDITION_CHANGED, young, before, after);
      }
    }
    if (!old.said().equals(young.said())) {
      add(Kind.VERDICT_CHANGED, young, old.said(), young.said());
    }
  }

  private void add(Kind kind, Shape shape, String before, String after) {
    changes.add(new Change(kind, shape.name(), where(shape), before, after));
  }

  private static String where(Shape shape) {
    return shape.file() + " " + shape.place();
  }

  private static String told(Shape shape) {
    return String.join(", ", asked(shape).values()) + " → " + shape.said();
  }

  /** What is asked, by what it is asked of, so that a changed limit meets its former self. */
  private static Map<String, String> asked(Shape shape) {
    Map<String, String> asked = new LinkedHashMap<>();
    shape.conditions().forEach(condition -> ask(condition, "", asked));
    return asked;
  }

  private static void ask(Condition condition, String before, Map<String, String> asked) {
    switch (condition) {
      case Condition.Opaque opaque -> put(asked, before + opaque.text(), before + opaque.text());
      case Group group ->
          group.parts().forEach(part -> ask(part, before + word(group.kind()), asked));
      case Pattern pattern -> ask(pattern, before, asked);
    }
  }

  private static void ask(Pattern pattern, String before, Map<String, String> asked) {
    if (pattern.tests().isEmpty()) {
      put(asked, before + pattern.type(), before + pattern.type());
    }
    for (Test test : pattern.tests()) {
      String of = test instanceof Test.Comparison c ? c.left().text() + side(c) : test.text();
      put(asked, before + pattern.type() + "." + of, told(pattern, before, test));
    }
  }

  private static String told(Pattern pattern, String before, Test test) {
    return before.isEmpty() ? test.text() : before + pattern.type() + " with " + test.text();
  }

  /** From and below are two questions. */
  private static String side(Test.Comparison comparison) {
    return switch (comparison.operator()) {
      case MORE, AT_LEAST -> " from";
      case LESS, AT_MOST -> " below";
      default -> "";
    };
  }

  private static void put(Map<String, String> asked, String of, String text) {
    String key = of;
    while (asked.containsKey(key)) {
      key += "'";
    }
    asked.put(key, text);
  }

  private static String word(Condition.Kind kind) {
    return switch (kind) {
      case ALL -> "";
      case ANY -> "or ";
      case HAS_NOT -> "no ";
      case EXISTS -> "a ";
    };
  }

  private static String meaning(Shape shape) {
    return String.join("\n", asked(shape).values().stream().sorted().toList())
        + bound(shape)
        + shape.said();
  }

  private static String bound(Shape shape) {
    StringBuilder bound = new StringBuilder();
    for (Pattern pattern : shape.patterns()) {
      bound.append('\n').append(pattern.binding()).append(pattern.type());
      pattern.bound().forEach(b -> bound.append(b.variable()).append(b.term().text()));
    }
    return bound.append('\n').toString();
  }
}
