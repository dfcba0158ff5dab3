package dev.ordo.analysis;

import dev.ordo.analysis.Test.Comparison;
import dev.ordo.rules.Means;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values a field may have where a rule holds: a range of numbers, or a set.
 *
 * @param whole whether only whole numbers count
 * @param from smallest, null without a limit
 * @param fromOpen whether {@code from} itself is outside
 * @param to largest, null without a limit
 * @param in the only values, null where any will do
 * @param out values that will not do
 */
record Domain(
    boolean whole,
    @Nullable BigDecimal from,
    boolean fromOpen,
    @Nullable BigDecimal to,
    boolean toOpen,
    @Nullable Set<Object> in,
    Set<Object> out) {
  static final Domain ANY = new Domain(false, null, false, null, false, null, Set.of());

  /** What a field of a record can be at all. */
  static Domain of(Class<?> type, @Nullable AnnotatedElement field) {
    Means means = field == null ? null : field.getAnnotation(Means.class);
    boolean whole = type == int.class || type == long.class;
    if (type == boolean.class) {
      return of(Set.of(true, false));
    }
    if (type.isEnum()) {
      return of(Set.of(type.getEnumConstants()));
    }
    if (means != null && type == String.class && means.values().length > 0) {
      return of(new HashSet<>(Arrays.asList(means.values())));
    }
    boolean least = means != null && means.least() != Long.MIN_VALUE;
    BigDecimal from = least && means != null ? BigDecimal.valueOf(means.least()) : null;
    return new Domain(whole, from, false, null, false, null, Set.of());
  }

  private static Domain of(Set<Object> values) {
    return new Domain(false, null, false, null, false, Set.copyOf(values), Set.of());
  }

  /** Whether a comparison narrows a field in a way this reading follows. */
  static boolean follows(Comparison comparison) {
    boolean plain =
        comparison.right().stream()
            .allMatch(term -> term instanceof Term.Literal literal && literal.value() != null);
    return switch (comparison.operator()) {
      case EQUAL, NOT_EQUAL, IN, NOT_IN -> plain;
      case LESS, AT_MOST, MORE, AT_LEAST ->
          plain && ((Term.Literal) comparison.right().getFirst()).value() instanceof BigDecimal;
      default -> false;
    };
  }

  /** What is left of this where the comparison holds. */
  Domain narrowed(Comparison comparison) {
    Set<Object> values =
        comparison.right().stream()
            .map(term -> normal(((Term.Literal) term).value()))
            .collect(Collectors.toSet());
    return switch (comparison.operator()) {
      case EQUAL, IN -> kept(values);
      case NOT_EQUAL, NOT_IN -> without(values);
      case LESS -> below(first(values), true);
      case AT_MOST -> below(first(values), false);
      case MORE -> above(first(values), true);
      case AT_LEAST -> above(first(values), false);
      default -> this;
    };
  }

  private static BigDecimal first(Set<Object> values) {
    return (BigDecimal) values.iterator().next();
  }

  private static Object normal(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros()
        : String.valueOf(value).isEmpty() ? "" : java.util.Objects.requireNonNull(value);
  }

  private Domain kept(Set<Object> values) {
    Set<Object> kept = new HashSet<>(values);
    if (in != null) {
      kept.retainAll(in);
    }
    return new Domain(whole, from, fromOpen, to, toOpen, kept, out);
  }

  /** What is left where only a few values are possible and a test of their text is to hold too. */
  Domain passing(Predicate<Object> test) {
    return in == null
        ? this
        : new Domain(
            whole, from, fromOpen, to, toOpen, Set.copyOf(in.stream().filter(test).toList()), out);
  }

  private Domain without(Set<Object> values) {
    Set<Object> more = new HashSet<>(out);
    more.addAll(values);
    return new Domain(whole, from, fromOpen, to, toOpen, in, more);
  }

  private Domain below(BigDecimal limit, boolean open) {
    BigDecimal most = whole ? limit.setScale(0, RoundingMode.FLOOR) : limit;
    boolean exact = most.compareTo(limit) == 0;
    if (whole && open && exact) {
      return below(most.subtract(BigDecimal.ONE), false);
    }
    boolean tighter =
        to == null || most.compareTo(to) < 0 || (most.compareTo(to) == 0 && open && !toOpen);
    return tighter ? new Domain(whole, from, fromOpen, most, open && exact, in, out) : this;
  }

  private Domain above(BigDecimal limit, boolean open) {
    BigDecimal least = whole ? limit.setScale(0, RoundingMode.CEILING) : limit;
    boolean exact = least.compareTo(limit) == 0;
    if (whole && open && exact) {
      return above(least.add(BigDecimal.ONE), false);
    }
    boolean tighter =
        from == null
            || least.compareTo(from) > 0
            || (least.compareTo(from) == 0 && open && !fromOpen);
    return tighter ? new Domain(whole, least, open && exact, to, toOpen, in, out) : this;
  }

  Domain and(Domain other) {
    Domain both = other.in == null ? this : kept(other.in);
    both = both.without(other.out);
    both = other.from == null ? both : both.above(other.from, other.fromOpen);
    return other.to == null ? both : both.below(other.to, other.toOpen);
  }

  boolean isEmpty() {
    if (in != null) {
      return in.stream().noneMatch(this::takes);
    }
    if (from == null || to == null) {
      return false;
    }
    int order = from.compareTo(to);
    return order > 0 || (order == 0 && (fromOpen || toOpen || !takes(from)));
  }

  private boolean takes(Object value) {
    if (out.contains(normal(value))) {
      return false;
    }
    if (!(value instanceof BigDecimal number)) {
      return true;
    }
    boolean above = from == null || number.compareTo(from) > (fromOpen ? 0 : -1);
    return above && (to == null || number.compareTo(to) < (toOpen ? 0 : 1));
  }

  /** Whether everything this takes is taken by the other. */
  boolean isWithin(Domain other) {
    if (in != null) {
      return in.stream().filter(this::takes).allMatch(v -> other.takes(v) && other.has(v));
    }
    boolean lower =
        other.from == null
            || (from != null
                && (from.compareTo(other.from) > 0
                    || (from.compareTo(other.from) == 0 && (fromOpen || !other.fromOpen))));
    boolean upper =
        other.to == null
            || (to != null
                && (to.compareTo(other.to) < 0
                    || (to.compareTo(other.to) == 0 && (toOpen || !other.toOpen))));
    return other.in == null && lower && upper && other.out.stream().noneMatch(this::takes);
  }

  private boolean has(Object value) {
    return in == null || in.contains(value);
  }

  boolean isRange() {
    return in == null && (from != null || to != null);
  }

  /** The one value it takes, null if there are more. */
  @Nullable Object only() {
    List<Object> taken = in == null ? List.of() : in.stream().filter(this::takes).toList();
    return taken.size() == 1 ? taken.getFirst() : null;
  }

  /** As people write it. */
  String text() {
    if (in != null) {
      return new TreeSet<>(in.stream().filter(this::takes).map(Domain::shown).toList()).toString();
    }
    String low = from == null ? "" : (fromOpen ? "> " : "≥ ") + shown(from);
    String high = to == null ? "" : (toOpen ? "< " : "≤ ") + shown(to);
    String without =
        out.isEmpty() ? "" : " ≠ " + new TreeSet<>(out.stream().map(Domain::shown).toList());
    return (low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high + without).strip();
  }

  static String shown(Object value) {
    return new Term.Literal(value).text();
  }
}
