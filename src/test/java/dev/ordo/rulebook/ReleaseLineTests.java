package dev.ordo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import dev.ordo.desk.Tasks;
import dev.ordo.rulebook.GateRows.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files, times, restarts and several nodes: what happens to a release line while nobody looks. */
class ReleaseLineTests {
  private static final String POINT = "carrier";
  private static final String TABLE = "preferences.csv";

  @TempDir Path directory;
  private final List<RulebookNode> nodes = new ArrayList<>();
  private DataSource source;

  @AfterEach
  void stop() {
    nodes.forEach(RulebookNode::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aChangedFileOfTheLeaderDecidesOnEveryNodeOnceItsGatesAreGreen(String database)
      throws IOException {
    RulebookNode one = node(database, 1);
    RulebookNode two = node(database, 2);
    String before = one.rules().active(POINT).hash();
    one.lookAround();

    edit("Points add up", "Points sum up");
    two.lookAround();
    assertThat(two.book().drafts(POINT)).isEmpty();
    one.lookAround();
    one.await();
    two.follow();

    Draft draft = one.book().drafts(POINT).getFirst();
    assertThat(draft.author()).isEqualTo("files");
    assertThat(draft.status()).isEqualTo(Status.ACTIVE);
    assertThat(draft.base()).isEqualTo(before);
    assertThat(nodes).allMatch(n -> n.rules().active(POINT).hash().equals(draft.hash()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void underAManualPolicyAChangedFileWaitsForAPerson(String database) throws IOException {
    RulebookNode one = node(database, 1, "ordo.rules.policy.carrier=manual");
    String before = one.rules().active(POINT).hash();
    one.lookAround();
    edit("Points add up", "Points sum up");
    one.lookAround();
    one.await();

    Draft draft = one.book().drafts(POINT).getFirst();
    assertThat(draft.status()).isEqualTo(Status.BACKTESTED);
    assertThat(one.rules().active(POINT).hash()).isEqualTo(before);
    one.book().approve(draft.id(), draft.hash(), "boss", "fine");
    one.book().activate(POINT, draft.hash(), "boss", "fine", Optional.empty());
    assertThat(one.rules().active(POINT).hash()).isEqualTo(draft.hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void aBrokenFileIsToldAndTheOldRulesStay(String database) throws IOException {
    RulebookNode one = node(database, 1);
    String before = one.rules().active(POINT).hash();
    one.lookAround();
    edit("weightG <", "weigthG <");
    one.lookAround();

    assertThat(one.rules().broken().get(POINT).toString()).contains("carrier/preferences.csv");
    assertThat(one.rules().active(POINT).hash()).isEqualTo(before);
    assertThat(one.book().drafts(POINT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aPlannedActivationSurvivesARestart(String database) {
    RulebookNode one = node(database, 1);
    Draft draft = approved(one);
    plan(one, draft);
    one.close();
    nodes.clear();

    RulebookNode two = node(database, 2);
    forgetLeader(two);
    two.bean(Schedules.class).runDue();
    assertThat(two.rules().active(POINT).hash()).isNotEqualTo(draft.hash());
    due(two);
    two.bean(Schedules.class).runDue();

    assertThat(two.rules().active(POINT).hash()).isEqualTo(draft.hash());
    assertThat(two.book().scheduled(POINT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void aPlannedActivationIsRefusedIfTheApprovalIsVoidByThen(String database) {
    RulebookNode one = node(database, 1);
    String before = one.rules().active(POINT).hash();
    Draft draft = approved(one);
    plan(one, draft);
    save(one, one.book().draft(draft.id()), "Points sum up", "Points are added");
    due(one);
    one.bean(Schedules.class).runDue();

    assertThat(one.rules().active(POINT).hash()).isEqualTo(before);
    assertThat(one.book().scheduled(POINT)).isEmpty();
    assertThat(one.bean(Tasks.class).openKinds()).containsExactly("RULES_NOT_ACTIVATED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void gatesThatRanWhenANodeWentDownAreRunAgain(String database) {
    RulebookNode one = node(database, 1);
    Draft draft = change(one);
    for (String gate : Set.of(Gates.COMPILE, ExamplesGate.CODE)) {
      one.bean(GateRows.class).claim(new Job(POINT, draft.hash()), gate);
    }
    one.close();
    nodes.clear();

    RulebookNode again = node(database, 1);
    again.bean(Gates.class).beat();
    again.await();

    assertThat(again.book().gates(POINT, draft.hash()))
        .filteredOn(run -> Set.of(Gates.COMPILE, ExamplesGate.CODE).contains(run.code()))
        .hasSize(2)
        .allMatch(GateRun::isPassed);
    assertThat(again.book().draft(draft.id()).status()).isIn(Status.DRAFT, Status.VALIDATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aRollbackTakesATenthOfASecondHereAndTheNextLookElsewhere(String database) {
    RulebookNode one = node(database, 1);
    RulebookNode two = node(database, 2);
    String before = one.rules().active(POINT).hash();
    Draft draft = approved(one);
    one.book().activate(POINT, draft.hash(), "boss", "fine", Optional.empty());
    two.follow();
    one.book().rollback(POINT, before, "boss", "warm up");
    one.book().rollback(POINT, draft.hash(), "boss", "warm up");
    two.follow();

    Duration here = took(() -> one.book().rollback(POINT, before, "boss", "too many by post"));
    Duration there = took(two::follow);

    assertThat(nodes).allMatch(n -> n.rules().active(POINT).hash().equals(before));
    assertThat(here).isLessThan(Duration.ofMillis(100));
    assertThat(there).isLessThan(Duration.ofMillis(500));
  }

  private static Duration took(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private RulebookNode node(String database, int number, String... settings) {
    if (source == null) {
      source = database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    }
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("ordo.node.number=" + number);
    RulebookNode node = RulebookNode.start(directory, source, all.toArray(String[]::new));
    nodes.add(node);
    return node;
  }

  private void edit(String from, String to) throws IOException {
    Path file = directory.resolve("rules").resolve(POINT).resolve(TABLE);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private static Draft change(RulebookNode node) {
    return save(
        node, node.book().start(POINT, "other words", "author"), "Points add up", "Points sum up");
  }

  private static Draft approved(RulebookNode node) {
    Draft draft = change(node);
    node.check(draft);
    node.book().approve(draft.id(), draft.hash(), "boss", "fine");
    return draft;
  }

  private static Draft save(RulebookNode node, Draft draft, String from, String to) {
    String text = draft.sources().text(TABLE).replace(from, to);
    return node.book()
        .save(draft.id(), draft.version(), TABLE, text.getBytes(StandardCharsets.UTF_8), "author");
  }

  private static void plan(RulebookNode node, Draft draft) {
    Instant later = Instant.now().plus(Duration.ofHours(3));
    node.book().activate(POINT, draft.hash(), "boss", "at night", Optional.of(later));
    assertThat(node.book().scheduled(POINT)).hasSize(1);
  }

  private static void due(RulebookNode node) {
    node.bean(JdbcTemplate.class)
        .update(
            "UPDATE rule_schedule SET due_at = ?",
            dev.ordo.shared.SqlTime.of(Instant.now().minusSeconds(1)));
  }

  private static void forgetLeader(RulebookNode node) {
    node.bean(JdbcTemplate.class).update("DELETE FROM leader");
  }
}
