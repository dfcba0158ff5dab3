package dev.ordo.channel.taobao;

import dev.ordo.channel.Digests;
import java.util.Locale;
import java.util.Map;

/** How TOP signs a call; formula printed at open.taobao.com/doc.htm?docId=101617. */
final class TopSignature {
  private TopSignature() {}

  /**
   * Signs the parameters as their {@code sign_method} says.
   *
   * @param body raw body for calls that carry one (Qimen), else empty
   */
  static String of(String secret, Map<String, String> parameters, String body) {
    String text = Digests.sorted(parameters) + body;
    String hex =
        switch (parameters.getOrDefault("sign_method", "md5")) {
          case "hmac" -> Digests.hmacHex("HmacMD5", secret, text);
          case "hmac-sha256" -> Digests.hmacHex("HmacSHA256", secret, text);
          default -> Digests.md5(secret + text + secret);
        };
    return hex.toUpperCase(Locale.ROOT);
  }
}
