package dev.ordo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.analysis.Finding.Code;
import dev.ordo.rules.ChineseFaults;
import dev.ordo.rules.Engine;
import dev.ordo.rules.ShippedRules;
import dev.ordo.rules.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Known-bad rules are found, each by its own code, and nothing is said against good ones. */
class AnalysisTests {
  private static final Path SAMPLES = Path.of("src/test/resources/analysis");

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.sorted().toList();
    }
  }

  private static Sources sources(String point, String file, String text) {
    Map<String, String> files = new TreeMap<>();
    files.put("rule-set.yaml", ShippedRules.sources(point).files().get("rule-set.yaml"));
    files.put(file, ShippedRules.base64(text));
    return new Sources(point, files);
  }

  @Test
  void thereAreEnoughSamplesAndEveryCodeHasOne() throws IOException {
    assertThat(samples()).hasSizeGreaterThanOrEqualTo(20);
    List<String> all = new ArrayList<>();
    for (Path sample : samples()) {
      all.add(Files.readString(sample));
    }
    for (Code code : Code.values()) {
      if (code != Code.NOT_COMPARED && code != Code.UNKNOWN_NAME) {
        assertThat(all).as(code.name()).anyMatch(text -> text.contains(code.name()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSampleIsFound(Path sample) throws IOException {
    Map<String, Object> yaml = new Yaml().load(Files.readString(sample));
    Sources sources =
        sources(
            String.valueOf(yaml.get("point")),
            String.valueOf(yaml.get("file")),
            String.valueOf(yaml.get("text")));
    List<Finding> findings = Analysis.of(Engine.compile(sources));

    assertThat(findings)
        .filteredOn(
            f -> f.code() != Code.NO_EXAMPLE || yaml.get("finds").equals(List.of("NO_EXAMPLE")))
        .extracting(f -> f.code().name())
        .isEqualTo(yaml.get("finds"));
    assertThat(findings).allMatch(f -> !f.place().isEmpty() && f.remedy().endsWith("."));
    ChineseFaults.assertSaid(findings.stream().map(Finding::fault).toList());
  }

  @Test
  void whatIsSaidOfACarrierThereIsNotIsNamedWithItsPlace() {
    Sources sources =
        sources(
            "carrier",
            "far.drl",
            """
            package rules.carrier;
            import dev.ordo.carrier.facts.*;
            rule "far" when ConsignmentFact( weightG > 5000 )
            then insert( new ChooseCarrier( "NOPE", "FAR" ) ); end
            rule "near" when ConsignmentFact( weightG <= 5000 )
            then insert( new ChooseCarrier( "SF", "NEAR" ) ); end
            """);

    List<Finding> findings = Analysis.unknown(sources, Map.of("carrier", Set.of("SF", "ZTO")));

    assertThat(findings)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code()).isEqualTo(Code.UNKNOWN_NAME);
              assertThat(f.fault().toString())
                  .contains("carrier/far.drl", "line 3", "far", "(NOPE) among [SF, ZTO]");
            });
    ChineseFaults.assertSaid(findings.stream().map(Finding::fault).toList());
    assertThat(Analysis.unknown(sources, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.ordo.rules.ShippedRules#points")
  void nothingIsSaidAgainstTheShippedRules(String point) {
    assertThat(Analysis.of(ShippedRules.release(point))).isEmpty();
  }

  @Test
  void aFindingNamesRowReasonAndRemedy() {
    String table =
        new String(
            Base64.getDecoder()
                .decode(ShippedRules.sources("audit").files().get("discount-limits.csv")),
            java.nio.charset.StandardCharsets.UTF_8);
    Sources sources = sources("audit", "limits.csv", table.replace(",,500,70,", ",600,500,70,"));

    assertThat(Analysis.of(sources))
        .extracting(f -> f.fault().toString())
        .containsExactly(
            "audit/limits.csv (row 10, Discount limit_10): Its conditions never hold together:"
                + " goodsAmount ≥ 600 and goodsAmount < 500. Change one of them or remove the"
                + " row.");
  }

  @Test
  void aTableOfFiveThousandRowsTakesSeconds() {
    StringBuilder table = new StringBuilder();
    ShippedRules.sources("carrier")
        .text("preferences.csv")
        .lines()
        .limit(9)
        .forEach(l -> table.append(l).append('\n'));
    for (int i = 0; i < 5_000; i++) {
      int from = i / 30 * 100;
      table.append(
          "Row %d,%02d,%d,%d,,,\"EMS,REMOTE,%d\"%n"
              .formatted(i, 11 + i % 30, from, from + 100, 1 + i % 3));
    }
    Sources sources = sources("carrier", "many.csv", table.toString());
    Shapes.of(sources);
    long start = System.nanoTime();
    List<Finding> findings = Analysis.of(sources);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(findings).filteredOn(f -> f.code().isError()).isEmpty();
  }

  @Test
  void twoHundredRulesTakeWellUnderASecond() {
    StringBuilder drl =
        new StringBuilder("package rules.picking;\nimport dev.ordo.wave.facts.*;\n");
    for (int i = 0; i < 200; i++) {
      drl.append(
          "rule \"r%d\" when ConsignmentToPick( units >= %d, units < %d, lines == %d ) then insert( new PickBy( \"SEED_WALL\" ) ); end\n"
              .formatted(i, i, i + 3, i % 5));
    }
    Sources sources = sources("picking", "many.drl", drl.toString());
    Analysis.of(sources);
    long start = System.nanoTime();
    Analysis.of(sources);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }
}
