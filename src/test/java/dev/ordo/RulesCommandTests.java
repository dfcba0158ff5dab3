package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules kept in git are checked by the build of their owners. */
class RulesCommandTests {
  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("rules/carrier"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = directory.resolve(file);
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  @Test
  void ourOwnRulesAreInOrder() {
    assertThat(run("check", "rules")).isZero();
    assertThat(run("test", "rules")).isZero();
    assertThat(said()).contains("audit: in order").contains("carrier: in order");
  }

  @Test
  void saysFileAndRowOfWhatIsWrong() throws IOException {
    edit("preferences.csv", "weightG <", "weigthG <");

    assertThat(run("check", rules())).isEqualTo(1);
    assertThat(said())
        .containsPattern("carrier/preferences\\.csv:\\d+: .*weigthG")
        .doesNotContain("Exception");
  }

  @Test
  void checksTheFolderOfOnePointToo() throws IOException {
    assertThat(run("check", rules() + "/carrier")).isZero();
    edit("carrier.drl", "rule \"A carrier that", "rule \"No example knows that a carrier that");

    assertThat(run("check", rules() + "/carrier")).isEqualTo(1);
    assertThat(said()).contains("carrier/carrier.drl:").contains("No example mentions it");
  }

  @Test
  void examplesThatDoNotComeOutFailTheTest() throws IOException {
    edit("preferences.csv", "SF,VALUABLE,50", "SF,VALUABLE,51");

    assertThat(run("check", rules())).isZero();
    assertThat(run("test", rules())).isEqualTo(1);
    assertThat(said()).contains("carrier/examples/preferences.yaml:1: example worth eight hundred");
  }

  @Test
  void aFolderWithoutRulesAndAWrongWordAreNoSuccess() {
    assertThat(run("check", directory.resolve("nothing").toString())).isEqualTo(2);
    assertThat(run("check", directory.resolve("rules/carrier/examples").toString())).isEqualTo(2);
    assertThat(run("destroy", rules())).isEqualTo(2);
    assertThat(run("check")).isEqualTo(2);
  }

  @Test
  void tellsWhatTheNewerRulesMeanDifferently() throws IOException {
    edit("preferences.csv", ",,,,800,,\"SF", ",,,,600,,\"SF");

    assertThat(run("diff", "rules/carrier", rules() + "/carrier")).isZero();
    assertThat(said()).contains("carrier/preferences.csv row").contains("800").contains("600");
    assertThat(run("diff", "rules", directory.resolve("nothing").toString())).isEqualTo(2);
  }

  @Test
  void asksPastDecisionsAgain() throws IOException {
    Path past = directory.resolve("past.jsonl");
    Files.writeString(
        past,
        """
        {"point":"carrier","id":"1","at":"2026-11-20T08:00:00Z","facts":["ConsignmentFact",{"goodsAmount":700}],"firings":[]}
        {"point":"carrier","id":"2","at":"2026-11-20T08:00:00Z","facts":["ConsignmentFact",{"goodsAmount":100}],"firings":[]}
        {"point":"unknown","id":"3"}
        """);
    assertThat(run("backtest", rules(), past.toString(), "0")).isZero();
    edit("preferences.csv", ",,,,800,,\"SF", ",,,,600,,\"SF");

    assertThat(run("backtest", rules(), past.toString())).isZero();
    assertThat(said())
        .contains("2 decisions, 1 changed (50.00 %), 0 failed")
        .contains("code=VALUABLE");
    assertThat(run("backtest", rules(), past.toString(), "10")).isEqualTo(1);
    Files.writeString(past, "no json");
    assertThat(run("backtest", rules(), past.toString())).isEqualTo(1);
    assertThat(run("backtest", rules(), "nowhere.jsonl")).isEqualTo(2);
  }

  private int run(String... arguments) {
    return new RulesCommand(
            Map.of(), List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8))
        .run();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String rules() {
    return directory.resolve("rules").toString();
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = directory.resolve("rules/carrier").resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }
}
