package dev.ordo.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, without what the build writes and without hostile samples. */
final class Tree {
  private static final List<String> OWN =
      List.of(".ci", "docs", "routes", "rules", "solver-configs", "src", "README.md", "pom.xml");

  private Tree() {}

  static List<Path> files() {
    return OWN.stream().map(Path::of).flatMap(Tree::under).sorted().toList();
  }

  static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> under(Path start) {
    try (Stream<Path> all = Files.walk(start)) {
      return all
          .filter(Files::isRegularFile)
          .filter(f -> !f.startsWith("docs/generated"))
          .filter(f -> !f.startsWith("src/test/resources/attacks"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
