package dev.ordo.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts and firings as compact JSON. Facts are a type name and then the records of that type in
 * order, as in {@code ["AuditOrder",{...},"LineFact",{...},{...}]}; a firing is {@code
 * ["rule","Hold",{...}]}, with the sheet's row behind it where the rule is a table row. Falsehood,
 * zero and emptiness are left out; components a record gained since are read as these.
 */
final class Snapshots {
  static final JsonMapper JSON = mapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  /** A reader fetches its deserializer once; a mapper asked through a parser does each time. */
  private static final ClassValue<ObjectReader> READERS =
      new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
          return JSON.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        }
      };

  private Snapshots() {}

  static String facts(Collection<?> facts) {
    return written(
        json -> {
          Class<?> type = Void.class;
          for (Object fact : facts) {
            if (fact.getClass() != type) {
              type = fact.getClass();
              json.writeString(type.getSimpleName());
            }
            JSON.writeValue(json, fact);
          }
        });
  }

  static String firings(List<Firing> firings) {
    return firings(firings, true);
  }

  /**
   * @param rows whether rows of decision tables are told; records of before told none
   */
  static String firings(List<Firing> firings, boolean rows) {
    return written(
        json -> {
          for (Firing firing : firings) {
            json.writeStartArray();
            json.writeString(firing.rule());
            if (firing.verdict() != null) {
              json.writeString(firing.verdict().getClass().getSimpleName());
              JSON.writeValue(json, firing.verdict());
              if (rows && firing.row() > 0) {
                json.writeNumber(firing.row());
              }
            }
            json.writeEndArray();
          }
        });
  }

  /** As in {@code ORDER 17,PARCEL 18}. */
  static String subjects(List<Subject> subjects) {
    return subjects.stream().map(s -> s.kind() + " " + s.id()).collect(Collectors.joining(","));
  }

  static List<Subject> subjects(String text) {
    return Arrays.stream(text.split(","))
        .filter(subject -> !subject.isEmpty())
        .map(subject -> subject.split(" "))
        .map(parts -> new Subject(parts[0], Long.parseLong(parts[1])))
        .toList();
  }

  /** Facts as records again, of the given vocabulary. */
  static List<Object> facts(String text, Vocabulary vocabulary) {
    List<Object> facts = new ArrayList<>();
    Class<?> type = Void.class;
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
        if (t == JsonToken.VALUE_STRING) {
          type = vocabulary.type(json.getString());
        } else {
          facts.add(READERS.get(type).readValue(json));
        }
      }
    }
    return facts;
  }

  /** Firings with their verdicts as records again. */
  static List<Firing> firings(String text, Vocabulary vocabulary) {
    List<Firing> firings = new ArrayList<>();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        firings.add(firing(json, vocabulary));
      }
    }
    return firings;
  }

  private static Firing firing(JsonParser json, Vocabulary vocabulary) {
    json.nextToken();
    String rule = json.getString();
    Verdict verdict = null;
    int row = 0;
    if (json.nextToken() == JsonToken.VALUE_STRING) {
      Class<?> type = vocabulary.type(json.getString());
      json.nextToken();
      verdict = READERS.get(type).readValue(json);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        row = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : row;
        json.skipChildren();
      }
    }
    return new Firing(rule, verdict, row);
  }

  /** One map per fact, its type under {@code fact}. */
  static List<Map<String, Object>> factMaps(String text) {
    List<Map<String, Object>> maps = new ArrayList<>();
    String type = "";
    for (JsonNode node : JSON.readTree(text)) {
      if (node.isString()) {
        type = node.asString();
      } else {
        maps.add(typed("fact", type, node));
      }
    }
    return maps;
  }

  /** One map per firing: {@code rule}, and {@code verdict} where it said something. */
  static List<Map<String, Object>> firingMaps(String text) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (JsonNode node : JSON.readTree(text)) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("rule", node.get(0).asString());
      if (node.size() > 1) {
        map.put("verdict", typed("type", node.get(1).asString(), node.get(2)));
      }
      if (node.size() > 3) {
        map.put("row", node.get(3).asInt());
      }
      maps.add(map);
    }
    return maps;
  }

  private static Map<String, Object> typed(String key, String type, JsonNode fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, type);
    map.putAll(JSON.convertValue(fields, FIELDS));
    return map;
  }

  private static String written(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      content.accept(json);
      json.writeEndArray();
    }
    return text.toString();
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .changeDefaultPropertyInclusion(
                v -> v.withValueInclusion(JsonInclude.Include.NON_NULL));
    for (Class<?> type : List.of(boolean.class, int.class, long.class, double.class)) {
      builder.withConfigOverride(
          type,
          o ->
              o.setInclude(
                  JsonInclude.Value.construct(
                      JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.ALWAYS)));
    }
    for (Class<?> type : List.of(String.class, List.class, Set.class, Map.class)) {
      builder.withConfigOverride(
          type,
          o -> {
            o.setInclude(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
            o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
          });
    }
    builder.withConfigOverride(
        BigDecimal.class,
        o ->
            o.setInclude(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS)));
    return builder.build();
  }
}
