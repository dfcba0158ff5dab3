package dev.ordo.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to the simulated world.
 *
 * @param path what follows the door's own path
 * @param headers names in lower case
 */
record Ask(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  /** Parameters of the address and, where the body is a form, of the body together. */
  Map<String, String> parameters() {
    Map<String, String> all = new HashMap<>(query);
    if (headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")) {
      all.putAll(decoded(body));
    }
    return all;
  }

  static Map<String, String> decoded(@Nullable String form) {
    Map<String, String> all = new HashMap<>();
    if (form == null || form.isEmpty()) {
      return all;
    }
    for (String pair : form.split("&")) {
      int at = pair.indexOf('=');
      String key = at < 0 ? pair : pair.substring(0, at);
      String value = at < 0 ? "" : pair.substring(at + 1);
      all.put(
          URLDecoder.decode(key, StandardCharsets.UTF_8),
          URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return all;
  }
}
