package dev.ordo.journey;

import dev.ordo.shared.Sha256;
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
    return Sha256.hex(parts.get().toString());
  }
}
