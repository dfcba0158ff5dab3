package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.audit.facts.LineFact;
import dev.ordo.audit.facts.ReviewVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of rules twisted at random, from honest ones and from attacks: what the guard lets
 * through does nothing but insert verdicts. What it lets through is judged by plain patterns that
 * know nothing of the guard, and a part of it is compiled and run.
 */
class GuardMutationTests {
  private static final int MUTANTS = 20_000;
  private static final int COMPILED = 60;
  private static final Vocabulary VOCABULARY = Vocabulary.of("dev.ordo.audit.facts");
  private static final String SET =
      "title: T\nowner: OPS_MANAGER\nfacts: dev.ordo.audit.facts\nlevel: %s\n";
  private static final Pattern WORDS = Pattern.compile("\\s+|\\w+|\"[^\"\n]*\"|.", Pattern.DOTALL);
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(System|Runtime|Thread|Class|class|eval|function|declare|global|query|salience|while"
              + "|for|do|try|throw|return|java\\.io|java\\.net|org|getClass|update|modify|delete"
              + "|retract|drools|kcontext|static|timer|dialect|extends|unit)\\b");
  private static final Pattern INSERT =
      Pattern.compile("insert\\s*\\(\\s*new\\s+(Hold|Tag|SetField)\\s*\\(");
  private static final List<String> SPICE =
      List.of(
          "System.exit( 1 );",
          "Runtime.getRuntime()",
          "new",
          "insert",
          "(",
          ")",
          ";",
          "{",
          "}",
          "eval",
          "from",
          "accumulate",
          "forall",
          "//",
          "/*",
          "*/",
          "\n",
          "\r",
          "\\u000a",
          "\"",
          "'",
          "then",
          "end",
          "when",
          "rule \"x\"",
          "import java.io.*;",
          "while ( true ) ;",
          "==",
          "matches",
          "not",
          "exists",
          "or",
          "$x :",
          ".getClass()",
          "this",
          "salience 1",
          "update( $x );",
          "AuditOrder()",
          "LineFact( $q : qty )",
          "Hold",
          "\u2028",
          "null",
          "!",
          "-",
          "999",
          "in");

  @Test
  void whatPassesOnlyInsertsVerdicts() {
    Random random = new Random(20261124);
    List<String> seeds = seeds();
    Set<String> passed = new LinkedHashSet<>();
    for (int i = 0; i < MUTANTS; i++) {
      RuleSet.Level level = i % 2 == 0 ? RuleSet.Level.AUTHOR : RuleSet.Level.EXPERT;
      String mutant = mutant(seeds, random);
      List<RuleSetBroken.Fault> faults = new ArrayList<>();
      Guard guard = new Guard("audit", VOCABULARY, level, faults);
      String text = guard.check("a.drl", mutant);
      assertThat(faults.isEmpty()).isEqualTo(!text.isEmpty());
      if (faults.isEmpty()) {
        assertOnlyInserts(text, guard.rules().size());
        passed.add(text.lines().count() + level.name() + "\n" + mutant);
      }
    }
    assertThat(passed).hasSizeGreaterThan(500);
    passed.stream().skip(passed.size() / 2).limit(COMPILED).forEach(GuardMutationTests::assertRuns);
  }

  private static void assertOnlyInserts(String text, int rules) {
    String bare = text.replaceAll("\"[^\"\n]*\"", "\"\"").replaceAll("'[^'\n]*'", "''");
    assertThat(FORBIDDEN.matcher(bare).find()).as(text).isFalse();
    assertThat(bare).as(text).doesNotContain("{", "}", "[", "]", "@", "#", "`", "\\", "->", "::");
    Matcher inserts = INSERT.matcher(bare);
    assertThat(inserts.results().count()).as(text).isEqualTo(rules);
    assertThat(Pattern.compile("\\bnew\\b").matcher(bare).results().count())
        .as(text)
        .isEqualTo(rules);
  }

  /** Whatever compiles decides or says why not; nothing else ever comes out. */
  private static void assertRuns(String tagged) {
    String level =
        tagged.substring(0, tagged.indexOf('\n')).contains("EXPERT") ? "expert" : "author";
    String drl = tagged.substring(tagged.indexOf('\n') + 1);
    Release release;
    try {
      release =
          Engine.compile(
              new Sources(
                  "audit",
                  Map.of("rule-set.yaml", encoded(SET.formatted(level)), "a.drl", encoded(drl))));
    } catch (RuleSetBroken e) {
      assertThat(e.faults()).isNotEmpty();
      return;
    }
    try {
      assertThat(release.decide(1, Instant.EPOCH, facts()).firings())
          .allSatisfy(firing -> assertThat(firing.verdict()).isInstanceOf(ReviewVerdict.class));
    } catch (Undecided e) {
      assertThat(e).hasMessageContaining("audit");
    }
  }

  private static List<Object> facts() {
    return List.of(
        RulesTests.order(),
        RulesTests.address(3),
        new LineFact("S", 2, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TWO, false));
  }

  private static String mutant(List<String> seeds, Random random) {
    List<String> words = words(seeds.get(random.nextInt(seeds.size())));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(6)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, words.get(random.nextInt(words.size())));
        case 2 -> words.set(at, words.get(random.nextInt(words.size())));
        case 3 -> words.add(at, " " + SPICE.get(random.nextInt(SPICE.size())) + " ");
        case 4 -> words.set(at, SPICE.get(random.nextInt(SPICE.size())));
        default -> {
          List<String> other = words(seeds.get(random.nextInt(seeds.size())));
          int from = random.nextInt(other.size());
          words.addAll(at, other.subList(from, Math.min(other.size(), from + random.nextInt(12))));
        }
      }
    }
    return String.join("", words);
  }

  private static List<String> words(String text) {
    return new ArrayList<>(WORDS.matcher(text).results().map(r -> r.group()).toList());
  }

  /** The honest rules one by one, and some of what attacks put into a rule. */
  private static List<String> seeds() {
    List<String> seeds = new ArrayList<>();
    String header = "package rules.audit;\nimport dev.ordo.audit.facts.*;\n";
    for (String file : List.of("address.drl", "amounts.drl", "remarks.drl")) {
      Matcher rules =
          Pattern.compile("(?ms)^rule .*?^end$").matcher(text(Path.of("rules/audit", file)));
      rules.results().forEach(rule -> seeds.add(header + rule.group() + "\n"));
    }
    seeds.add(
        header
            + "rule \"E\" when accumulate( LineFact( $q : qty ); $s : sum( $q ); $s > 3 )\n"
            + "then insert( new Hold( \"X\", Owner.CLERK ) ); end\n");
    seeds.add(
        header
            + "rule \"M\" when $l : LineFact( sku matches \"A-[0-9]+\", qty * 2 > 3 || gift )\n"
            + "then insert( new Hold( \"X\", Owner.CLERK, $l.sku() + \"!\" ) ); end\n");
    try (Stream<Path> attacks = Files.list(Path.of("src/test/resources/attacks"))) {
      attacks
          .sorted()
          .map(GuardMutationTests::text)
          .flatMap(t -> Pattern.compile("then: \"(.*)\"").matcher(t).results())
          .limit(40)
          .forEach(
              then ->
                  seeds.add(
                      header
                          + "rule \"A\" when $o : AuditOrder()\nthen\n"
                          + then.group(1).replace("\\\"", "\"")
                          + "\ninsert( new Hold( \"X\", Owner.CLERK ) );\nend\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seeds;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
