package dev.ordo.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.Ordo;
import dev.ordo.shared.Moves;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Writes {@code docs/generated}: the pages that are true because the build draws them. */
class GeneratedDocsTests {
  private static final Path FOLDER = Path.of("docs/generated");
  private static final Path HOUSE = Path.of("target/classes/dev/ordo");

  @BeforeAll
  static void folder() throws IOException {
    Files.createDirectories(FOLDER);
  }

  @Test
  void drawsTheMapOfTheModules() {
    new Documenter(
            ApplicationModules.of(Ordo.class),
            Documenter.Options.defaults().withOutputFolder(FOLDER.toString()))
        .writeModulesAsPlantUml();

    assertThat(FOLDER.resolve("components.puml")).content().contains("Fulfilment");
  }

  @Test
  void listsTheSettings() throws IOException {
    StringBuilder page =
        new StringBuilder(
            "# Settings\n\n| setting | type | default | meaning |\n|---|---|---|---|\n");
    Settings.all()
        .forEach(
            s ->
                page.append(
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(s.name(), s.type(), s.normally(), s.meaning())));
    write("settings.md", page);

    assertThat(page).contains("| `ordo.clock.factor` | double | 1 | business seconds");
  }

  @Test
  void listsTheVocabularyOfEachDecisionPoint() throws IOException {
    StringBuilder page = new StringBuilder("# What rules may speak of\n");
    for (Path point : folders(Path.of("rules"))) {
      String ruleSet = Tree.read(point.resolve("rule-set.yaml").toString());
      page.append("\n## %s: %s\n\n".formatted(point.getFileName(), value("title", ruleSet)));
      page.append("Package `%s`.\n\n".formatted(value("facts", ruleSet)));
      types(value("facts", ruleSet)).forEach(type -> page.append("- ").append(words(type)));
    }
    write("vocabulary.md", page);

    assertThat(page).contains("`AddressFact`", "digitsOnly");
  }

  @Test
  void drawsTheStatusMachines() throws IOException {
    StringBuilder page = new StringBuilder("# Statuses and their legal moves\n");
    for (Class<?> type : machines()) {
      page.append("\n## %s\n\n```mermaid\nstateDiagram-v2\n".formatted(type.getSimpleName()));
      moves(type).forEach(move -> page.append("  ").append(move).append('\n'));
      page.append("```\n");
    }
    write("statuses.md", page);

    assertThat(page).contains("RECEIVED --> RELEASED", "## WaveStatus");
  }

  private static void write(String name, CharSequence page) throws IOException {
    Files.writeString(FOLDER.resolve(name), page);
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String value(String key, String yaml) {
    Matcher line = Pattern.compile("(?m)^" + key + ":\\s*(.*)$").matcher(yaml);
    return line.find() ? line.group(1).strip() : "";
  }

  private static List<Class<?>> types(String factsPackage) throws IOException {
    Path folder = Path.of("target/classes", factsPackage.replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString().replace(".class", ""))
          .filter(name -> !name.equals("package-info"))
          .sorted()
          .<Class<?>>map(name -> type(factsPackage + "." + name))
          .filter(t -> Modifier.isPublic(t.getModifiers()) && (t.isRecord() || t.isEnum()))
          .toList();
    }
  }

  private static String words(Class<?> type) {
    String words =
        type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(joined())
            : Arrays.stream(type.getRecordComponents())
                .map(GeneratedDocsTests::word)
                .collect(joined());
    return "`%s`: %s\n".formatted(type.getSimpleName(), words);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private static String word(RecordComponent component) {
    Type type = component.getGenericType();
    return component.getName()
        + " *"
        + type.getTypeName().replaceAll("[\\w.]+\\.(\\w+)", "$1")
        + "*";
  }

  private static List<Class<?>> machines() throws IOException {
    try (Stream<Path> files = Files.walk(HOUSE)) {
      return files
          .map(Path::toString)
          .filter(f -> f.endsWith("Status.class"))
          .map(f -> f.replace("target/classes/", "").replace(".class", "").replace('/', '.'))
          .<Class<?>>map(GeneratedDocsTests::type)
          .filter(
              t -> Arrays.stream(t.getDeclaredFields()).anyMatch(f -> f.getType() == Moves.class))
          .sorted(Comparator.comparing(Class::getSimpleName))
          .toList();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<String> moves(Class<?> type) {
    Moves moves = table(type);
    List<String> lines = new ArrayList<>();
    for (Object from : type.getEnumConstants()) {
      ((java.util.Set<Object>) moves.from((Enum) from))
          .stream().map(to -> from + " --> " + to).sorted().forEach(lines::add);
    }
    return lines;
  }

  private static Moves<?> table(Class<?> type) {
    try {
      Field table =
          Arrays.stream(type.getDeclaredFields())
              .filter(f -> f.getType() == Moves.class)
              .findFirst()
              .orElseThrow();
      table.setAccessible(true);
      return (Moves<?>) table.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
