package dev.ordo.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads {@code rules/} from the working directory, or the copy the application carries. */
@Component
class RuleFiles {
  private static final String DEFAULTS = "defaults/rules/";
  private static final long LARGEST_FILE = 5_000_000;

  private final Path root;

  RuleFiles(@Value("${ordo.files:.}") String files) {
    this.root = Path.of(files, "rules");
  }

  /** Sources by decision point. */
  Map<String, Sources> read() {
    try {
      if (Files.isDirectory(root)) {
        return under(root);
      }
      Map<String, Map<String, String>> files = new TreeMap<>();
      fromClassPath(files);
      return points(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sources by decision point of a directory that holds a folder for each. */
  static Map<String, Sources> under(Path root) throws IOException {
    return under(root, root);
  }

  /** The same for a part of it. */
  static Map<String, Sources> under(Path root, Path part) throws IOException {
    Map<String, Map<String, String>> files = new TreeMap<>();
    fromDirectory(root, part, files);
    return points(files);
  }

  private static Map<String, Sources> points(Map<String, Map<String, String>> files) {
    Map<String, Sources> points = new TreeMap<>();
    files.forEach((point, contents) -> points.put(point, new Sources(point, contents)));
    return points;
  }

  private static void fromDirectory(Path root, Path part, Map<String, Map<String, String>> files)
      throws IOException {
    try (Stream<Path> walk = Files.walk(part, 3)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (belongs(name) && Files.size(file) <= LARGEST_FILE) {
          put(files, name, Files.readAllBytes(file));
        }
      }
    }
  }

  private static void fromClassPath(Map<String, Map<String, String>> files) throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + DEFAULTS + "**/*.*");
    for (Resource resource : found) {
      String url = resource.getURL().toString();
      String name = url.substring(url.indexOf(DEFAULTS) + DEFAULTS.length());
      if (belongs(name)) {
        try (InputStream in = resource.getInputStream()) {
          put(files, name, in.readAllBytes());
        }
      }
    }
  }

  private static boolean belongs(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return name.contains("/")
        && !file.startsWith(".")
        && !file.startsWith("~")
        && (file.endsWith(".drl") || file.endsWith(".yaml") || RuleTables.isTable(file));
  }

  private static void put(Map<String, Map<String, String>> files, String name, byte[] content) {
    int slash = name.indexOf('/');
    files
        .computeIfAbsent(name.substring(0, slash), p -> new TreeMap<>())
        .put(name.substring(slash + 1), Base64.getEncoder().encodeToString(content));
  }
}
