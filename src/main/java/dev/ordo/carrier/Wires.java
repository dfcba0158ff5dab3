package dev.ordo.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** What the carriers' wires have in common: digests, forms, Beijing time, kilograms. */
public final class Wires {
  public static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  public static final String JSON = "application/json; charset=UTF-8";
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Wires() {}

  /** Base64 of the raw MD5 of UTF-8 bytes: the carriers' choice, a keyed checksum. */
  public static String md5Base64(String text) {
    return Base64.getEncoder().encodeToString(md5(text));
  }

  public static byte[] md5(String text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no MD5.", e);
    }
  }

  public static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Compares signatures in constant time. */
  public static boolean same(String a, String b) {
    return MessageDigest.isEqual(a.getBytes(UTF_8), b.getBytes(UTF_8));
  }

  public static String beijing(Instant at) {
    return SECONDS.format(at.atZone(CarrierProtocol.BEIJING));
  }

  public static Instant beijing(String text) {
    return LocalDateTime.parse(text, SECONDS).atZone(CarrierProtocol.BEIJING).toInstant();
  }

  /** Kilograms with three digits, never zero. */
  public static BigDecimal kilograms(int grams) {
    return BigDecimal.valueOf(Math.max(grams, 1))
        .divide(BigDecimal.valueOf(1000), 3, RoundingMode.UP);
  }
}
