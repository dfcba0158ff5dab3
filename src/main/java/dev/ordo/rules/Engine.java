package dev.ordo.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
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

  private static final String NOT_COMPILED =
      "It does not compile. Make sure that every value fits the field it is compared with.";
  private static final Pattern NO_METHOD =
      Pattern.compile("Method (\\w+) on .* with arguments .* is missing.*");
  private static final Pattern GENERATED =
      Pattern.compile("_this|\\bclass \\w+\\.|\\borg\\.|\\bjava\\.|\\bdev\\.ordo|Exception");
  private static final Pattern FILE_NAME =
      Pattern.compile("(examples/)?[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]{0,100}");
  private static final int MOST_FAULTS = 20;
  private static final AtomicLong BUILDS = new AtomicLong();

  private Engine() {}

  /**
   * Guards and compiles.
   *
   * @throws RuleSetBroken with every fault found
   */
  public static Release compile(Sources sources) {
    return compile(sources, hash(sources));
  }

  /** The same under the address it is stored by, which an older engine or vocabulary gave it. */
  static Release compile(Sources sources, String hash) {
    checkNames(sources);
    RuleSet set = RuleSet.of(sources);
    Vocabulary vocabulary = Vocabulary.of(set.facts());
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    Guard guard = new Guard(sources.point(), vocabulary, set.level(), faults);
    Map<String, String> guarded = new TreeMap<>();
    Map<String, String> written = texts(sources);
    written.forEach((file, text) -> guarded.put(file, guard.check(file, text)));
    if (!faults.isEmpty()) {
      throw new RuleSetBroken(faults);
    }
    return build(sources, hash, set, vocabulary, guarded, guard.rules(), RuleTables.rows(written));
  }

  private static void checkNames(Sources sources) {
    for (String file : sources.files().keySet()) {
      if (!FILE_NAME.matcher(file).matches()) {
        throw new RuleSetBroken(
            sources.point(),
            "file",
            "The name (%.80s) is no plain file name. Rename the file."
                .formatted(file.replaceAll("\\p{Cntrl}", "?")));
      }
    }
  }

  /** The rules of every file as text, tables translated. */
  static Map<String, String> texts(Sources sources) {
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
      String hash,
      RuleSet set,
      Vocabulary vocabulary,
      Map<String, String> texts,
      List<Guard.Rule> rules,
      Map<String, Integer> rows) {
    List<String> errors = new ArrayList<>();
    ClassLoader loader = new AllowedClasses(vocabulary);
    KieContainer container = container(sources.point(), loader, texts, errors);
    if (container == null) {
      throw new RuleSetBroken(faults(sources, loader, texts, rules, errors));
    }
    SortedMap<String, String> files = new TreeMap<>();
    rules.forEach(rule -> files.put(rule.name(), rule.file()));
    return new Release(sources, set, hash, container, files, new Joins(vocabulary, rules), rows);
  }

  /** Content address of what would come out of these files here. */
  public static String hash(Sources sources) {
    return sources.hash(maker(RuleSet.of(sources)));
  }

  /** What makes releases here: engine and vocabulary, part of every content address. */
  static String maker(RuleSet set) {
    return VERSION + " " + Vocabulary.of(set.facts()).version();
  }

  static @Nullable KieContainer container(
      String point, ClassLoader loader, Map<String, String> texts, List<String> errors) {
    KieServices kie = KieServices.get();
    ReleaseId id = kie.newReleaseId("dev.ordo.rules", point, "1." + BUILDS.incrementAndGet());
    KieFileSystem files = kie.newKieFileSystem();
    files.generateAndWritePomXML(id);
    texts.forEach(
        (file, drl) -> files.write("src/main/resources/rules/" + point + "/" + file + ".drl", drl));
    KieBuilder builder = kie.newKieBuilder(files, Engine.class.getClassLoader());
    try {
      errors.addAll(built(builder));
      if (errors.isEmpty()) {
        errors.addAll(forbidden((InternalKieModule) builder.getKieModule()));
      }
      return errors.isEmpty() ? kie.newKieContainer(id, loader) : null;
    } finally {
      kie.getRepository().removeKieModule(id);
    }
  }

  /** The compiler gives up with an exception on some texts that it should refuse. */
  private static List<String> built(KieBuilder builder) {
    try {
      return builder
          .buildAll(ExecutableModelProject.class)
          .getResults()
          .getMessages(Message.Level.ERROR)
          .stream()
          .map(Message::getText)
          .toList();
    } catch (RuntimeException e) {
      return List.of(NOT_COMPILED);
    }
  }

  private static List<String> forbidden(InternalKieModule compiled) {
    return compiled.getFileNames().stream()
        .filter(name -> name.endsWith(".class"))
        .flatMap(name -> ClassFiles.forbidden(compiled.getBytes(name)).stream())
        .map("Rules may not use the class (%s)."::formatted)
        .distinct()
        .toList();
  }

  /** The compiler names files it generated: halve the rules until those that are wrong are left. */
  private static List<RuleSetBroken.Fault> faults(
      Sources sources,
      ClassLoader loader,
      Map<String, String> texts,
      List<Guard.Rule> rules,
      List<String> errors) {
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    rules.stream()
        .collect(Collectors.groupingBy(Guard.Rule::file, TreeMap::new, Collectors.toList()))
        .forEach((file, own) -> halve(sources, loader, texts.getOrDefault(file, ""), own, faults));
    if (faults.isEmpty()) {
      faults.add(new RuleSetBroken.Fault(sources.point(), "file", reason(errors)));
    }
    return faults;
  }

  private static void halve(
      Sources sources,
      ClassLoader loader,
      String text,
      List<Guard.Rule> rules,
      List<RuleSetBroken.Fault> faults) {
    List<String> own = new ArrayList<>();
    Map<String, String> part = Map.of(rules.getFirst().file(), alone(text, rules));
    KieContainer container = container(sources.point(), loader, part, own);
    if (container != null) {
      container.dispose();
    } else if (rules.size() > 1 && faults.size() < MOST_FAULTS) {
      int half = rules.size() / 2;
      halve(sources, loader, text, rules.subList(0, half), faults);
      halve(sources, loader, text, rules.subList(half, rules.size()), faults);
    } else if (rules.size() == 1) {
      Guard.Rule rule = rules.getFirst();
      String place = place(drl(sources, rule.file()), rule) + ", " + rule.name();
      String file = sources.point() + "/" + rule.file();
      faults.add(new RuleSetBroken.Fault(file, place, reason(own)));
    }
  }

  /** Line of the text; for decision tables row of the sheet, from the translator's comment. */
  private static String place(String text, Guard.Rule rule) {
    if (!RuleTables.isTable(rule.file())) {
      return "line " + rule.line();
    }
    String row = text.lines().skip(Math.max(0, rule.line() - 2)).findFirst().orElse("");
    return row.replaceFirst(".*rule values at [A-Z]+(\\d+),.*", "row $1");
  }

  private static String alone(String text, List<Guard.Rule> rules) {
    List<String> lines = text.lines().toList();
    StringBuilder alone = new StringBuilder();
    lines.stream()
        .filter(line -> line.strip().matches("(package|import)\\s.*"))
        .forEach(line -> alone.append(line).append('\n'));
    for (Guard.Rule rule : rules) {
      lines.subList(rule.line() - 1, rule.endLine()).forEach(l -> alone.append(l).append('\n'));
    }
    return alone.toString();
  }

  /** The compiler speaks of what it generates, of which authors know nothing. */
  private static String reason(List<String> errors) {
    return errors.stream()
        .flatMap(text -> text.lines().limit(1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Engine::told)
        .orElse(NOT_COMPILED);
  }

  private static String told(String error) {
    Matcher missing = NO_METHOD.matcher(error);
    if (missing.matches()) {
      return "The function (%s) does not take such values. Look into the vocabulary for those it takes."
          .formatted(missing.group(1));
    }
    return GENERATED.matcher(error).find() ? NOT_COMPILED : error;
  }

  private static String drl(Sources sources, String file) {
    if (file.startsWith("examples/")) {
      return "";
    }
    if (RuleTables.isTable(file)) {
      TableCells.check(sources, file);
      return RuleTables.drl(sources, file);
    }
    return file.endsWith(".drl") ? sources.text(file) : "";
  }
}
