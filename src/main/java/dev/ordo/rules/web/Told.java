package dev.ordo.rules.web;

import dev.ordo.rules.StoredDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One firing as people read it.
 *
 * @param kind type of the verdict, such as Hold
 * @param code its stable code, empty if the rule said nothing
 * @param fields what else it says
 */
record Told(String rule, String kind, String code, String fields) {

  static List<Told> of(StoredDecision decision) {
    return decision.firings().stream().map(Told::firing).toList();
  }

  private static Told firing(Map<String, Object> firing) {
    String rule = String.valueOf(firing.get("rule"));
    if (!(firing.get("verdict") instanceof Map<?, ?> verdict)) {
      return new Told(rule, "", "", "");
    }
    Map<Object, Object> fields = new LinkedHashMap<>(verdict);
    String kind = String.valueOf(fields.remove("type"));
    Object code = fields.containsKey("code") ? fields.remove("code") : fields.remove("field");
    return new Told(rule, kind, code == null ? kind : code.toString(), text(fields));
  }

  /** Fields in the order of the record, as {@code name = value}. */
  static String text(Map<?, ?> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : ", ").append(name).append(" = ").append(value));
    return text.toString();
  }
}
