package dev.ordo.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells contents apart for good: no two different ones have ever been seen with one digest. */
public final class Sha256 {
  private Sha256() {}

  /** 64 characters of lower-case hex. */
  public static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }

  public static String hex(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256.", e);
    }
  }
}
