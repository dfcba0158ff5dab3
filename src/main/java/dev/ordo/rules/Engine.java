package dev.ordo.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.Results;
import org.kie.api.runtime.KieContainer;

/** Compiles sources into a release that can decide. */
final class Engine {
  /** Part of every content address: another engine is another release. */
  static final String VERSION = "drools 10.2.0, records 1";

  private static final AtomicLong BUILDS = new AtomicLong();

  private Engine() {}

  /**
   * Guards and compiles.
   *
   * @throws RuleSetBroken with every fault found
   */
  static Release compile(Sources sources) {
    RuleSet set = RuleSet.of(sources);
    KieServices kie = KieServices.get();
    ReleaseId id =
        kie.newReleaseId("dev.ordo.rules", sources.point(), "1." + BUILDS.incrementAndGet());
    KieFileSystem files = kie.newKieFileSystem();
    files.generateAndWritePomXML(id);
    for (String file : sources.files().keySet()) {
      String drl = drl(sources, file);
      if (!drl.isEmpty()) {
        Guard.check(sources.point(), file, drl, set.facts());
        files.write(path(sources, file), drl);
      }
    }
    return build(sources, set, kie, files);
  }

  private static Release build(Sources sources, RuleSet set, KieServices kie, KieFileSystem files) {
    KieBuilder builder = kie.newKieBuilder(files, Engine.class.getClassLoader());
    builder.buildAll(ExecutableModelProject.class);
    Results results = builder.getResults();
    if (results.hasMessages(Message.Level.ERROR)) {
      throw new RuleSetBroken(faults(sources, results));
    }
    KieContainer container =
        kie.newKieContainer(builder.getKieModule().getReleaseId(), Engine.class.getClassLoader());
    return new Release(sources, set, sources.hash(VERSION), container, container.getKieBase());
  }

  private static List<RuleSetBroken.Fault> faults(Sources sources, Results results) {
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    for (Message message : results.getMessages(Message.Level.ERROR)) {
      String file = message.getPath() == null ? sources.point() : message.getPath();
      faults.add(
          new RuleSetBroken.Fault(
              file.replace("src/main/resources/rules/", ""),
              "line " + message.getLine(),
              message.getText()));
    }
    return faults;
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

  private static String path(Sources sources, String file) {
    String name = RuleTables.isTable(file) ? file.replace('.', '_') + ".drl" : file;
    return "src/main/resources/rules/" + sources.point() + "/" + name;
  }

  /** Runs a release on nothing, so that its first real decision is not its slowest. */
  static void warm(Release release) {
    release.decide(0, Instant.EPOCH, List.of());
  }
}
