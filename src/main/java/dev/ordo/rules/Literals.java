package dev.ordo.rules;

import dev.ordo.rules.Tokens.Kind;
import dev.ordo.rules.Tokens.Token;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what is written fits what it is compared with or given to. */
final class Literals {
  private Literals() {}

  /** Type of a field or function of a fact, null if it has none of that name. */
  static @Nullable Class<?> type(Class<?> fact, String field) {
    return Arrays.stream(fact.getMethods())
        .filter(m -> m.getName().equals(field) && m.getParameterCount() == 0)
        .filter(m -> !Modifier.isStatic(m.getModifiers()))
        .map(Method::getReturnType)
        .findFirst()
        .orElse(null);
  }

  static List<String> constants(Class<?> list) {
    return Arrays.stream(list.getEnumConstants()).map(c -> ((Enum<?>) c).name()).sorted().toList();
  }

  /** What is wrong with a literal and what to do; empty if it fits or is no literal. */
  static String wrong(Class<?> type, String field, Token literal) {
    String shown = literal.text();
    boolean text = literal.kind() == Kind.TEXT;
    if (!text && literal.kind() != Kind.NUMBER) {
      return "";
    }
    if (text && isNumber(type)) {
      return "(%s) is a text, (%s) is a number. Write digits without quotation marks."
          .formatted(shown, field);
    }
    if (!text && type == String.class) {
      return "(%s) is a number, (%s) is a text. Write it in quotation marks."
          .formatted(shown, field);
    }
    if (type == boolean.class) {
      return "(%s) is neither true nor false, as (%s) is. Write true or false."
          .formatted(shown, field);
    }
    return type.isEnum()
        ? "(%s) is no (%s), as (%s) is. Write one of %s with (%s.) before it."
            .formatted(shown, type.getSimpleName(), field, constants(type), type.getSimpleName())
        : "";
  }

  private static boolean isNumber(Class<?> type) {
    return type == int.class
        || type == long.class
        || type == double.class
        || type == BigDecimal.class;
  }
}
