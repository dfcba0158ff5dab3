package dev.ordo.rulebook.web;

import dev.ordo.rules.Decision;
import dev.ordo.rules.Firing;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes facts and what rules said about them as an example that stands beside the rules. */
final class ExampleText {
  /** Phone numbers and longer runs of digits have no place in a file. */
  private static final Pattern PERSONAL = Pattern.compile("\\d{11,}");

  private ExampleText() {}

  /** A file with one example. */
  static String of(String name, Collection<?> facts, Decision outcome) {
    StringBuilder text = new StringBuilder("- name: " + quoted(name) + "\n  given:\n");
    facts.forEach(fact -> text.append("    - ").append(typed(fact)).append('\n'));
    List<String> fires = outcome.firings().stream().map(Firing::rule).toList();
    if (!fires.isEmpty()) {
      text.append("  fires: ").append(value(fires)).append('\n');
    }
    if (!outcome.verdicts().isEmpty()) {
      text.append("  verdicts:\n");
      outcome.verdicts().forEach(v -> text.append("    - ").append(typed(v)).append('\n'));
    }
    return text.toString();
  }

  private static String typed(Object fact) {
    return fact.getClass().getSimpleName() + ": " + value(fact);
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      case Enum<?> constant -> constant.name();
      case Optional<?> maybe -> value(maybe.orElse(null));
      case Collection<?> many ->
          many.stream().map(ExampleText::value).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> quoted(String.valueOf(e.getKey())) + ": " + value(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Record fields -> fields(fields);
      default -> quoted(value.toString());
    };
  }

  private static String fields(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(part -> Map.entry(part.getName(), Optional.ofNullable(read(record, part))))
        .filter(part -> part.getValue().isPresent())
        .map(part -> part.getKey() + ": " + value(part.getValue().get()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    String safe = PERSONAL.matcher(text).replaceAll("***").replaceAll("\\p{Cntrl}", " ");
    return '"' + safe.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static @Nullable Object read(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same fact with one field changed; unchanged where the field cannot hold the value. */
  static Object changed(Object fact, String field, Object value) {
    RecordComponent[] parts = fact.getClass().getRecordComponents();
    Object[] values =
        Stream.of(parts)
            .map(p -> p.getName().equals(field) ? value : read((Record) fact, p))
            .toArray();
    try {
      Constructor<?> constructor =
          fact.getClass()
              .getDeclaredConstructor(
                  Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return Objects.requireNonNull(constructor.newInstance(values));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return fact;
    }
  }
}
