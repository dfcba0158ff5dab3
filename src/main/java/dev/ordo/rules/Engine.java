package dev.ordo.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Compiles sources into a release that can decide. */
public final class Engine {
  /** Part of every content address: another engine is another release. */
  static final String VERSION = "drools 10.2.0, records 1";

  private static final AtomicLong BUILDS = new AtomicLong();

  private Engine() {}

  /**
   * Guards and compiles.
   *
   * @throws RuleSetBroken with every fault found
   */
  public static Release compile(Sources sources) {
    RuleSet set = RuleSet.of(sources);
    Vocabulary vocabulary = Vocabulary.of(set.facts());
    Map<String, String> texts = texts(sources);
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    Guard guard = new Guard(sources.point(), vocabulary, faults);
    texts.forEach(guard::check);
    if (!faults.isEmpty()) {
      throw new RuleSetBroken(faults);
    }
    return build(sources, set, vocabulary, texts, guard.rules());
  }

  private static Map<String, String> texts(Sources sources) {
    Map<String, String> texts = new TreeMap<>();
    for (String file : sources.files().keySet()) {
      String drl = drl(sources, file);
      if (!drl.isEmpty()) {
        texts.put(file, drl);
      }
    }
    return texts;
  }

  private static Release build(
      Sources sources,
      RuleSet set,
      Vocabulary vocabulary,
      Map<String, String> texts,
      List<Guard.Rule> rules) {
    List<Message> errors = new ArrayList<>();
    ClassLoader loader = new AllowedClasses(vocabulary);
    KieContainer container = container(sources.point(), loader, texts, errors);
    if (container == null) {
      throw new RuleSetBroken(faults(sources.point(), loader, texts, rules, errors));
    }
    SortedMap<String, String> files = new TreeMap<>();
    rules.forEach(rule -> files.put(rule.name(), rule.file()));
    return new Release(sources, set, hash(sources), container, files);
  }

  /** Content address of what would come out of these files here. */
  public static String hash(Sources sources) {
    return sources.hash(VERSION + " " + Vocabulary.of(RuleSet.of(sources).facts()).version());
  }

  static @Nullable KieContainer container(
      String point, ClassLoader loader, Map<String, String> texts, List<Message> errors) {
    KieServices kie = KieServices.get();
    ReleaseId id = kie.newReleaseId("dev.ordo.rules", point, "1." + BUILDS.incrementAndGet());
    KieFileSystem files = kie.newKieFileSystem();
    files.generateAndWritePomXML(id);
    texts.forEach(
        (file, drl) -> files.write("src/main/resources/rules/" + point + "/" + file + ".drl", drl));
    KieBuilder builder = kie.newKieBuilder(files, Engine.class.getClassLoader());
    errors.addAll(
        builder
            .buildAll(ExecutableModelProject.class)
            .getResults()
            .getMessages(Message.Level.ERROR));
    try {
      return errors.isEmpty() ? kie.newKieContainer(id, loader) : null;
    } finally {
      kie.getRepository().removeKieModule(id);
    }
  }

  /** The compiler names files it generated: compile rule by rule to say which one is wrong. */
  private static List<RuleSetBroken.Fault> faults(
      String point,
      ClassLoader loader,
      Map<String, String> texts,
      List<Guard.Rule> rules,
      List<Message> errors) {
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    for (Guard.Rule rule : rules) {
      List<Message> own = new ArrayList<>();
      String text = texts.getOrDefault(rule.file(), "");
      if (container(point, loader, Map.of(rule.file(), alone(text, rule)), own) == null) {
        String file = point + "/" + rule.file();
        String place = place(text, rule) + ", " + rule.name();
        faults.add(new RuleSetBroken.Fault(file, place, reason(own)));
      }
    }
    if (faults.isEmpty()) {
      faults.add(new RuleSetBroken.Fault(point, "file", reason(errors)));
    }
    return faults;
  }

  /** Line of the text; for decision tables row of the sheet, from the translator's comment. */
  private static String place(String text, Guard.Rule rule) {
    String row = text.lines().skip(Math.max(0, rule.line() - 2)).findFirst().orElse("");
    return RuleTables.isTable(rule.file())
        ? row.replaceFirst(".*rule values at [A-Z]+(\\d+),.*", "row $1")
        : "line " + rule.line();
  }

  private static String alone(String text, Guard.Rule rule) {
    List<String> lines = text.lines().toList();
    List<String> header =
        lines.stream().filter(line -> line.strip().matches("(package|import)\\s.*")).toList();
    return String.join("\n", header)
        + "\n"
        + String.join("\n", lines.subList(rule.line() - 1, rule.endLine()));
  }

  private static String reason(List<Message> errors) {
    return errors.stream()
        .flatMap(message -> message.getText().lines().limit(1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("It does not compile.");
  }

  private static String drl(Sources sources, String file) {
    if (file.startsWith("examples/")) {
      return "";
    }
    if (RuleTables.isTable(file)) {
      return RuleTables.drl(sources, file);
    }
    return file.endsWith(".drl") ? sources.text(file) : "";
  }
}
