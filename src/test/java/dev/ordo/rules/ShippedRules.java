package dev.ordo.rules;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The rules of this repository, for tests of other modules. */
public final class ShippedRules {
  private ShippedRules() {}

  public static Collection<String> points() {
    return RulesFixtures.points();
  }

  /** Compiled once per test run. */
  public static Release release(String point) {
    return RulesFixtures.release(point);
  }

  public static Sources sources(String point) {
    return release(point).sources();
  }

  /** The files of a point with some replaced by other text. */
  public static Sources with(String point, Map<String, String> texts) {
    Map<String, String> files = new TreeMap<>(sources(point).files());
    texts.forEach((file, text) -> files.put(file, base64(text)));
    return new Sources(point, files);
  }

  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
