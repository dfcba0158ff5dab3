package dev.ordo.rules;

import dev.ordo.rules.RuleSetBroken.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  /**
   * What lies in a directory.
   *
   * @param points sources by decision point, without those that have faults
   * @param faults of files that were not even read, by decision point
   */
  record Found(Map<String, Sources> points, Map<String, List<Fault>> faults) {
    private static Found of(Map<String, Map<String, String>> files, List<Fault> faults) {
      Map<String, List<Fault>> byPoint =
          faults.stream()
              .collect(Collectors.groupingBy(f -> f.file().substring(0, f.file().indexOf('/'))));
      Map<String, Sources> points = new TreeMap<>();
      files.forEach((point, contents) -> points.put(point, new Sources(point, contents)));
      points.keySet().removeAll(byPoint.keySet());
      return new Found(points, byPoint);
    }

    /**
     * Sources by decision point.
     *
     * @throws RuleSetBroken with every fault found
     */
    Map<String, Sources> whole() {
      if (!faults.isEmpty()) {
        throw new RuleSetBroken(faults.values().stream().flatMap(List::stream).toList());
      }
      return points;
    }
  }

  Found read() {
    try {
      if (Files.isDirectory(root)) {
        return under(root, root);
      }
      Map<String, Map<String, String>> files = new TreeMap<>();
      fromClassPath(files);
      return Found.of(files, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lies in a part of a directory that holds a folder for each decision point. */
  static Found under(Path root, Path part) throws IOException {
    Map<String, Map<String, String>> files = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(part, 3)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (belongs(name) && Files.size(file) > LARGEST_FILE) {
          faults.add(tooLarge(name, Files.size(file)));
        } else if (belongs(name)) {
          put(files, name, Files.readAllBytes(file));
        }
      }
    }
    return Found.of(files, faults);
  }

  private static Fault tooLarge(String name, long size) {
    String what = "has %,d bytes; at most %,d are read. Split it or take rows out.";
    return new Fault(name, "file", String.format(Locale.ROOT, what, size, LARGEST_FILE));
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
