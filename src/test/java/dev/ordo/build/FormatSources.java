package dev.ordo.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks or applies google-java-format to every source; run by the build with the JDK it chose. */
class FormatSources {
  public static void main(String[] args) throws Exception {
    List<String> command = new ArrayList<>();
    if (args[0].equals("apply")) {
      command.add("--replace");
    } else {
      command.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    command.addAll(sourcesUnder(Path.of(args[1])));
    Class.forName("com.google.googlejavaformat.java.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) command.toArray(String[]::new));
  }

  private static List<String> sourcesUnder(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().toList();
    }
  }
}
