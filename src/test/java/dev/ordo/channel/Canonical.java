package dev.ordo.channel;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Lets tests of other packages read as intake reads. */
public final class Canonical {
  private Canonical() {}

  public static CanonicalOrder read(JsonNode json) {
    return OrderReader.read(json);
  }

  public static String encoded(Map<String, String> query) {
    return Forms.encode(query);
  }
}
