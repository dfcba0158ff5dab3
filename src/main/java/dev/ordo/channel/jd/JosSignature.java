package dev.ordo.channel.jd;

import dev.ordo.channel.Digests;
import java.util.Locale;
import java.util.Map;

/** How JOS signs a call; example printed at open.jd.com/v2/#/doc/dev-guide?listId=2643. */
final class JosSignature {
  private JosSignature() {}

  static String of(String secret, Map<String, String> parameters) {
    return Digests.md5(secret + Digests.sorted(parameters) + secret).toUpperCase(Locale.ROOT);
  }
}
