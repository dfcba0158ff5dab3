package dev.ordo.rulebook.web;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes a fact to which a condition applies, so that a new rule has an example at once. */
final class Fitting {
  private Fitting() {}

  /** The fact with the condition's field set to a value that satisfies it, as far as it can be. */
  static Object made(Object fact, SimpleRule.Condition condition) {
    return Arrays.stream(fact.getClass().getRecordComponents())
        .filter(part -> part.getName().equals(condition.field().name()))
        .findFirst()
        .flatMap(part -> value(part, condition))
        .map(value -> ExampleText.changed(fact, condition.field().name(), value))
        .orElse(fact);
  }

  private static Optional<Object> value(RecordComponent part, SimpleRule.Condition condition) {
    String given = condition.value();
    return switch (condition.field().sort()) {
      case NUMBER, AMOUNT -> Optional.of(number(part.getType(), shifted(condition)));
      case FLAG -> Optional.of(given.equals("true") == condition.operator().equals("=="));
      case CHOICE -> constant(part.getType(), condition);
      case LIST -> condition.operator().equals("contains") ? Optional.of(List.of(given)) : none();
      default -> condition.operator().equals("==") ? Optional.of(given) : none();
    };
  }

  private static Optional<Object> none() {
    return Optional.empty();
  }

  private static BigDecimal shifted(SimpleRule.Condition condition) {
    BigDecimal value = new BigDecimal(condition.value());
    return switch (condition.operator()) {
      case ">", "!=" -> value.add(BigDecimal.ONE);
      case "<" -> value.subtract(BigDecimal.ONE);
      default -> value;
    };
  }

  private static Object number(Class<?> type, BigDecimal value) {
    if (type == BigDecimal.class) {
      return value;
    }
    if (type == long.class || type == Long.class) {
      return value.longValue();
    }
    return type == double.class || type == Double.class
        ? (Object) value.doubleValue()
        : (Object) value.intValue();
  }

  private static Optional<Object> constant(Class<?> type, SimpleRule.Condition condition) {
    return Arrays.stream(type.getEnumConstants())
        .filter(
            constant ->
                ((Enum<?>) constant).name().equals(condition.value())
                    == condition.operator().equals("=="))
        .map(Object.class::cast)
        .findFirst();
  }
}
