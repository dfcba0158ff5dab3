package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ordo.audit.facts.LineFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Every file under {@code attacks} is refused with a message that says where, what and what to do,
 * or is contained while it runs.
 */
class AttackTests {
  private static final Path ATTACKS = Path.of("src/test/resources/attacks");
  private static final String SET =
      "title: T\nowner: OPS_MANAGER\nfacts: dev.ordo.audit.facts\nlevel: %s\n";
  private static final String RULE =
      """
      package rules.audit; import dev.ordo.audit.facts.*;
      %s
      %s
      when
        %s
      then
        %s
      end
      """;

  static Stream<Path> files() {
    try (Stream<Path> files = Files.list(ATTACKS)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  @Timeout(60)
  void isRefusedOrContained(Path file) {
    Map<String, String> attack = read(file);
    switch (attack.getOrDefault("outcome", "refused")) {
      case "refused" -> assertRefused(attack);
      case "undecided" -> assertUndecided(attack);
      default -> assertDecides(attack);
    }
  }

  @Test
  void atLeastFortyAttacksAreTried() {
    assertThat(files()).hasSizeGreaterThan(100);
  }

  private static void assertRefused(Map<String, String> attack) {
    Instant start = Instant.now();
    RuleSetBroken broken =
        catchThrowableOfType(
            RuleSetBroken.class, () -> Examples.check(Engine.compile(sources(attack))));
    ChineseFaults.assertSaid(broken.faults());
    assertThat(broken)
        .as(attack.get("attack"))
        .isNotNull()
        .hasMessageContaining(attack.get("expect"));
    assertThat(broken.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.file()).startsWith("audit");
              assertThat(fault.place()).isNotBlank();
              assertThat(fault.what()).hasSizeBetween(20, 1_500);
            });
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  private static void assertUndecided(Map<String, String> attack) {
    Release release = Engine.compile(sources(attack));
    assertThatThrownBy(() -> release.decide(1, Instant.EPOCH, facts(attack.get("facts"))))
        .hasStackTraceContaining(attack.get("expect"));
    assertThat(release.decide(2, Instant.EPOCH, List.of()).firings()).isEmpty();
  }

  private static void assertDecides(Map<String, String> attack) {
    Release release = Engine.compile(sources(attack));
    String evil = "a".repeat(50_000) + "!";
    Instant start = Instant.now();
    assertThat(release.decide(1, Instant.EPOCH, List.of(line(evil))).firings()).isEmpty();
    assertThat(release.decide(1, Instant.EPOCH, List.of(line("aaaa"))).firings()).hasSize(1);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  private static List<LineFact> facts(String which) {
    return IntStream.range(0, which.equals("plain") ? 1 : 200)
        .mapToObj(i -> line("SKU-" + i))
        .toList();
  }

  private static LineFact line(String sku) {
    return new LineFact(sku, 2, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TWO, false);
  }

  private static Map<String, String> read(Path file) {
    Map<String, String> attack = new TreeMap<>();
    try {
      Map<String, Object> yaml = new Yaml().load(Files.readString(file));
      yaml.forEach((key, value) -> attack.put(key, String.valueOf(value)));
      return attack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sources sources(Map<String, String> attack) {
    Map<String, String> files = new TreeMap<>();
    String set = SET.formatted(attack.getOrDefault("level", "author"));
    put(files, "rule-set.yaml", attack.getOrDefault("ruleSet", set));
    String build = attack.getOrDefault("build", "");
    if (build.startsWith("xls")) {
      files.put("evil.xlsx", Base64.getEncoder().encodeToString(AttackFiles.xlsx(build)));
    } else if (build.equals("hundred-thousand-rows")) {
      put(files, "evil.csv", AttackFiles.csv(100_000));
    } else if (build.equals("yaml-deep")) {
      put(files, "rule-set.yaml", "title: " + "[".repeat(100_000));
    } else if (attack.containsKey("csv")) {
      put(files, "evil.csv", attack.get("csv"));
    } else {
      String text = build.isEmpty() ? rule(attack) : AttackFiles.text(build);
      put(files, attack.getOrDefault("fileName", "evil.drl"), text);
    }
    if (attack.containsKey("example")) {
      put(files, "examples/evil.yaml", attack.get("example"));
    }
    return new Sources("audit", files);
  }

  private static String rule(Map<String, String> attack) {
    return RULE.formatted(
        attack.getOrDefault("before", ""),
        attack.getOrDefault("rule", "rule \"Evil\""),
        attack.getOrDefault("when", "LineFact()"),
        attack.getOrDefault("then", "insert( new Hold( \"X\", Owner.CLERK ) );"));
  }

  private static void put(Map<String, String> files, String name, String text) {
    files.put(name, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }
}
