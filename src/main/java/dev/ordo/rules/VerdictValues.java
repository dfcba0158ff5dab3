package dev.ordo.rules;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a verdict may say, so that whoever acts on it can keep it. */
final class VerdictValues {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final long MOST_POINTS = 10_000;
  private static final int LONGEST = 300;

  private static final ClassValue<List<Method>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .toList();
        }
      };

  private VerdictValues() {}

  /**
   * What is wrong with a value and what to do; empty if nothing is.
   *
   * @param field name of the record component it is for
   */
  static String wrong(String field, @Nullable Object value) {
    if (value == null) {
      return "(%s) is nothing. Give it a value.".formatted(field);
    }
    if (value instanceof Integer number && field.equals("points")) {
      return Math.abs((long) number) > MOST_POINTS
          ? "(%d) points are too many. Give -%d to %d.".formatted(number, MOST_POINTS, MOST_POINTS)
          : "";
    }
    if (!(value instanceof String text)) {
      return "";
    }
    if (field.equals("code") && !CODE.matcher(text).matches()) {
      return "(%.60s) is no code. Write 1 to 40 capital letters, digits and underscores."
          .formatted(text);
    }
    return text.length() > LONGEST
        ? "(%s) is longer than (%d) characters. Shorten it.".formatted(field, LONGEST)
        : "";
  }

  /** As {@link #wrong(String, Object)} for all a verdict says. */
  static String wrong(Verdict verdict) {
    for (Method part : PARTS.get(verdict.getClass())) {
      String wrong = wrong(part.getName(), value(part, verdict));
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    return "";
  }

  private static @Nullable Object value(Method part, Verdict verdict) {
    try {
      return part.invoke(verdict);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
