package dev.ordo.journey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Something all nodes of one database must run alike, contributed as a bean.
 *
 * @param what short name, such as {@code routes}
 * @param parts hash by name of its parts as this node runs them
 */
public record Fingerprint(String what, Supplier<SortedMap<String, String>> parts) {
  /** One hash of all parts, in hexadecimal. */
  String hash() {
    try {
      byte[] text = parts.get().toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
