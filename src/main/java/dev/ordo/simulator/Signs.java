package dev.ordo.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The platforms' side of their signatures, written apart from Ordo's so that errors show. */
final class Signs {
  private Signs() {}

  static String md5(String text) {
    return HexFormat.of().formatHex(md5Bytes(text));
  }

  static String md5Base64(String text) {
    return Base64.getEncoder().encodeToString(md5Bytes(text));
  }

  private static byte[] md5Bytes(String text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmacSha256(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Everything that was sent except the signature, in key order, run together. */
  static String joined(Map<String, String> sent) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(sent)
        .forEach(
            (key, value) -> {
              if (!key.equals("sign") && !value.isEmpty()) {
                text.append(key).append(value);
              }
            });
    return text.toString();
  }
}
