package dev.ordo.channel.web;

import dev.ordo.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Cuts a JSON list into its elements word for word, so that each is kept and judged as it came. */
final class Elements {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private Elements() {}

  /** The text of each element; a Refusal for what is no JSON list of 1 to {@code most}. */
  static List<String> of(String body, int most) {
    List<String> elements = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw wrong("no list", most);
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(element(parser, body));
      }
      if (parser.nextToken() != null) {
        throw wrong("more than a list", most);
      }
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Refusal(
          "body",
          at == null ? "" : "line %d column %d".formatted(at.getLineNr(), at.getColumnNr()),
          "Send well-formed JSON.");
    }
    if (elements.isEmpty() || elements.size() > most) {
      throw wrong(elements.size(), most);
    }
    return elements;
  }

  private static String element(JsonParser parser, String body) {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    return body.substring(from, (int) parser.currentLocation().getCharOffset()).strip();
  }

  private static Refusal wrong(Object found, int most) {
    return new Refusal("body", found, "Send a JSON list of 1 to " + most + " orders.");
  }
}
