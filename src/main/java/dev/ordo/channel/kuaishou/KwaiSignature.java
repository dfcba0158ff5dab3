package dev.ordo.channel.kuaishou;

import dev.ordo.channel.Digests;
import java.util.Base64;
import java.util.Map;

/** How Kuaishou signs a call: by a secret of its own, which is not the application's secret. */
final class KwaiSignature {
  private KwaiSignature() {}

  static String of(String signSecret, Map<String, String> parameters) {
    String text =
        Digests.sorted(parameters, (k, v) -> k + "=" + v, "&") + "&signSecret=" + signSecret;
    return parameters.getOrDefault("signMethod", "MD5").equals("HMAC_SHA256")
        ? Base64.getEncoder().encodeToString(Digests.hmac("HmacSHA256", signSecret, text))
        : Digests.md5(text);
  }
}
