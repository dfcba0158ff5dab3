package dev.ordo.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Whatever code a page can show has words. That both languages have the same keys is the business
 * of {@link MessagesInStepTests}.
 */
class ShownCodesTests {
  private static final Path JAVA = Path.of("src/main/java");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path RULES = Path.of("rules");
  private static final Pattern LITERAL = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\"");

  private final Properties words = words();

  @ParameterizedTest
  @CsvSource({
    "code., dev.ordo.order.OrderStatus",
    "code.supply., dev.ordo.order.Supply",
    "code., dev.ordo.order.Milestone$Subject",
    "code., dev.ordo.fulfilment.ConsignmentStatus",
    "code.waybill., dev.ordo.shipping.WaybillStatus",
    "code.WAYBILL_, dev.ordo.shipping.WaybillStatus",
    "code.trace., dev.ordo.tracking.TraceState",
    "code., dev.ordo.journey.Incident$Status",
    "code., dev.ordo.crm.Grade",
    "code., dev.ordo.crm.BlockKind",
    "code.GOODS_, dev.ordo.catalog.GoodsClass",
    "code., dev.ordo.audit.facts.Field",
    "code.LATE_, dev.ordo.change.Change$Kind",
    "change.task., dev.ordo.change.Change$Kind",
    "access.role., dev.ordo.access.Role",
    "wave.status., dev.ordo.wave.WaveStatus",
    "wave.method., dev.ordo.wave.PickMethod",
    "wave.trip., dev.ordo.wave.TripStatus",
    "wave.pick., dev.ordo.wave.PickStatus",
    "bench.result., dev.ordo.bench.BenchAnswer$Result",
    "bench.next., dev.ordo.bench.BenchState$Next",
    "bench.fault., dev.ordo.bench.Tally$Kind",
    "desk.view., dev.ordo.desk.web.TasksController$View",
    "finance.by., dev.ordo.finance.Profits$By",
    "console.timeline., dev.ordo.console.TimelineEntry$Kind"
  })
  void everyValueOfAnEnumHasWords(String prefix, String type) throws ClassNotFoundException {
    Object[] values = Class.forName(type).getEnumConstants();

    assertThat(Stream.of(values).map(value -> prefix + ((Enum<?>) value).name()))
        .filteredOn(key -> !key.equals("code.WAYBILL_NONE"))
        .allSatisfy(key -> assertThat(words).containsKey(key));
  }

  @Test
  void everyAccountHasAName() {
    assertThat(matches(JAVA.resolve("dev/ordo/finance/Account.java"), "\\(\"([0-9.]+)\"\\)"))
        .isNotEmpty()
        .allSatisfy(code -> assertThat(words).containsKey("finance.account." + code));
  }

  @Test
  void everyPlatformHasAName() {
    assertThat(
            files(JAVA.resolve("dev/ordo/channel"), ".java")
                .flatMap(
                    file ->
                        matches(file, "String platform\\(\\) \\{\\s*return \"(\\w+)\"").stream()))
        .isNotEmpty()
        .allSatisfy(code -> assertThat(words).containsKey("catalog.platform." + code));
  }

  @Test
  void everyActOfAPersonHasWords() {
    assertThat(called("\\.did\\(")).hasSizeGreaterThan(20).allSatisfy(this::hasWords);
  }

  @Test
  void everyTaskAndIncidentHasWords() {
    Set<String> codes = called("new NewTask\\(");
    codes.addAll(called("new NewIncident\\("));
    codes.addAll(called("new Misfit\\("));
    codes.remove("LATE_");
    assertThat(codes).hasSizeGreaterThan(5).allSatisfy(this::hasWords);
  }

  @Test
  void everyMilestoneHasWords() {
    Set<String> codes = called("new Milestone\\(");
    codes.remove("WAYBILL_");
    codes.addAll(called("evidence\\.record\\("));
    codes.addAll(called("evidence\\.override\\("));
    assertThat(codes).hasSizeGreaterThan(5).allSatisfy(this::hasWords);
  }

  @Test
  void everyVerdictOfTheRulesHasWords() {
    Set<String> codes = new TreeSet<>();
    files(RULES, ".drl").forEach(file -> codes.addAll(inserted(read(file))));
    files(RULES, ".csv").forEach(file -> codes.addAll(matches(file, ",([A-Z][A-Z_]{3,})\\b")));
    codes.removeAll(Set.of("CONDITION", "ACTION", "YES"));
    assertThat(codes).hasSizeGreaterThan(40).allSatisfy(this::hasWords);
  }

  @Test
  void everyKindOfVerdictHasWords() {
    Set<String> kinds = new TreeSet<>();
    files(JAVA, ".java")
        .filter(file -> file.toString().contains("/facts/"))
        .forEach(
            file -> kinds.addAll(matches(file, "record (\\w+)\\([^{]*implements \\w+Verdict")));
    assertThat(kinds).hasSizeGreaterThan(8).allSatisfy(this::hasWords);
  }

  @Test
  void everyRuleCanBeReadInChinese() {
    List<String> silent = new ArrayList<>();
    for (Path folder : folders(RULES)) {
      Set<String> known = sentences(folder);
      rules(folder).stream()
          .filter(rule -> !known.contains(rule))
          .forEach(rule -> silent.add(folder.getFileName() + ": " + rule));
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void everyKeyOfATemplateHasWords() {
    Set<String> keys = new TreeSet<>();
    files(TEMPLATES, ".html")
        .forEach(file -> keys.addAll(matches(file, "#\\{([a-z][\\w.-]+)[}(]")));
    keys.removeIf(key -> key.endsWith("."));
    assertThat(keys).hasSizeGreaterThan(200).allSatisfy(key -> assertThat(words).containsKey(key));
  }

  private void hasWords(String code) {
    assertThat(words.stringPropertyNames())
        .as(code)
        .containsAnyOf("code." + code, "access.role." + code);
  }

  /** Codes among the first arguments of the calls that begin so. */
  private static Set<String> called(String call) {
    Pattern calls = Pattern.compile(call + "([^;]{0,160})", Pattern.DOTALL);
    Set<String> codes = new TreeSet<>();
    files(JAVA, ".java")
        .filter(file -> !file.toString().contains("/simulator/"))
        .forEach(
            file ->
                calls
                    .matcher(read(file))
                    .results()
                    .forEach(found -> codes.addAll(literals(found.group(1)))));
    return codes;
  }

  private static Set<String> inserted(String drl) {
    return Pattern.compile("insert\\((.*)\\);")
        .matcher(drl)
        .results()
        .flatMap(found -> literals(found.group(1)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> rules(Path folder) {
    Set<String> rules = new TreeSet<>();
    files(folder, ".drl").forEach(file -> rules.addAll(matches(file, "rule \"([^\"]+)\"")));
    files(folder, ".csv")
        .forEach(
            file -> {
              String text = read(file);
              rules.addAll(
                  text.contains("\nNAME,") ? named(text) : matches(file, "\nRuleTable ([^,\n]+)"));
            });
    return rules;
  }

  /** The first cells below the headings of a table whose rules have names. */
  private static Set<String> named(String table) {
    return table
        .lines()
        .dropWhile(line -> !line.startsWith("NAME,"))
        .skip(4)
        .map(line -> line.replaceFirst(",.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> sentences(Path folder) {
    java.util.Map<String, java.util.Map<String, String>> set =
        new Yaml().load(read(folder.resolve("rule-set.yaml")));
    return set.get("sentencesZh").keySet();
  }

  private static Set<String> literals(String text) {
    return groups(LITERAL.matcher(text));
  }

  private static Set<String> matches(Path file, String pattern) {
    return groups(Pattern.compile(pattern, Pattern.DOTALL).matcher(read(file)));
  }

  private static Set<String> groups(Matcher matcher) {
    return matcher
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> folders(Path root) {
    try (Stream<Path> found = Files.list(root)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path root, String ending) {
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties words() {
    Properties words = new Properties();
    files(Path.of("src/main/resources/messages"), ".properties")
        .filter(file -> !file.toString().endsWith("_zh.properties"))
        .forEach(
            file -> {
              try (Reader reader = Files.newBufferedReader(file)) {
                words.load(reader);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return words;
  }
}
