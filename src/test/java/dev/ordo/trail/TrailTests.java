package dev.ordo.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.console.RelatedSubjects;
import dev.ordo.desk.NewTask;
import dev.ordo.rules.Decision;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Decisions are found, kept, pruned and asked again. */
class TrailTests {
  private static final String SHORT = "The detail address is too short to find";

  @TempDir Path directory;
  private TrailFixture at;

  @AfterEach
  void stop() {
    at.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void findsByRuleReleaseOutcomeNumberPersonAndTime(String database) {
    at = new TrailFixture(database, directory);
    List<Decision> made = at.decide(6);
    at.sealer.sealAll();
    List<Decision> fresh = at.decide(2);
    String release = made.getFirst().release();

    assertThat(found(query("audit", "", "", "", "", ""))).hasSize(8);
    assertThat(found(query("", "too SHORT", "", "", "", "")))
        .containsExactly(fresh.get(0).id(), made.get(4).id(), made.get(2).id(), made.get(0).id());
    assertThat(found(query("", "", release.substring(0, 10), "ADDRESS_TOO_SHORT", "", "")))
        .hasSize(4);
    assertThat(found(query("", "", "0000", "", "", ""))).isEmpty();
    assertThat(found(query("risk", "", "", "", "", ""))).isEmpty();
    assertThat(found(query("", "", "", "", Ids.text(made.get(1).id() + (1L << 40)), "")))
        .containsExactly(made.get(1).id());
    assertThat(found(query("", "", "", "", "SHOP-7", ""))).containsExactly(made.get(3).id());
    assertThat(found(query("", SHORT, "", "", "SHOP-7", ""))).isEmpty();
    assertThat(found(query("", "", "", "", "", "nobody"))).isEmpty();
    assertThat(found(query("", "", "", "", "", "ann"))).hasSize(8);
    assertThat(found(between(Duration.ofSeconds(-1), Duration.ofSeconds(1)))).hasSize(8);
    assertThat(found(between(Duration.ofSeconds(1), Duration.ofSeconds(9)))).isEmpty();
    List<Long> second =
        search().find(Query.ALL, made.get(4).id(), 3).stream().map(StoredDecision::id).toList();
    assertThat(second).containsExactly(made.get(3).id(), made.get(2).id(), made.get(1).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void prunedDaysAreKnownByTheirAnchorsAndTheRestStaysVerifiable(String database) {
    at = new TrailFixture(database, directory);
    List<Decision> made = at.decide(5);
    at.sealer.sealAll();
    at.now = at.now.plus(Duration.ofDays(1));
    List<Decision> kept = at.decide(0);
    at.now = at.now.plus(Duration.ofDays(1));
    at.anchors.anchor(at.now);
    kept = at.decide(3);
    at.sealer.sealAll();

    at.now = at.now.plus(Duration.ofDays(2));
    long legacy = made.getFirst().id();
    at.jdbc.update("UPDATE decision SET subjects = '' WHERE id = ?", legacy);
    List<Long> told = new ArrayList<>();
    retention(Duration.ofDays(1), told::add).prune();

    assertThat(told)
        .singleElement()
        .satisfies(upTo -> assertThat(made).extracting(Decision::id).contains(upTo));
    Verified verified = at.trail.verify();
    assertThat(verified.findings()).isEmpty();
    assertThat(verified.pruned()).isEqualTo(1);
    assertThat(verified.decisions()).isEqualTo(3);
    assertThat(at.jdbc.queryForObject("SELECT count(*) FROM decision", Long.class)).isEqualTo(3);
    assertThat(at.jdbc.queryForObject("SELECT count(*) FROM decision_subject", Long.class))
        .isEqualTo(3);
    at.jdbc.update("UPDATE seal_anchor SET entries = 4");
    assertThat(at.trail.verify().clean()).isFalse();
    assertThat(kept).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void theNightlyReplayAsksAgainAndMakesADifferenceATask(String database) {
    at = new TrailFixture(database, directory);
    List<Decision> made = at.decide(6);
    at.sealer.sealAll();
    assertThat(replay().random(100).differing()).isZero();
    assertThat(at.openedTasks).isEmpty();

    at.jdbc.update("UPDATE decision SET firings = '[]' WHERE id = ?", made.getFirst().id());
    while (replay().random(100).differing() == 0) {}

    assertThat(at.openedTasks).extracting(NewTask::subjectId).containsOnly(made.getFirst().id());
    assertThat(replay().last().orElseThrow().asked()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void anOldSnapshotThatLacksAFieldIsReadWithItsNothing(String database) {
    at = new TrailFixture(database, directory);
    long id = at.decide(1).getFirst().id();
    StoredDecision stored = at.rules.find(id).orElseThrow();
    String older = stored.factsJson().replace(",\"itemCount\":2", "");
    assertThat(older).isNotEqualTo(stored.factsJson());

    at.jdbc.update("UPDATE decision SET facts = ? WHERE id = ?", older, id);

    StoredDecision old = at.rules.find(id).orElseThrow();
    assertThat(at.rules.replays(old)).isTrue();
    assertThat(at.rules.active("audit").facts(old).toString()).contains("itemCount=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void countsHowRulesFareAndHowOftenPeopleOverruleThem(String database) {
    at = new TrailFixture(database, directory);
    at.decide(8);
    at.sealer.sealAll();

    RuleFigures figures = watch().figures("audit", 30);

    assertThat(figures.decisions()).isEqualTo(8);
    RuleFigures.Rule rule = figures.rules().getFirst();
    assertThat(rule.name()).isEqualTo(SHORT);
    assertThat(rule.fires()).isEqualTo(4);
    assertThat(rule.share()).isEqualTo(50);
    assertThat(rule.overridden()).contains(83.3);
    assertThat(rule.micros()).isPresent();
    assertThat(figures.rules()).anyMatch(RuleFigures.Rule::dead);
  }

  private List<Long> found(Query query) {
    return search().find(query, Long.MAX_VALUE, 100).stream().map(StoredDecision::id).toList();
  }

  private static Query query(
      String point, String rule, String release, String outcome, String number, String person) {
    return new Query(
        point, rule, release, outcome, number, person, Query.ALL.from(), Query.ALL.until());
  }

  private static Query between(Duration from, Duration until) {
    return new Query(
        "", "", "", "", "", "", TrailFixture.AT.plus(from), TrailFixture.AT.plus(until));
  }

  private Search search() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    List<StoredDecision> all = at.records.between(0, Long.MAX_VALUE, 100);
    SubjectNumbers numbers = number -> number.equals("SHOP-7") ? all.get(3).subjects() : List.of();
    ReleasePeople people =
        login ->
            login.equals("ann") ? java.util.Set.of(all.getFirst().release()) : java.util.Set.of();
    beans.addBean("numbers", numbers);
    beans.addBean("people", people);
    return new Search(
        at.rules,
        at.records,
        at.blocks,
        at.terms,
        beans.getBeanProvider(SubjectNumbers.class),
        beans.getBeanProvider(ReleasePeople.class),
        beans.getBeanProvider(RelatedSubjects.class));
  }

  private Retention retention(Duration keep, Remains remains) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("remains", remains);
    return new Retention(
        at.records,
        at.blocks,
        at.anchors,
        () -> at.now,
        at.transaction,
        new TrailSettings(keep, 10),
        beans.getBeanProvider(Remains.class));
  }

  private Replay replay() {
    return at.replay();
  }

  private RuleWatch watch() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    Overrides overrides = from -> Map.of("ADDRESS_TOO_SHORT", new Overrides.Tally(6, 5));
    beans.addBean("overrides", overrides);
    return new RuleWatch(
        at.rules,
        at.records,
        at.blocks,
        at.terms,
        beans.getBeanProvider(Overrides.class),
        at.business);
  }
}
