package dev.ordo.analysis;

import dev.ordo.analysis.Test.Comparison;
import dev.ordo.rules.Patterns;
import dev.ordo.rules.Vocabulary;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Computes terms and tests over one fact and the variables bound so far, as the engine does. */
final class Values {
  /** What this reading cannot compute: nothing is claimed about the rule then. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String what) {
      super(what, null, false, false);
    }
  }

  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "BigDecimal", BigDecimal.class,
          "LocalDate", LocalDate.class,
          "LocalTime", LocalTime.class,
          "Instant", Instant.class,
          "Duration", Duration.class,
          "List", List.class,
          "Set", Set.class);
  private static final Set<String> FUNCTIONS = Vocabulary.functions();
  private static final Map<String, Optional<Method>> METHODS = new ConcurrentHashMap<>();

  private Values() {}

  static boolean holds(Test test, Object fact, Map<String, Object> bound) {
    return switch (test) {
      case Test.Not not -> !holds(not.part(), fact, bound);
      case Test.Joined joined ->
          joined.all()
              ? joined.parts().stream().allMatch(part -> holds(part, fact, bound))
              : joined.parts().stream().anyMatch(part -> holds(part, fact, bound));
      case Comparison comparison -> compared(comparison, fact, bound);
    };
  }

  private static boolean compared(Comparison c, Object fact, Map<String, Object> bound) {
    Object left = of(c.left(), fact, bound);
    return switch (c.operator()) {
      case IN -> anyEqual(left, c.right(), fact, bound);
      case NOT_IN -> !anyEqual(left, c.right(), fact, bound);
      case CONTAINS -> contains(left, of(c.right().getFirst(), fact, bound));
      case NOT_CONTAINS -> !contains(left, of(c.right().getFirst(), fact, bound));
      case MATCHES -> matches(left, of(c.right().getFirst(), fact, bound));
      case NOT_MATCHES -> !matches(left, of(c.right().getFirst(), fact, bound));
      default -> ordered(c.operator(), left, of(c.right().getFirst(), fact, bound));
    };
  }

  private static boolean anyEqual(
      @Nullable Object left, List<Term> list, Object fact, Map<String, Object> bound) {
    return list.stream().anyMatch(term -> isEqual(left, of(term, fact, bound)));
  }

  private static boolean contains(@Nullable Object left, @Nullable Object wanted) {
    return switch (left) {
      case null -> false;
      case Collection<?> collection ->
          collection.stream().anyMatch(element -> isEqual(element, wanted));
      case String text -> wanted != null && text.contains(wanted.toString());
      default -> throw new Unknown("contains");
    };
  }

  private static boolean matches(@Nullable Object left, @Nullable Object pattern) {
    return Patterns.matches(left == null ? null : left.toString(), String.valueOf(pattern));
  }

  private static boolean ordered(Operator operator, @Nullable Object left, @Nullable Object right) {
    if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
      return isEqual(left, right) == (operator == Operator.EQUAL);
    }
    if (left == null || right == null) {
      return false;
    }
    int order = compare(left, right);
    return switch (operator) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      default -> order >= 0;
    };
  }

  private static boolean isEqual(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number && right instanceof Number) {
      return number(left).compareTo(number(right)) == 0;
    }
    return left == null ? right == null : left.equals(right);
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return number(left).compareTo(number(right));
    }
    if (left instanceof Comparable<?> comparable && left.getClass() == right.getClass()) {
      return ((Comparable<Object>) comparable).compareTo(right);
    }
    throw new Unknown(left + " / " + right);
  }

  static BigDecimal number(Object value) {
    return switch (value) {
      case BigDecimal number -> number;
      case Double fraction -> BigDecimal.valueOf(fraction);
      case Float fraction -> new BigDecimal(fraction.toString());
      case Number integer -> BigDecimal.valueOf(integer.longValue());
      default -> throw new Unknown(value.toString());
    };
  }

  static @Nullable Object of(Term term, Object fact, Map<String, Object> bound) {
    return switch (term) {
      case Term.Literal literal -> literal.value();
      case Term.Self self -> fact;
      case Term.Field field -> call(fact, field.name(), List.of());
      case Term.Variable variable -> variable(variable.name(), bound);
      case Term.Member member ->
          call(of(member.of(), fact, bound), member.name(), list(member.arguments(), fact, bound));
      case Term.Constant constant ->
          constant(constant, list(constant.arguments(), fact, bound).toArray());
      case Term.Sum sum ->
          sum(sum.sign(), of(sum.left(), fact, bound), of(sum.right(), fact, bound));
    };
  }

  private static List<Object> list(List<Term> terms, Object fact, Map<String, Object> bound) {
    return terms.stream()
        .map(
            term ->
                Optional.ofNullable(of(term, fact, bound))
                    .orElseThrow(() -> new Unknown(term.text())))
        .toList();
  }

  private static @Nullable Object variable(String name, Map<String, Object> bound) {
    if (!bound.containsKey(name)) {
      throw new Unknown(name);
    }
    return bound.get(name);
  }

  private static Object sum(char sign, @Nullable Object left, @Nullable Object right) {
    if (sign == '+' && (left instanceof String || right instanceof String)) {
      return String.valueOf(left) + right;
    }
    if (left == null || right == null) {
      throw new Unknown("null");
    }
    BigDecimal a = number(left);
    BigDecimal b = number(right);
    return switch (sign) {
      case '+' -> a.add(b);
      case '-' -> a.subtract(b);
      case '*' -> a.multiply(b);
      case '%' -> a.remainder(b);
      default -> isWhole(left) && isWhole(right) ? a.divideToIntegralValue(b) : divided(a, b);
    };
  }

  private static boolean isWhole(Object value) {
    return !(value instanceof BigDecimal number) ? !(value instanceof Double) : number.scale() <= 0;
  }

  private static BigDecimal divided(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw new Unknown("/ 0");
    }
    return a.divide(b, MathContext.DECIMAL128);
  }

  private static @Nullable Object constant(Term.Constant constant, Object[] arguments) {
    Class<?> type = TYPES.get(constant.type());
    if (type == null || !FUNCTIONS.contains(constant.name())) {
      throw new Unknown(constant.text());
    }
    if (arguments.length == 0) {
      try {
        return type.getField(constant.name()).get(null);
      } catch (ReflectiveOperationException e) {
        throw new Unknown(constant.text());
      }
    }
    return invoke(type, null, constant.name(), arguments);
  }

  private static @Nullable Object call(
      @Nullable Object target, String name, List<Object> arguments) {
    if (target == null) {
      throw new Unknown("null." + name);
    }
    if (!(target instanceof Record) && !(target instanceof Enum) && !FUNCTIONS.contains(name)) {
      throw new Unknown(name);
    }
    Class<?> type =
        target instanceof List ? List.class : target instanceof Set ? Set.class : target.getClass();
    return invoke(type, target, name, arguments.toArray());
  }

  private static @Nullable Object invoke(
      Class<?> type, @Nullable Object target, String name, Object[] arguments) {
    Method method =
        METHODS
            .computeIfAbsent(
                type.getName() + "." + name + Arrays.toString(types(arguments)),
                k -> method(type, target == null, name, arguments))
            .orElseThrow(() -> new Unknown(name));
    try {
      return method.invoke(target, fitted(method, arguments));
    } catch (IllegalAccessException | InvocationTargetException | IllegalArgumentException e) {
      throw new Unknown(name);
    }
  }

  private static Class<?>[] types(Object[] arguments) {
    return Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
  }

  private static Optional<Method> method(
      Class<?> type, boolean isStatic, String name, Object[] arguments) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers()) == isStatic)
        .filter(m -> m.getParameterCount() == arguments.length && fits(m, arguments))
        .findFirst();
  }

  private static boolean fits(Method method, Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      Class<?> wanted = method.getParameterTypes()[i];
      boolean number =
          arguments[i] instanceof Number && (wanted == int.class || wanted == long.class);
      if (!number && !wanted.isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Object[] fitted(Method method, Object[] arguments) {
    Object[] fitted = arguments.clone();
    for (int i = 0; i < fitted.length; i++) {
      Class<?> wanted = method.getParameterTypes()[i];
      if (wanted == int.class) {
        fitted[i] = number(fitted[i]).intValue();
      } else if (wanted == long.class) {
        fitted[i] = number(fitted[i]).longValue();
      }
    }
    return fitted;
  }
}
