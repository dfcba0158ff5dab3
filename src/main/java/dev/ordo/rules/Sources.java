package dev.ordo.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of one decision point.
 *
 * @param files content by file name, base 64
 */
public record Sources(String point, Map<String, String> files) {
  public Sources {
    files = new TreeMap<>(files);
  }

  /**
   * Sources by decision point of a directory that holds their folders, or is the one of a point.
   *
   * @throws RuleSetBroken if a file is too large to be read
   */
  public static Map<String, Sources> under(Path directory) {
    Path whole = directory.toAbsolutePath().normalize();
    try {
      Path parent = whole.getParent();
      return parent != null && Files.exists(whole.resolve("rule-set.yaml"))
          ? RuleFiles.under(parent, whole).whole()
          : RuleFiles.under(whole, whole).whole();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] bytes(String file) {
    return Base64.getDecoder().decode(files.getOrDefault(file, ""));
  }

  public String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /** The same with one file put in place. */
  public Sources with(String file, byte[] content) {
    Map<String, String> all = new TreeMap<>(files);
    all.put(file, Base64.getEncoder().encodeToString(content));
    return new Sources(point, all);
  }

  /** The same without a file. */
  public Sources without(String file) {
    Map<String, String> all = new TreeMap<>(files);
    all.remove(file);
    return new Sources(point, all);
  }

  /** Content address of the release they make, or of the bare files while they make none. */
  public String hash() {
    try {
      return Engine.hash(this);
    } catch (RuleSetBroken e) {
      return hash("broken");
    }
  }

  /** As the database keeps them. */
  public byte[] packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(JsonMapper.shared().writeValueAsBytes(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Sources unpacked(byte[] packed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return JsonMapper.shared().readValue(gzip.readAllBytes(), Sources.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether its rules may go beyond the vocabulary; not where nobody can read what it says. */
  public boolean isExpert() {
    try {
      return RuleSet.of(this).level() == RuleSet.Level.EXPERT;
    } catch (RuleSetBroken e) {
      return false;
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** SHA-256 over parts, each with its length before it. */
  public static String digest(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        part(digest, part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static void part(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  /**
   * Content address: SHA-256 over names and contents, engine version and vocabulary, each with its
   * length before it, so that no two sets of files are written the same.
   */
  String hash(String engine) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      part(digest, point);
      part(digest, engine);
      files.forEach(
          (name, content) -> {
            part(digest, name);
            part(digest, content);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
