package dev.ordo.channel.pdd;

import dev.ordo.channel.Digests;
import java.util.Locale;
import java.util.Map;

/** How Pinduoduo signs a call; example printed in its open platform's developer document. */
final class PopSignature {
  private PopSignature() {}

  static String of(String secret, Map<String, String> parameters) {
    return Digests.md5(secret + Digests.sorted(parameters) + secret).toUpperCase(Locale.ROOT);
  }
}
