package dev.ordo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must not stand in any file of the tree. */
class SourcesTests {
  /** A comment that ends like a statement, or begins like one. */
  private static final Pattern DEAD_CODE =
      Pattern.compile(
          "^\\s*//.*[;{}]\\s*$|^\\s*//\\s*(import|return|if \\(|for \\(|@[A-Z]\\w+$|private |public"
              + " ).*");

  private static final Pattern DEAD_LINE_OF_RULES = Pattern.compile("^\\s*(//|#).*;\\s*$");

  /** Folders of somebody's own machine; what installers use on every machine is none. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?<![\\w.:/])/((home|Users)/\\w+/|(root|work|tmp)/\\w)|[A-Z]:\\\\\\\\?Users\\\\");

  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN (RSA |EC |OPENSSH |)PRIVATE KEY-----|AKIA[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,}"
              + "|gh[pousr]_[0-9A-Za-z]{36}|xox[baprs]-[0-9A-Za-z-]{10,}");

  private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

  private record Line(Path file, int number, String text) {
    @Override
    public String toString() {
      return "%s:%d %s".formatted(file, number, text.strip());
    }
  }

  @Test
  void noCodeIsCommentedOut() {
    assertThat(lines(".java", ".js").filter(l -> DEAD_CODE.matcher(l.text).matches())).isEmpty();
    assertThat(lines(".drl", ".yaml").filter(l -> DEAD_LINE_OF_RULES.matcher(l.text).matches()))
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(
            lines(".java", ".js", ".html", ".drl", ".yaml", ".sql", ".md")
                .filter(l -> !l.file.endsWith("SourcesTests.java"))
                .filter(l -> LATER.matcher(l.text).find()))
        .isEmpty();
  }

  @Test
  void noPathOfSomebodysMachineIsInTheTree() {
    assertThat(
            lines(
                    ".java",
                    ".js",
                    ".html",
                    ".drl",
                    ".yaml",
                    ".sql",
                    ".md",
                    ".xml",
                    ".properties",
                    ".json",
                    "run")
                .filter(l -> MACHINE.matcher(l.text).find()))
        .isEmpty();
  }

  @Test
  void noSecretIsInTheTree() {
    assertThat(
            lines(".java", ".js", ".html", ".yaml", ".sql", ".md", ".xml", ".properties", ".json")
                .filter(l -> SECRET.matcher(l.text).find()))
        .isEmpty();
  }

  private static Stream<Line> lines(String... endings) {
    return Tree.files().stream().filter(f -> endsWithAny(f, endings)).flatMap(SourcesTests::read);
  }

  private static boolean endsWithAny(Path file, String... endings) {
    return Stream.of(endings).anyMatch(file.toString()::endsWith);
  }

  private static Stream<Line> read(Path file) {
    try {
      List<Line> lines = new ArrayList<>();
      for (String text : Files.readAllLines(file)) {
        lines.add(new Line(file, lines.size() + 1, text));
      }
      return lines.stream();
    } catch (MalformedInputException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
