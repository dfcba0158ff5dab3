package dev.ordo.trail;

import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One firing as people read it.
 *
 * @param kind type of the verdict, such as Hold
 * @param code its stable code, empty if the rule said nothing
 * @param fields what else it says
 * @param about the carrier, warehouse or value it says it about, empty if none
 */
public record Told(String rule, String kind, String code, String fields, String about) {
  private static final List<String> SUBJECTS = List.of("warehouse", "carrier", "value", "detail");

  /** Numbers above are ids, which people know in their printed form. */
  private static final long SMALLEST_ID = 1L << 52;

  public static List<Told> of(StoredDecision decision) {
    return decision.firings().stream().map(Told::firing).toList();
  }

  private static Told firing(Map<String, Object> firing) {
    String rule = String.valueOf(firing.get("rule"));
    if (!(firing.get("verdict") instanceof Map<?, ?> verdict)) {
      return new Told(rule, "", "", "", "");
    }
    Map<Object, Object> fields = new LinkedHashMap<>(verdict);
    String kind = String.valueOf(fields.remove("type"));
    Object code = fields.containsKey("code") ? fields.remove("code") : fields.remove("field");
    return new Told(rule, kind, code == null ? kind : code.toString(), text(fields), about(fields));
  }

  private static String about(Map<Object, Object> fields) {
    return SUBJECTS.stream()
        .map(fields::get)
        .filter(value -> value instanceof String said && !said.isEmpty())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** Fields in the order of the record, as {@code name = value}. */
  public static String text(Map<?, ?> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(" = ")
                .append(shown(value)));
    return text.toString();
  }

  private static Object shown(@Nullable Object value) {
    return value instanceof Long id && id >= SMALLEST_ID ? Ids.text(id) : String.valueOf(value);
  }
}
