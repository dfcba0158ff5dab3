package dev.ordo.trail;

import dev.ordo.SettableClock;
import dev.ordo.TestDatabases;
import dev.ordo.TestModules;
import dev.ordo.audit.facts.AddressFact;
import dev.ordo.audit.facts.AuditOrder;
import dev.ordo.audit.facts.PhoneStatus;
import dev.ordo.audit.facts.PlaceStatus;
import dev.ordo.desk.NewTask;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Papers;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Records;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.shared.MachineClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules of review on a database of its own, and the trail behind them by a clock of tests. */
final class TrailFixture implements AutoCloseable {
  static final Instant AT = Instant.parse("2026-11-22T08:00:00.123456Z");

  static final TrailSettings SETTINGS = new TrailSettings(Duration.ofDays(1), 1_000);

  final ConfigurableApplicationContext context;
  final Rules rules;
  final JdbcTemplate jdbc;
  final Records records;
  final BlockRows blocks;
  final TermRows terms;
  final PaperSeals papers;
  final Anchors anchors;
  final DecisionSealer sealer;
  final Trail trail;
  final TransactionTemplate transaction;
  final Search search;
  final List<NewTask> openedTasks = new ArrayList<>();
  final SettableClock business = new SettableClock(AT.plusSeconds(3_600));
  Instant now = Instant.now();

  TrailFixture(String database, Path directory) {
    copyRules(directory);
    context =
        TestModules.start(
            database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres(),
            new String[] {"ordo.files=" + directory},
            "rules");
    MachineClock clock = () -> now;
    rules = context.getBean(Rules.class);
    jdbc = context.getBean(JdbcTemplate.class);
    transaction = context.getBean(TransactionTemplate.class);
    records = context.getBean(Records.class);
    blocks = new BlockRows(jdbc);
    terms = new TermRows(jdbc);
    papers = new PaperSeals(jdbc, context.getBeanProvider(Papers.class), clock);
    anchors = new Anchors(jdbc, blocks, papers);
    sealer = new DecisionSealer(records, blocks, terms, clock, transaction);
    search = new Search(rules, records, blocks, terms, none(), none(), none());
    trail =
        new Trail(records, blocks, anchors, papers, SETTINGS, search, replay(), clock, transaction);
  }

  Replay replay() {
    return new Replay(
        rules, records, blocks, openedTasks::add, jdbc, TestDatabases.ids(), () -> now, business);
  }

  private static <T> ObjectProvider<T> none() {
    return new ObjectProvider<>() {};
  }

  /** Decides about so many orders; every second address is too short. */
  List<Decision> decide(int count) {
    List<Decision> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Decision decision = rules.decide("audit", AT, List.of(order(), address(i % 2 == 0 ? 3 : 12)));
      made.add(decision);
    }
    record(made);
    now = Instant.now();
    return made;
  }

  void record(List<Decision> made) {
    rules.record(
        made.stream()
            .map(d -> new Recorded(d, List.of(new Subject("ORDER", d.id() + (1L << 40)))))
            .toList());
  }

  @Override
  public void close() {
    context.close();
  }

  private static void copyRules(Path directory) {
    try (Stream<Path> files = Files.walk(Path.of("rules/audit"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = directory.resolve(file);
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AuditOrder order() {
    BigDecimal amount = new BigDecimal("120.00");
    return new AuditOrder(
        "TB1",
        "TAOBAO",
        "express",
        false,
        false,
        amount,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        amount,
        amount,
        2);
  }

  static AddressFact address(int length) {
    return new AddressFact(
        false,
        PlaceStatus.OK,
        PlaceStatus.OK,
        PlaceStatus.OK,
        length,
        false,
        false,
        false,
        false,
        PhoneStatus.VALID,
        true);
  }
}
