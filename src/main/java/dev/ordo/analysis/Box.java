package dev.ordo.analysis;

import dev.ordo.analysis.Condition.Bound;
import dev.ordo.analysis.Condition.Group;
import dev.ordo.analysis.Condition.Kind;
import dev.ordo.analysis.Condition.Pattern;
import dev.ordo.analysis.Test.Comparison;
import dev.ordo.rules.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule's conditions as domains of fields, comparable between rules however their variables are
 * called.
 */
final class Box {
  /**
   * One fact a rule asks for.
   *
   * @param fields what is left of each field that is tested
   * @param other tests this reading only compares letter by letter
   */
  record Part(Kind kind, String type, SortedMap<String, Domain> fields, Set<String> other) {
    boolean isEmpty() {
      return fields.values().stream().anyMatch(Domain::isEmpty);
    }

    /** Whether every fact that fits this also fits the other. */
    boolean isWithin(Part wider) {
      return other.containsAll(wider.other)
          && wider.fields.entrySet().stream()
              .allMatch(e -> fields.getOrDefault(e.getKey(), Domain.ANY).isWithin(e.getValue()));
    }

    boolean isDisjoint(Part with) {
      return fields.entrySet().stream()
          .anyMatch(
              e -> {
                Domain there = with.fields.get(e.getKey());
                return there != null && e.getValue().and(there).isEmpty();
              });
    }

    String text() {
      StringBuilder text = new StringBuilder(kind + " " + type);
      fields.forEach(
          (field, domain) -> text.append("\n ").append(field).append(' ').append(domain.text()));
      other.stream().sorted().forEach(test -> text.append("\n ").append(test));
      return text.toString();
    }
  }

  private final Shape shape;
  private final Vocabulary vocabulary;
  private final SortedMap<String, Part> parts = new TreeMap<>();
  private final Set<String> groups = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final String said;
  private final String text;

  private Box(Shape shape, Vocabulary vocabulary) {
    this.shape = shape;
    this.vocabulary = vocabulary;
    shape.conditions().forEach(this::read);
    this.said = renamed(shape.said());
    StringBuilder written = new StringBuilder();
    parts.values().stream().map(Part::text).sorted().forEach(p -> written.append(p).append('\n'));
    groups.stream().sorted().forEach(g -> written.append(g).append('\n'));
    this.text = written.toString();
  }

  static Box of(Shape shape, Vocabulary vocabulary) {
    return new Box(shape, vocabulary);
  }

  Shape shape() {
    return shape;
  }

  /** Parts by kind, type and number; each is another fact. */
  SortedMap<String, Part> parts() {
    return parts;
  }

  /** What it says, with variables called after what they stand for. */
  String said() {
    return said;
  }

  /** What it asks, the same for rules that ask the same. */
  String text() {
    return text;
  }

  /** Whether its conditions hold together nowhere. */
  boolean isEmpty() {
    return parts.values().stream().anyMatch(part -> part.kind() != Kind.HAS_NOT && part.isEmpty())
        || parts.values().stream().anyMatch(this::isForbidden);
  }

  private boolean isForbidden(Part none) {
    return none.kind() == Kind.HAS_NOT
        && parts.values().stream()
            .anyMatch(
                p -> p.kind() != Kind.HAS_NOT && p.type().equals(none.type()) && p.isWithin(none));
  }

  /** Whether each time this holds the other holds too. */
  boolean isWithin(Box wider) {
    return groups.containsAll(wider.groups)
        && wider.parts.values().stream().allMatch(this::implies);
  }

  private boolean implies(Part asked) {
    return parts.values().stream()
        .filter(part -> part.type().equals(asked.type()))
        .anyMatch(
            part ->
                asked.kind() == Kind.HAS_NOT
                    ? part.kind() == Kind.HAS_NOT && asked.isWithin(part)
                    : part.kind() != Kind.HAS_NOT && part.isWithin(asked));
  }

  /** Whether the two never hold of the same facts. */
  boolean isDisjoint(Box other) {
    return parts.entrySet().stream()
        .filter(e -> e.getValue().kind() != Kind.HAS_NOT)
        .anyMatch(
            e -> {
              Part there = other.parts.get(e.getKey());
              return there != null && e.getValue().isDisjoint(there);
            });
  }

  private void read(Condition condition) {
    switch (condition) {
      case Pattern pattern -> add(Kind.ALL, pattern);
      case Group group
          when group.parts().size() == 1 && group.parts().getFirst() instanceof Pattern pattern ->
          add(group.kind(), pattern);
      default -> groups.add(renamed(written(condition)));
    }
  }

  private String written(Condition condition) {
    return switch (condition) {
      case Condition.Opaque opaque -> opaque.text();
      case Group group ->
          group.kind() + group.parts().stream().map(this::written).toList().toString();
      case Pattern pattern ->
          pattern.type() + pattern.tests().stream().map(Test::text).toList() + pattern.bound();
    };
  }

  private void add(Kind kind, Pattern pattern) {
    String prefix = kind + " " + pattern.type() + " ";
    int number = 1;
    while (parts.containsKey(prefix + number)) {
      number++;
    }
    String own = pattern.type() + number;
    if (!pattern.binding().isEmpty()) {
      names.put(pattern.binding(), own);
    }
    for (Bound bound : pattern.bound()) {
      names.put(bound.variable(), own + "." + bound.term().text());
    }
    SortedMap<String, Domain> fields = new TreeMap<>();
    Set<String> other = new HashSet<>();
    pattern.tests().forEach(test -> test(pattern.type(), test, fields, other));
    pattern.tests().forEach(test -> sift(test, fields));
    parts.put(prefix + number, new Part(kind, pattern.type(), fields, other));
  }

  private void test(String type, Test test, SortedMap<String, Domain> fields, Set<String> other) {
    if (test instanceof Test.Joined joined && joined.all()) {
      joined.parts().forEach(part -> test(type, part, fields, other));
    } else if (test instanceof Comparison comparison
        && comparison.left() instanceof Term.Field field
        && Domain.follows(comparison)) {
      Domain before = fields.computeIfAbsent(field.name(), name -> domain(type, name));
      fields.put(field.name(), before.narrowed(comparison));
    } else {
      other.add(renamed(test.text()));
    }
  }

  /** Of few possible values only those that a test of their text lets through are left. */
  private static void sift(Test test, SortedMap<String, Domain> fields) {
    if (test instanceof Test.Joined joined && joined.all()) {
      joined.parts().forEach(part -> sift(part, fields));
    } else if (test instanceof Comparison comparison
        && comparison.operator().isOfText()
        && comparison.left() instanceof Term.Field field
        && comparison.right().getFirst() instanceof Term.Literal literal
        && literal.value() instanceof String) {
      fields.computeIfPresent(
          field.name(),
          (name, domain) ->
              domain.passing(value -> value instanceof String && holds(comparison, value)));
    }
  }

  private static boolean holds(Comparison comparison, Object value) {
    Term said = new Term.Literal(value);
    return Values.holds(
        new Comparison(comparison.column(), said, comparison.operator(), comparison.right()),
        value,
        Map.of());
  }

  private Domain domain(String type, String field) {
    Class<?> record = vocabulary.types().get(type);
    if (record == null || record.getRecordComponents() == null) {
      return Domain.ANY;
    }
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getName().equals(field)) {
        return Domain.of(component.getType(), component);
      }
    }
    try {
      return Domain.of(record.getMethod(field).getReturnType(), record.getMethod(field));
    } catch (NoSuchMethodException e) {
      return Domain.ANY;
    }
  }

  private String renamed(String text) {
    String renamed = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      renamed = renamed.replaceAll("\\Q" + name.getKey() + "\\E\\b", name.getValue());
    }
    return renamed;
  }
}
