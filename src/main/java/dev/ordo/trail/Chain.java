package dev.ordo.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Each link is the SHA-256 of the link before it, the id and the hash of one decision. */
final class Chain {
  /** The link before the first decision. */
  static final String START = "0".repeat(64);

  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest digest = sha256();
  private byte[] link;

  Chain(String previous) {
    link = bytes(previous);
  }

  /** Adds a decision and returns its mark. */
  long add(long id, String hash) {
    digest.update(link);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(id).flip());
    digest.update(bytes(hash));
    link = digest.digest();
    return ByteBuffer.wrap(link).getLong();
  }

  String link() {
    return HEX.formatHex(link);
  }

  /** A hash in its 32 bytes; a text that is none stands for its own hash. */
  static byte[] bytes(String hash) {
    try {
      byte[] bytes = HEX.parseHex(hash);
      return bytes.length == 32 ? bytes : of(hash);
    } catch (IllegalArgumentException e) {
      return of(hash);
    }
  }

  static String text(byte[] hash) {
    return HEX.formatHex(hash);
  }

  static byte[] of(String text) {
    return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
