package dev.ordo.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platforms' own documents and SDKs say a signature must be. */
public final class SignatureVectors {
  private SignatureVectors() {}

  public static Stream<JsonNode> startingWith(String prefix) {
    try (InputStream facts =
        SignatureVectors.class.getResourceAsStream("/channel/signatures.json")) {
      return JsonMapper.shared().readTree(facts).get("vectors").values().stream()
          .filter(v -> v.get("id").stringValue().startsWith(prefix));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String input(JsonNode vector, String name) {
    return vector.get("inputs").path(name).asString("");
  }

  public static Map<String, String> parameters(JsonNode object) {
    Map<String, String> all = new LinkedHashMap<>();
    object.properties().forEach(e -> all.put(e.getKey(), e.getValue().asString("")));
    return all;
  }
}
