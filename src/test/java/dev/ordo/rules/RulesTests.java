package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.TestModules;
import dev.ordo.audit.facts.AddressFact;
import dev.ordo.audit.facts.AuditOrder;
import dev.ordo.audit.facts.Hold;
import dev.ordo.audit.facts.PhoneStatus;
import dev.ordo.audit.facts.PlaceStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files become releases, releases decide, decisions are kept and replay; on both databases. */
class RulesTests {
  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123456Z");

  @TempDir Path directory;
  private ConfigurableApplicationContext context;

  @AfterEach
  void stop() {
    context.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void keepsDecisionsAndReplaysThemAfterTheRulesHaveChanged(String database) throws IOException {
    Rules rules = start(database);
    Decision decision = rules.decide("audit", AT, List.of(order(), address(3)));
    rules.record(List.of(new Recorded(decision, List.of(new Subject("ORDER", 42)))));
    String before = rules.point("audit").release();
    edit("address.drl", "detailLength < 4", "detailLength < 3");

    StoredDecision stored = rules.of("ORDER", 42).getFirst();
    assertThat(decision.all(Hold.class))
        .extracting(Hold::code)
        .containsExactly("ADDRESS_TOO_SHORT");
    assertThat(stored.isUnaltered()).isTrue();
    assertThat(rules.replays(stored)).isTrue();
    assertThat(rules.subjects(stored.id())).containsExactly(new Subject("ORDER", 42));
    assertThat(rules.newest("audit", Long.MAX_VALUE, 10)).hasSize(1);
    assertThat(rules.point("audit").release()).isEqualTo(before);
    assertThat(rules.broken().get("audit").toString()).contains("three characters are no address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void takesChangedFilesRefusesBrokenOnesAndGoesBack(String database) throws IOException {
    Rules rules = start(database);
    String first = rules.point("audit").release();

    edit("address.drl", "nameGiven == false", "nameGivn == false");
    assertThat(rules.broken().get("audit").toString())
        .contains("audit/address.drl")
        .contains("The receiver has no name")
        .contains("nameGivn");
    assertThat(rules.point("audit").release()).isEqualTo(first);

    edit("address.drl", "nameGivn == false", "abroad == false, nameGiven == false");
    assertThat(rules.broken()).isEmpty();
    assertThat(rules.point("audit").release()).isNotEqualTo(first);
    assertThat(rules.releases("audit")).hasSize(2);

    rules.activate("audit", first, "approver", "too early");
    assertThat(rules.point("audit").release()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void noticesAnAlteredRecord(String database) throws IOException {
    Rules rules = start(database);
    Decision decision = rules.decide("audit", AT, List.of(order(), address(3)));
    rules.record(List.of(new Recorded(decision, List.of(new Subject("ORDER", 42)))));

    context
        .getBean(JdbcTemplate.class)
        .update("UPDATE decision SET firings = '[]' WHERE id = ?", decision.id());

    StoredDecision stored = rules.find(decision.id()).orElseThrow();
    assertThat(stored.isUnaltered()).isFalse();
    assertThat(rules.replays(stored)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aStoredReleaseWhoseFilesWereExchangedDecidesNothingAfterARestart(String database)
      throws IOException {
    Rules rules = start(database);
    String first = rules.point("audit").release();
    edit("address.drl", "nameGiven == false", "abroad == false, nameGiven == false");
    rules.activate("audit", first, "approver", "too early");
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    byte[] others =
        jdbc.queryForObject(
            "SELECT sources FROM rule_release WHERE hash <> ?", byte[].class, first);

    jdbc.update("UPDATE rule_release SET sources = ? WHERE hash = ?", others, first);

    Releases restarted =
        new Releases(
            context.getBean(RuleFiles.class),
            context.getBean(ReleaseRows.class),
            context.getBeanProvider(ChangedFiles.class));
    restarted.start();
    assertThatThrownBy(() -> restarted.of("audit")).hasMessageContaining("changed in the database");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void recordsAreSmall(String database) throws IOException {
    Rules rules = start(database);
    Decision decision = rules.decide("audit", AT, List.of(order(), address(3)));

    assertThat(Snapshots.facts(decision.facts()).length()).isLessThan(500);
  }

  private Rules start(String database) throws IOException {
    Path rules = directory.resolve("rules/audit/examples");
    Files.createDirectories(rules);
    try (Stream<Path> files = Files.walk(Path.of("rules/audit"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, directory.resolve(file));
      }
    }
    context =
        TestModules.start(
            database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres(),
            new String[] {"ordo.files=" + directory},
            "rules");
    context.getBean(Releases.class).of("audit");
    return context.getBean(Rules.class);
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = directory.resolve("rules/audit").resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
    context.getBean(Releases.class).refresh();
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
