package dev.ordo.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of facts and firings: compact, typed by simple class name, read back for replay. */
@Component
class DecisionJson {
  private static final TypeReference<List<Map<String, Object>>> MAPS = new TypeReference<>() {};

  private final JsonMapper json;

  DecisionJson(JsonMapper json) {
    this.json = json;
  }

  String facts(Collection<?> facts) {
    ArrayNode array = json.createArrayNode();
    facts.forEach(fact -> array.add(typed("fact", fact)));
    return json.writeValueAsString(array);
  }

  String firings(List<Firing> firings) {
    ArrayNode array = json.createArrayNode();
    for (Firing firing : firings) {
      ObjectNode node = json.createObjectNode().put("rule", firing.rule());
      if (firing.verdict() != null) {
        node.set("verdict", typed("type", firing.verdict()));
      }
      array.add(node);
    }
    return json.writeValueAsString(array);
  }

  List<Map<String, Object>> tree(String text) {
    return json.readValue(text, MAPS);
  }

  String text(List<Map<String, Object>> maps) {
    return json.writeValueAsString(maps);
  }

  /** Facts as records again, of the given vocabulary package. */
  List<Object> facts(String text, String vocabulary) {
    List<Object> facts = new ArrayList<>();
    for (Map<String, Object> map : tree(text)) {
      Object type = map.remove("fact");
      try {
        facts.add(json.convertValue(map, Class.forName(vocabulary + "." + type)));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(
            "The vocabulary (%s) has no fact (%s) any more.".formatted(vocabulary, type), e);
      }
    }
    return facts;
  }

  private ObjectNode typed(String key, Object value) {
    ObjectNode node = json.createObjectNode().put(key, value.getClass().getSimpleName());
    node.setAll((ObjectNode) json.valueToTree(value));
    return node;
  }
}
