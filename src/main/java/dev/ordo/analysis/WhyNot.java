package dev.ordo.analysis;

import dev.ordo.analysis.Condition.Bound;
import dev.ordo.analysis.Condition.Group;
import dev.ordo.analysis.Condition.Kind;
import dev.ordo.analysis.Condition.Pattern;
import dev.ordo.analysis.Test.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a rule's conditions, one after the other, over the facts of one decision. */
public final class WhyNot {
  /** Whether what was asked was found; UNKNOWN where this reading does not follow the rule. */
  public enum Held {
    YES,
    NO,
    UNKNOWN
  }

  /**
   * One condition and how it came out.
   *
   * @param kind EXISTS and HAS_NOT ask for any fact or for none, ALL for the fact itself
   * @param facts how many facts of the type there were
   * @param fact the fact that came nearest, null if there was none
   * @param asked its tests
   */
  public record Part(
      Held held, Kind kind, String type, int facts, @Nullable Object fact, List<Asked> asked) {
    public Part {
      asked = List.copyOf(asked);
    }
  }

  /**
   * One test and what was there.
   *
   * @param actual the fact's value, null if it has none or it could not be computed
   * @param wanted what the rule compares it with, null where it is a list or a group
   * @param gap how far a number is from where the test would hold, null where that means nothing
   */
  public record Asked(
      Test test,
      Held held,
      @Nullable Object actual,
      @Nullable Object wanted,
      @Nullable BigDecimal gap) {}

  /** The rule and its conditions in order. */
  public record Answer(Shape shape, List<Part> parts) {
    public Answer {
      parts = List.copyOf(parts);
    }

    /** Whether the rule fires on these facts. */
    public Held held() {
      if (parts.stream().anyMatch(part -> part.held() == Held.NO)) {
        return Held.NO;
      }
      return parts.stream().allMatch(part -> part.held() == Held.YES) ? Held.YES : Held.UNKNOWN;
    }
  }

  private final Map<String, List<Object>> facts;
  private final List<Part> parts = new ArrayList<>();

  private WhyNot(Collection<?> facts) {
    this.facts =
        facts.stream()
            .map(Function.<Object>identity())
            .collect(Collectors.groupingBy(fact -> fact.getClass().getSimpleName()));
  }

  /** What a rule found among the facts. */
  public static Answer answer(Shape shape, Collection<?> facts) {
    WhyNot asking = new WhyNot(facts);
    List<Map<String, Object>> found = List.of(Map.of());
    for (Condition condition : shape.conditions()) {
      found = asking.ask(condition, found);
    }
    return new Answer(shape, asking.parts);
  }

  /** How often a rule fires on the facts; empty where this reading does not follow it. */
  static Optional<Integer> firings(Shape shape, Collection<?> facts) {
    WhyNot asking = new WhyNot(facts);
    List<Map<String, Object>> found = List.of(Map.of());
    try {
      for (Condition condition : shape.conditions()) {
        found = asking.matches(condition, found);
      }
      return Optional.of(found.size());
    } catch (Values.Unknown e) {
      return Optional.empty();
    }
  }

  /** Keeps the answer and goes on with what was found, or with what came nearest. */
  private List<Map<String, Object>> ask(Condition condition, List<Map<String, Object>> found) {
    try {
      List<Map<String, Object>> matches = matches(condition, found);
      parts.addAll(told(condition, Kind.ALL, found, !matches.isEmpty()));
      return matches.isEmpty() ? nearest(condition, found) : matches;
    } catch (Values.Unknown e) {
      parts.add(new Part(Held.UNKNOWN, Kind.ALL, text(condition), 0, null, List.of()));
      return found;
    }
  }

  private static String text(Condition condition) {
    return switch (condition) {
      case Pattern pattern -> pattern.type();
      case Group group ->
          group.parts().stream().map(WhyNot::text).collect(Collectors.joining(", "));
      case Condition.Opaque opaque -> opaque.text();
    };
  }

  private List<Map<String, Object>> matches(Condition condition, List<Map<String, Object>> found) {
    return switch (condition) {
      case Condition.Opaque opaque -> throw new Values.Unknown(opaque.text());
      case Pattern pattern -> extended(pattern, found);
      case Group group -> grouped(group, found);
    };
  }

  private List<Map<String, Object>> grouped(Group group, List<Map<String, Object>> found) {
    return switch (group.kind()) {
      case ALL -> all(group.parts(), found);
      case ANY -> group.parts().stream().flatMap(p -> matches(p, found).stream()).toList();
      case EXISTS -> found.stream().filter(b -> !all(group.parts(), List.of(b)).isEmpty()).toList();
      case HAS_NOT -> found.stream().filter(b -> all(group.parts(), List.of(b)).isEmpty()).toList();
    };
  }

  private List<Map<String, Object>> all(List<Condition> parts, List<Map<String, Object>> found) {
    List<Map<String, Object>> matches = found;
    for (Condition part : parts) {
      matches = matches(part, matches);
    }
    return matches;
  }

  private List<Map<String, Object>> extended(Pattern pattern, List<Map<String, Object>> found) {
    List<Map<String, Object>> extended = new ArrayList<>();
    for (Map<String, Object> bound : found) {
      for (Object fact : facts.getOrDefault(pattern.type(), List.of())) {
        Map<String, Object> with = bound(pattern, fact, bound);
        if (pattern.tests().stream().allMatch(test -> Values.holds(test, fact, with))) {
          extended.add(with);
        }
      }
    }
    return extended;
  }

  private static Map<String, Object> bound(
      Pattern pattern, Object fact, Map<String, Object> before) {
    if (pattern.binding().isEmpty() && pattern.bound().isEmpty()) {
      return before;
    }
    Map<String, Object> bound = new HashMap<>(before);
    if (!pattern.binding().isEmpty()) {
      bound.put(pattern.binding(), fact);
    }
    for (Bound variable : pattern.bound()) {
      bound.put(variable.variable(), Values.of(variable.term(), fact, before));
    }
    return bound;
  }

  private List<Map<String, Object>> nearest(Condition condition, List<Map<String, Object>> found) {
    if (!(condition instanceof Pattern pattern)) {
      return found;
    }
    Map<String, Object> before = found.getFirst();
    Object fact = near(pattern, before);
    return fact == null ? found : List.of(bound(pattern, fact, before));
  }

  /** The fact on which the fewest tests fail. */
  private @Nullable Object near(Pattern pattern, Map<String, Object> bound) {
    return facts.getOrDefault(pattern.type(), List.of()).stream()
        .min(Comparator.comparingLong(fact -> failures(pattern, fact, bound)))
        .orElse(null);
  }

  private static long failures(Pattern pattern, Object fact, Map<String, Object> before) {
    Map<String, Object> bound = bound(pattern, fact, before);
    return pattern.tests().stream().filter(t -> asked(t, fact, bound).held() != Held.YES).count();
  }

  private List<Part> told(
      Condition condition, Kind kind, List<Map<String, Object>> found, boolean held) {
    Held outcome = held ? Held.YES : Held.NO;
    return switch (condition) {
      case Pattern pattern -> List.of(part(pattern, kind, found, outcome));
      case Group group when group.parts().size() == 1 ->
          told(group.parts().getFirst(), group.kind(), found, held);
      default -> List.of(new Part(outcome, kindOf(condition), text(condition), 0, null, List.of()));
    };
  }

  private static Kind kindOf(Condition condition) {
    return condition instanceof Group group ? group.kind() : Kind.ALL;
  }

  private Part part(Pattern pattern, Kind kind, List<Map<String, Object>> found, Held held) {
    Map<String, Object> before = found.isEmpty() ? Map.of() : found.getFirst();
    Object fact = near(pattern, before);
    List<Asked> asked = new ArrayList<>();
    if (fact != null) {
      Map<String, Object> bound = bound(pattern, fact, before);
      pattern.tests().forEach(test -> asked.add(asked(test, fact, bound)));
    } else {
      pattern.tests().forEach(test -> asked.add(new Asked(test, Held.NO, null, null, null)));
    }
    int count = facts.getOrDefault(pattern.type(), List.of()).size();
    return new Part(held, kind, pattern.type(), count, fact, asked);
  }

  private static Asked asked(Test test, Object fact, Map<String, Object> bound) {
    Object actual = null;
    Object wanted = null;
    try {
      if (test instanceof Comparison comparison) {
        actual = Values.of(comparison.left(), fact, bound);
        boolean one = comparison.right().size() == 1;
        wanted = one ? Values.of(comparison.right().getFirst(), fact, bound) : null;
      }
      Held held = Values.holds(test, fact, bound) ? Held.YES : Held.NO;
      return new Asked(test, held, actual, wanted, held == Held.YES ? null : gap(actual, wanted));
    } catch (Values.Unknown e) {
      return new Asked(test, Held.UNKNOWN, actual, wanted, null);
    }
  }

  private static @Nullable BigDecimal gap(@Nullable Object actual, @Nullable Object wanted) {
    return actual instanceof Number && wanted instanceof Number
        ? Values.number(wanted).subtract(Values.number(actual)).abs()
        : null;
  }
}
