package dev.ordo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ordo.TestDatabases;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Release;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A candidate watches live decisions without effect, then decides its share, and never harms. */
class TrialTests {
  @TempDir Path directory;
  private DataSource source;
  private PastReviews node;
  private PastReviews first;

  @AfterEach
  void stop() {
    node.close();
    if (first != node) {
      first.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aShadowSeesEveryCommittedDecisionAndDecidesNone(String database) {
    start(database);
    long id = trials().start(longer(), 10, "author");

    List<Decision> live = decide(300);
    node.context()
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            t -> {
              decide(5);
              t.setRollbackOnly();
            });

    seen(id, 300);
    LiveTrial trial = trials().trial(id);
    assertThat(live).allMatch(d -> d.release().equals(rules().active("audit").hash()));
    assertThat(trial.differed()).isEqualTo(differing(live, longer())).isPositive();
    assertThat(trial.straightNew()).isLessThan(trial.straightOld());
    assertThat(trials().differences(id, Long.MAX_VALUE, 1_000)).hasSize((int) trial.differed());
    assertThat(trials().matrix(id).stream().mapToLong(Comparison.Cell::count).sum())
        .isEqualTo(trial.differed());
    assertThat(trial.errors() + trial.missed() + trial.byCandidate()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aShareDecidesForRealTheSameOrdersOnANodeThatStartsLater(String database) {
    start(database);
    Release candidate = longer();
    long id = trials().start(candidate, 10, "author");
    assertThatThrownBy(() -> trials().share(id, quarter())).isInstanceOf(Refusal.class);
    setShare(id, quarter());

    List<Decision> live = decide(400);
    seen(id, 400);
    node = new PastReviews(source, directory, true);
    trials().follow();
    List<Decision> again = decide(400);

    assertThat(byCandidate(live, candidate)).isBetween(60L, 140L);
    assertThat(releases(again)).isEqualTo(releases(live));
    seen(id, 800);
    assertThat(trials().trial(id).byCandidate()).isEqualTo(2 * byCandidate(live, candidate));
    assertThat(rules().find(live.getFirst().id()).orElseThrow().release())
        .isEqualTo(live.getFirst().release());
    trials().stop(id, "enough");
    assertThat(byCandidate(decide(100), candidate)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void aShopIsAShareToo(String database) {
    start(database);
    Release candidate = longer();
    setShare(trials().start(candidate, 10, "author"), new Share(BigDecimal.ZERO, Set.of("TB3")));

    Decision own = rules().decide("audit", PastReviews.BEGIN, node.facts(), route("TB3", 1));
    Decision other = rules().decide("audit", PastReviews.BEGIN, node.facts(), route("TB4", 1));

    assertThat(own.release()).isEqualTo(candidate.hash());
    assertThat(other.release()).isEqualTo(rules().active("audit").hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void aCandidateThatFailsHarmsNobodyAndIsStopped(String database) {
    start(database);
    Release failing =
        node.candidate(
            "amounts.drl", "addsUp() == false", "discountPercent() / (itemCount - itemCount) > 1");
    long id = trials().start(failing, 3, "author");
    setShare(id, new Share(BigDecimal.valueOf(100), Set.of()));

    List<Decision> live = decide(20);

    assertThat(live).allMatch(d -> d.release().equals(rules().active("audit").hash()));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              trials().follow();
              return !trials().trial(id).running();
            });
    assertThat(trials().trial(id).why()).isEqualTo("errors");
    assertThat(trials().running("audit")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void aTrialEndsWhenItsCandidateBecomesActiveOrAnotherBegins(String database) {
    start(database);
    Release candidate = longer();
    long first = trials().start(candidate, 3, "author");
    Release other = node.candidate("address.drl", "detailLength < 4", "detailLength < 9");
    long second = trials().start(other, 3, "author");
    assertThat(trials().trial(first).running()).isFalse();

    rules().activate("audit", other.hash(), "approver", "good");
    trials().follow();

    assertThat(trials().trial(second).why()).isEqualTo("active");
    assertThatThrownBy(() -> trials().start(other, 3, "author")).isInstanceOf(Refusal.class);
  }

  private void start(String database) {
    source = database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    node = new PastReviews(source, directory, true);
    first = node;
  }

  private Trials trials() {
    return node.context().getBean(Trials.class);
  }

  private Rules rules() {
    return node.rules();
  }

  private Release longer() {
    return node.candidate("address.drl", "detailLength < 4", "detailLength < 8");
  }

  private static Share quarter() {
    return new Share(BigDecimal.valueOf(25), Set.of());
  }

  /** Past the policy, which has tests of its own. */
  private void setShare(long id, Share share) {
    node.context().getBean(TrialRows.class).share(id, share);
    trials().follow();
  }

  private static Routing route(String shop, long subject) {
    return new Routing(shop, subject);
  }

  private List<Decision> decide(int orders) {
    List<Decision> all = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      all.add(rules().decide("audit", PastReviews.BEGIN, node.facts(), route("TB1", i)));
    }
    rules()
        .record(
            all.stream().map(d -> new Recorded(d, List.of(new Subject("ORDER", d.id())))).toList());
    return all;
  }

  private void seen(long id, int decisions) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(trials().trial(id).decided()).isEqualTo(decisions));
    assertThat(
            node.context()
                .getBean(JdbcTemplate.class)
                .queryForObject("SELECT count(*) FROM shadow_decision", Long.class))
        .isEqualTo(decisions);
  }

  private static long differing(List<Decision> live, Release candidate) {
    return live.stream()
        .filter(
            d ->
                !Side.of(PastReviews.reading(), d)
                    .outcome()
                    .equals(
                        Side.of(PastReviews.reading(), candidate.decide(d.id(), d.at(), d.facts()))
                            .outcome()))
        .count();
  }

  private static long byCandidate(List<Decision> live, Release candidate) {
    return live.stream().filter(d -> d.release().equals(candidate.hash())).count();
  }

  private static List<String> releases(List<Decision> live) {
    return live.stream().map(Decision::release).toList();
  }
}
