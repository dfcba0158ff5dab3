package dev.ordo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people say nothing that is not so. */
class DocsTests {
  private static final String ENGLISH = "README.md";
  private static final String CHINESE = "docs/README.zh-CN.md";

  /** Folders that a running server or the build makes. */
  private static final Set<String> MADE = Set.of("data", "inbox", "target", "docs/generated");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
  private static final Pattern QUOTED =
      Pattern.compile("`((?:src|docs|routes|rules|solver-configs|target|data|inbox)/[^` ]*)`");
  private static final Pattern SETTING = Pattern.compile("`(ordo\\.[a-z.-]+)`");
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\w*\\n(.*?)```");

  @ParameterizedTest
  @ValueSource(
      strings = {ENGLISH, CHINESE, "docs/performance.md", "docs/routes.md", "docs/audit-trail.md"})
  void everyLinkLeadsSomewhere(String page) {
    Path folder = Path.of(page).toAbsolutePath().getParent();

    assertThat(
            found(LINK, page)
                .filter(link -> !link.contains("://"))
                .filter(link -> !Files.exists(folder.resolve(link).normalize())))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ENGLISH, CHINESE, "docs/performance.md", "docs/routes.md", "docs/audit-trail.md"})
  void everyFileNamedIsThere(String page) {
    assertThat(
            found(QUOTED, page)
                .filter(path -> MADE.stream().noneMatch(path::startsWith))
                .filter(Predicate.not(DocsTests::isThere)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ENGLISH, CHINESE, "docs/performance.md", "docs/routes.md", "docs/audit-trail.md"})
  void everySettingNamedExists(String page) {
    List<String> known = Settings.all().stream().map(Settings.Setting::name).toList();

    assertThat(found(SETTING, page).filter(name -> !known.contains(name))).isEmpty();
  }

  @Test
  void theBuildServerRunsTheCommandForTests() {
    String command = commands(ENGLISH).stream().filter(c -> c.contains("verify")).findFirst().get();

    assertThat(Tree.read(".ci/run").strip()).endsWith("\n" + command);
  }

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(headings(CHINESE)).hasSameSizeAs(headings(ENGLISH));
    assertThat(commands(CHINESE)).isEqualTo(commands(ENGLISH));
    assertThat(tableRows(CHINESE)).isEqualTo(tableRows(ENGLISH));
  }

  /** The lines of code blocks that a reader would type. */
  private static List<String> commands(String page) {
    return found(BLOCK, page)
        .flatMap(String::lines)
        .filter(line -> line.matches("(mvn|java|export|curl) .*"))
        .toList();
  }

  private static List<String> headings(String page) {
    return Tree.read(page).lines().filter(line -> line.startsWith("#")).toList();
  }

  /** What code each row of a table names. */
  private static List<List<String>> tableRows(String page) {
    return Tree.read(page)
        .lines()
        .filter(line -> line.startsWith("|"))
        .map(row -> matches(Pattern.compile("`([^`]+)`"), row).sorted().toList())
        .filter(codes -> !codes.isEmpty())
        .toList();
  }

  private static Stream<String> found(Pattern pattern, String page) {
    return matches(pattern, Tree.read(page));
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return new ArrayList<>(pattern.matcher(text).results().toList())
        .stream().map((MatchResult m) -> m.group(1));
  }

  private static boolean isThere(String path) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
    return Files.exists(Path.of(path)) || Tree.files().stream().anyMatch(matcher::matches);
  }
}
