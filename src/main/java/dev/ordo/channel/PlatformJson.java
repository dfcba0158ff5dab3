package dev.ordo.channel;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads platforms' answers: amounts stay exact, and what is no JSON is trouble worth a retry. */
public final class PlatformJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private PlatformJson() {}

  public static JsonNode read(String answer) {
    try {
      return MAPPER.readTree(answer);
    } catch (JacksonException e) {
      throw new PlatformTrouble("no-json", e.getOriginalMessage(), true);
    }
  }

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
