package dev.ordo.channel.douyin;

import dev.ordo.channel.Digests;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How Douyin signs a call: the parameters' JSON in canonical form (keys sorted, compact, nothing
 * escaped that need not be) is signed and is also the very body that is sent.
 */
final class DoudianSignature {
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private DoudianSignature() {}

  /** Amounts must be whole fen: decimals have no canonical form that all sides share. */
  static String canonical(Map<String, ?> parameters) {
    return CANONICAL.writeValueAsString(parameters);
  }

  static String of(String key, String secret, String method, String timestamp, String json) {
    String text =
        "app_key" + key + "method" + method + "param_json" + json + "timestamp" + timestamp + "v2";
    return Digests.hmacHex("HmacSHA256", secret, secret + text + secret);
  }
}
