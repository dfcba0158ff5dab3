package dev.ordo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ordo.rules.Rules;
import dev.ordo.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A change goes from draft to active through gates and another person, and back. */
class RulebookTests {
  private static final String POINT = "carrier";
  private static final String TABLE = "preferences.csv";

  @TempDir Path directory;
  private RulebookNode node;

  @AfterEach
  void stop() {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aChangeDecidesOnceAnotherPersonApprovedIt(String database) {
    Rulebook book = start(database);
    String before = rules().active(POINT).hash();
    Draft draft = points("author", 45);
    assertThat(draft.hash()).isNotEqualTo(before);

    assertThatThrownBy(() -> book.approve(draft.id(), draft.hash(), "boss", "fine"))
        .hasMessageContaining("must be green first");
    node.check(draft);
    assertThat(book.draft(draft.id()).status()).isEqualTo(Status.BACKTESTED);
    assertThatThrownBy(() -> activate(draft)).hasMessageContaining("Another person has to approve");
    assertThatThrownBy(() -> book.approve(draft.id(), draft.hash(), "author", "fine"))
        .hasMessageContaining("Whoever wrote it");
    assertThat(standing()).extracting(Standing::open, Standing::awaiting).containsExactly(1L, 1L);
    book.approve(draft.id(), draft.hash(), "boss", "fine");
    assertThat(standing()).extracting(Standing::open, Standing::awaiting).containsExactly(1L, 0L);
    activate(draft);
    assertThat(standing().open()).isZero();

    assertThat(rules().active(POINT).hash()).isEqualTo(draft.hash());
    assertThat(book.draft(draft.id()).status()).isEqualTo(Status.ACTIVE);
    book.rollback(POINT, before, "boss", "too many by post");
    assertThat(rules().active(POINT).hash()).isEqualTo(before);
    assertThat(book.draft(draft.id()).status()).isEqualTo(Status.ROLLED_BACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aChangeBegunBeforeAnotherCameDoesNotUndoIt(String database) {
    Rulebook book = start(database);
    String before = rules().active(POINT).hash();
    Draft first = points("author", 45);
    Draft second = points("author", 46);
    for (Draft draft : List.of(first, second)) {
      node.check(draft);
      book.approve(draft.id(), draft.hash(), "boss", "fine");
    }
    activate(first);

    assertThatThrownBy(() -> activate(second)).hasMessageContaining("would be lost");
    assertThat(rules().active(POINT).hash()).isEqualTo(first.hash());
    book.rollback(POINT, before, "boss", "after all");
    activate(second);
    assertThat(rules().active(POINT).hash()).isEqualTo(second.hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void aFileInTheLettersOfAnotherCodeIsRefused(String database) throws Exception {
    Rulebook book = start(database);
    Draft draft = points("author", 45);
    byte[] gbk = "贵重商品".getBytes("GB18030");

    assertThatThrownBy(
            () -> book.save(draft.id(), draft.version(), "preferences.csv", gbk, "author"))
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void anEditVoidsApprovalAndGates(String database) {
    Rulebook book = start(database);
    Draft draft = points("author", 45);
    node.check(draft);
    book.approve(draft.id(), draft.hash(), "boss", "fine");
    Draft edited = save(draft, "Points add up", "Points sum up", "other");

    assertThat(edited.status()).isEqualTo(Status.DRAFT);
    assertThat(book.gates(POINT, edited.hash())).noneMatch(GateRun::isPassed);
    assertThatThrownBy(() -> activate(draft)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> activate(edited)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> book.approve(draft.id(), draft.hash(), "boss", "fine"))
        .hasMessageContaining("look at it again");
    node.check(edited);
    assertThatThrownBy(() -> book.approve(edited.id(), edited.hash(), "other", "fine"))
        .hasMessageContaining("Whoever wrote it");

    Draft back = save(edited, "Points sum up", "Points add up", "author");
    assertThat(back.hash()).isEqualTo(draft.hash());
    node.check(back);
    assertThatThrownBy(() -> activate(back)).hasMessageContaining("Another person");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aRefusedChangeIsNotActivatedAndGoesOnWithAnEdit(String database) {
    Rulebook book = start(database);
    Draft draft = points("author", 45);
    assertThatThrownBy(() -> book.refuse(draft.id(), draft.hash(), "boss", "too much"))
        .hasMessageContaining("not checked yet");
    node.check(draft);
    assertThatThrownBy(() -> book.approve(draft.id(), draft.hash(), "boss", " "))
        .hasMessageContaining("why it may decide");
    book.approve(draft.id(), draft.hash(), "boss", "fine");
    assertThatThrownBy(() -> book.refuse(draft.id(), draft.hash(), "author", "no"))
        .hasMessageContaining("Whoever wrote it");
    assertThatThrownBy(() -> book.refuse(draft.id(), draft.hash(), "boss", " "))
        .hasMessageContaining("Say what the author shall change");

    book.refuse(draft.id(), draft.hash(), "boss", "45 is too much");
    node.check(draft);

    assertThat(book.draft(draft.id()).status()).isEqualTo(Status.REFUSED);
    assertThat(book.judgements(draft.id()))
        .extracting(Judgement::granted, Judgement::person, Judgement::why, Judgement::voided)
        .containsExactly(
            tuple(false, "boss", "45 is too much", false), tuple(true, "boss", "fine", true));
    assertThatThrownBy(() -> activate(draft)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> book.approve(draft.id(), draft.hash(), "boss", "fine"))
        .isInstanceOf(Refusal.class);
    assertThat(acts()).contains("RULES_REFUSED");
    assertThat(
            node.bean(JdbcTemplate.class)
                .queryForList("SELECT owner_role FROM task WHERE kind = 'RULES_REFUSED'"))
        .extracting(row -> row.get("owner_role"))
        .containsExactly("RULE_AUTHOR");

    Draft edited = save(draft, "Points add up", "Points sum up", "author");
    assertThat(edited.status()).isEqualTo(Status.DRAFT);
    assertThat(book.judgements(draft.id())).allMatch(Judgement::voided);
  }

  private Standing standing() {
    return node.bean(Standings.class).of(rules().point(POINT));
  }

  private List<String> acts() {
    return node.bean(JdbcTemplate.class).queryForList("SELECT action FROM act", String.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void aStaleEditAndAHostileNameAreRefused(String database) {
    Rulebook book = start(database);
    Draft draft = points("author", 45);

    assertThatThrownBy(() -> book.save(draft.id(), 1, TABLE, new byte[0], "author"))
        .hasMessageContaining("Somebody changed it");
    for (String name : new String[] {"../x.drl", "a/b.drl", "x.sh", "examples/../x.yaml", ""}) {
      assertThatThrownBy(() -> book.save(draft.id(), draft.version(), name, new byte[0], "author"))
          .isInstanceOf(Refusal.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void gatesTellWhatIsWrongAndWhere(String database) {
    Rulebook book = start(database);
    Draft broken = save(points("author", 45), "weightG <", "weigthG <", "author");
    node.check(broken);
    assertThat(book.gates(POINT, broken.hash()).getFirst().state()).isEqualTo(GateRun.State.FAILED);
    assertThat(book.gates(POINT, broken.hash()).getFirst().faults().toString())
        .contains("carrier/preferences.csv");

    Draft wrong = save(broken, "weigthG <", "weightG <", "author");
    Draft unexplained = save(wrong, "EMS,REMOTE,45", "EMS,REMOTE,99", "author");
    node.check(unexplained);
    assertThat(book.draft(unexplained.id()).status()).isEqualTo(Status.DRAFT);
    assertThat(book.gates(POINT, unexplained.hash()))
        .filteredOn(run -> run.code().equals(ExamplesGate.CODE))
        .allMatch(run -> run.state() == GateRun.State.FAILED)
        .allMatch(run -> run.faults().toString().contains("points=99"));
  }

  private Rulebook start(String database) {
    node = RulebookNode.start(directory, database);
    return node.book();
  }

  private Rules rules() {
    return node.rules();
  }

  private void activate(Draft draft) {
    node.book().activate(POINT, draft.hash(), "boss", "agreed", Optional.empty());
  }

  /** A draft in which Inner Mongolia's post gets other points, its example too. */
  private Draft points(String author, int points) {
    Draft draft = node.book().start(POINT, "more by post", author);
    String to = "EMS,REMOTE," + points;
    Draft table = save(draft, "EMS,REMOTE,40", to, author);
    String file = "examples/preferences.yaml";
    String text = table.sources().text(file).replace("points: 40", "points: " + points);
    text =
        text.replace(
            "carrier: SF, code: LATE, points: " + points, "carrier: SF, code: LATE, points: 40");
    return node.book()
        .save(table.id(), table.version(), file, text.getBytes(StandardCharsets.UTF_8), author);
  }

  private Draft save(Draft draft, String from, String to, String author) {
    String text = draft.sources().text(TABLE).replace(from, to);
    return node.book()
        .save(draft.id(), draft.version(), TABLE, text.getBytes(StandardCharsets.UTF_8), author);
  }
}
