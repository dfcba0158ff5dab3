package dev.ordo.channel;

import java.util.Map;

/**
 * One HTTP call to a platform, signed and complete; the route only carries it there.
 *
 * @param path path below the shop's base address, with a leading slash
 * @param query parameters of the address, not yet encoded
 * @param body the very text to send, empty for GET
 */
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String contentType,
    String body) {
  public static final String FORM = "application/x-www-form-urlencoded;charset=utf-8";
  public static final String JSON = "application/json;charset=utf-8";

  public Call {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  public static Call form(String path, Map<String, String> parameters) {
    return new Call("POST", path, Map.of(), Map.of(), FORM, Forms.encode(parameters));
  }

  public static Call json(String path, Map<String, String> query, String body) {
    return new Call("POST", path, query, Map.of(), JSON, body);
  }

  /** Signatures and tokens stay out of logs. */
  @Override
  public String toString() {
    return "Call[%s %s]".formatted(method, path);
  }
}
