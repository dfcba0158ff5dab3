package dev.ordo.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The few digests that platform signatures are made of; always of UTF-8 bytes. */
public final class Digests {
  private static final HexFormat LOWER = HexFormat.of();

  private Digests() {}

  /** MD5 as lower-case hex: the platforms' choice, a checksum with a secret, not our protection. */
  public static String md5(String text) {
    try {
      return LOWER.formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no MD5.", e);
    }
  }

  /** A keyed digest, raw. */
  public static byte[] hmac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + algorithm + ".", e);
    }
  }

  public static String hmacHex(String algorithm, String key, String text) {
    return LOWER.formatHex(hmac(algorithm, key, text));
  }

  /** Parameters in byte order of their keys, joined; {@code sign} and empty ones left out. */
  public static String sorted(
      Map<String, String> parameters, BiFunction<String, String, String> pair, String glue) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .filter(e -> !e.getKey().equals("sign") && !e.getKey().isEmpty())
            .filter(e -> !e.getValue().isEmpty())
            .map(e -> pair.apply(e.getKey(), e.getValue()))
            .collect(Collectors.joining(glue));
  }

  /** The commonest form: keys and values run together. */
  public static String sorted(Map<String, String> parameters) {
    return sorted(parameters, String::concat, "");
  }
}
