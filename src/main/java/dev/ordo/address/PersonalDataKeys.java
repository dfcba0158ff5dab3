package dev.ordo.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys by id, in the order of the settings; made up and written to a file when none are set.
 *
 * @param current the id new ciphertexts carry
 * @param search the key of the search hash
 */
record PersonalDataKeys(Map<String, SecretKey> byId, String current, SecretKey search) {
  private static final Logger LOG = LoggerFactory.getLogger(PersonalDataKeys.class);

  static PersonalDataKeys of(PersonalDataSettings settings) {
    return of(settings.keys().isEmpty() ? fromFile(settings.file()) : settings.keys());
  }

  static PersonalDataKeys of(List<String> lines) {
    Map<String, SecretKey> byId = new LinkedHashMap<>();
    String last = "";
    for (String line : lines) {
      int colon = line.indexOf(':');
      byte[] bytes =
          colon < 1 ? new byte[0] : Base64.getDecoder().decode(line.substring(colon + 1));
      if (bytes.length != 32 || !line.substring(0, colon).matches("[A-Za-z0-9_-]{1,16}")) {
        throw new IllegalStateException(
            "A key of ordo.personal-data.keys is not of the form id:base64 of 32 bytes. Maybe make"
                + " one with: openssl rand -base64 32");
      }
      last = line.substring(0, colon);
      byId.put(last, new SecretKeySpec(bytes, "AES"));
    }
    byte[] root = Objects.requireNonNull(byId.get(last)).getEncoded();
    return new PersonalDataKeys(
        Map.copyOf(byId),
        lines.getFirst().substring(0, lines.getFirst().indexOf(':')),
        new SecretKeySpec(KeyedHash.once(root, "ordo search key"), "HmacSHA256"));
  }

  private static List<String> fromFile(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    String line = "k1:" + Base64.getEncoder().encodeToString(key);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE_NEW);
      LOG.warn(
          "No ordo.personal-data.keys set: made a key and wrote it to {}. Without that file names,"
              + " phones and addresses cannot be read any more.",
          file.toAbsolutePath().normalize());
    } catch (FileAlreadyExistsException e) {
      LOG.debug("Another node was first to write {}", file, e);
    }
  }
}
