package dev.ordo.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts and verdicts as compact JSON: a type name, then the records of that type in order, as in
 * {@code ["AuditOrder",{...},"LineFact",{...},{...}]}. Falsehood, zero and emptiness are left out;
 * components a record gained since are read as these.
 */
final class Snapshots {
  static final JsonMapper JSON = mapper();

  private Snapshots() {}

  static String text(Collection<?> records) {
    java.io.StringWriter text = new java.io.StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      Class<?> type = Void.class;
      for (Object element : records) {
        if (element.getClass() != type) {
          type = element.getClass();
          json.writeString(type.getSimpleName());
        }
        JSON.writeValue(json, element);
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  static List<Object> read(String text, Vocabulary vocabulary) {
    List<Object> records = new ArrayList<>();
    Class<?> type = Void.class;
    for (JsonNode node : JSON.readTree(text)) {
      if (node.isString()) {
        type = vocabulary.type(node.asString());
      } else {
        records.add(JSON.treeToValue(node, type));
      }
    }
    return records;
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
