package dev.ordo.rulebook;

import dev.ordo.TestDatabases;
import dev.ordo.TestModules;
import dev.ordo.rules.LookAround;
import dev.ordo.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A node with the rulebook and the rules of this repository's carrier and audit points; no
 * schedules run, and the database outlives it.
 */
final class RulebookNode implements AutoCloseable {
  static final String POINT = "carrier";

  private final ConfigurableApplicationContext context;

  private RulebookNode(ConfigurableApplicationContext context) {
    this.context = context;
    rules().active(POINT);
    rules().active("audit");
  }

  static RulebookNode start(Path directory, String database, String... settings) {
    return start(
        directory, database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres(), settings);
  }

  static RulebookNode start(Path directory, DataSource source, String... settings) {
    copy(directory);
    String[] all =
        Stream.concat(Stream.of("ordo.files=" + directory), Stream.of(settings))
            .toArray(String[]::new);
    return new RulebookNode(
        TestModules.start(
            new DelegatingDataSource(source),
            all,
            "rules",
            "rulebook",
            "access.People",
            "desk.Tasks",
            "audit.AuditConfiguration",
            "journey.Leader"));
  }

  private static void copy(Path directory) {
    copy(directory, POINT);
    copy(directory, "audit");
  }

  private static void copy(Path directory, String point) {
    try (Stream<Path> files = Files.walk(Path.of("rules", point))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = directory.resolve(file);
        Files.createDirectories(to.getParent());
        if (!Files.exists(to)) {
          Files.copy(file, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Rulebook book() {
    return context.getBean(Rulebook.class);
  }

  Rules rules() {
    return context.getBean(Rules.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Looks at disk and database, as the schedule does. */
  void lookAround() {
    LookAround.all(context);
  }

  /** Follows what other nodes activated, as the schedule does. */
  void follow() {
    LookAround.follow(context);
  }

  /** Runs all gates and waits for them. */
  void check(Draft draft) {
    book().check(draft.id(), draft.author());
    await();
  }

  void await() {
    while (bean(Gates.class).isBusy()) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
