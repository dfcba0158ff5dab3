package dev.ordo.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one decision point.
 *
 * @param files content by file name, base 64
 */
public record Sources(String point, Map<String, String> files) {
  public Sources {
    files = new TreeMap<>(files);
  }

  public byte[] bytes(String file) {
    return Base64.getDecoder().decode(files.getOrDefault(file, ""));
  }

  public String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Content address: SHA-256 over names and contents, engine version and vocabulary. */
  String hash(String engine) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(point.getBytes(StandardCharsets.UTF_8));
      digest.update(engine.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, String> file : files.entrySet()) {
        if (!file.getKey().startsWith("examples/")) {
          digest.update((file.getKey() + "\n" + file.getValue()).getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
