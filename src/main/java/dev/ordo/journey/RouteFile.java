package dev.ordo.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One file of routes as it was read.
 *
 * @param name the file's name without its folder
 * @param hash SHA-256 of the text in hexadecimal
 */
record RouteFile(String name, String text, String hash) {
  static final String ENDING = ".camel.yaml";
  static final String ERROR_POLICY = "error-policy" + ENDING;
  static final String JOURNEY = "order-journey" + ENDING;

  static RouteFile of(String name, String text) {
    return new RouteFile(name, text, hash(text));
  }

  boolean isErrorPolicy() {
    return name.equals(ERROR_POLICY);
  }

  boolean isJourney() {
    return name.equals(JOURNEY);
  }

  /** The folder's files, or the packaged ones where there is no folder; in order of loading. */
  static List<RouteFile> all(Path folder) throws IOException {
    List<RouteFile> files = Files.isDirectory(folder) ? onDisk(folder) : packaged();
    return files.stream().sorted(BY_LOADING).toList();
  }

  private static final Comparator<RouteFile> BY_LOADING =
      Comparator.comparing((RouteFile f) -> !f.isErrorPolicy())
          .thenComparing(RouteFile::isJourney)
          .thenComparing(RouteFile::name);

  private static List<RouteFile> onDisk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(p -> p.toString().endsWith(ENDING)).map(RouteFile::read).toList();
    }
  }

  private static RouteFile read(Path path) {
    try {
      return of(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<RouteFile> packaged() throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:defaults/routes/*" + ENDING);
    return Arrays.stream(found).map(RouteFile::read).toList();
  }

  private static RouteFile read(Resource resource) {
    try {
      String name = String.valueOf(resource.getFilename());
      return of(name, resource.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
