package dev.ordo.trail.web;

import dev.ordo.console.Amounts;
import dev.ordo.console.Words;
import dev.ordo.shared.Ids;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says facts as people read them: one table per kind of fact, one column per field. */
@Component
class FactWords {
  /** Numbers above are ids, which people know in their printed form. */
  private static final long SMALLEST_ID = 1L << 52;

  /** Facts of one kind. */
  record Facts(String kind, List<String> fields, List<List<String>> rows) {}

  private final Words words;

  FactWords(Words words) {
    this.words = words;
  }

  List<Facts> of(List<?> facts, Locale locale) {
    Map<Class<?>, List<Object>> kinds = new LinkedHashMap<>();
    facts.forEach(f -> kinds.computeIfAbsent(f.getClass(), k -> new ArrayList<>()).add(f));
    return kinds.entrySet().stream().map(e -> table(e.getKey(), e.getValue(), locale)).toList();
  }

  private Facts table(Class<?> kind, List<Object> facts, Locale locale) {
    List<RecordComponent> fields = List.of(kind.getRecordComponents());
    return new Facts(
        words.of("trail.fact." + kind.getSimpleName(), locale),
        fields.stream().map(f -> words.of("trail.field." + f.getName(), locale)).toList(),
        facts.stream()
            .map(fact -> fields.stream().map(f -> text(value(f, fact), locale)).toList())
            .toList());
  }

  private static @Nullable Object value(RecordComponent field, Object fact) {
    try {
      return field.getAccessor().invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(@Nullable Object value, Locale locale) {
    return switch (value) {
      case null -> "";
      case Boolean flag -> words.of(flag ? "trail.yes" : "trail.no", locale);
      case BigDecimal amount -> Amounts.text(amount);
      case Long id when id >= SMALLEST_ID -> Ids.text(id);
      case Enum<?> one -> code(one.name(), locale);
      case Collection<?> many ->
          many.stream().map(each -> text(each, locale)).collect(Collectors.joining(", "));
      case String said -> code(said, locale);
      default -> value.toString();
    };
  }

  private String code(String code, Locale locale) {
    String key = "trail.value." + code;
    String said = words.of(key, locale);
    return said.equals(key) ? words.code(code, locale) : said;
  }
}
