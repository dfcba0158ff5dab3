package dev.ordo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import dev.ordo.rules.Decision;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Points;
import dev.ordo.rules.Release;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.MachineClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A back-test counts exactly what a plain run over all records would count. */
class BacktestTests {
  private static final DecisionPoint READING = PastReviews.reading();

  @TempDir Path directory;
  private PastReviews past;
  private BacktestRows rows;
  private Backtests backtests;

  @AfterEach
  void stop() {
    backtests.stop();
    past.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void equalsAPlainRunOverEveryRecord(String database) {
    start(database);
    past.decide(3_501);
    Release candidate = past.candidate("address.drl", "detailLength < 4", "detailLength < 8");

    Backtest run = backtests.run(candidate, Span.newest(1_000_000), "author", share -> {});

    assertThat(run.state()).isEqualTo(Backtest.State.DONE);
    assertThat(run.total()).isEqualTo(3_501);
    Plain plain = new Plain(past.rules().active("audit"), candidate);
    plain.over(past.rules().newest("audit", Long.MAX_VALUE, 10_000));
    plain.isSaidBy(run);
    assertThat(backtests.changes(run.id(), Long.MAX_VALUE, "", "", 10_000))
        .extracting(ChangedDecision::decision)
        .containsExactlyElementsOf(plain.changed);
    assertThat(run.result().changed()).isGreaterThan(300);
    assertThat(run.result().rules().getFirst().rule())
        .isEqualTo("The detail address is too short to find");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void looksAtTheNewestOrAtATime(String database) {
    start(database);
    past.decide(1_500);
    Release candidate = past.candidate("address.drl", "detailLength < 4", "detailLength < 8");

    Comparison newest = backtests.run(candidate, Span.newest(1_100), "author", s -> {}).result();
    Instant from = PastReviews.BEGIN.plusSeconds(100);
    Comparison between =
        backtests
            .run(candidate, Span.between(from, from.plusSeconds(250)), "author", s -> {})
            .result();

    assertThat(newest.decided()).isEqualTo(1_100);
    assertThat(between.decided()).isEqualTo(250);
    assertThat(backtests.of("audit", candidate.hash())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void changesNothingWhereNothingChanged(String database) {
    start(database);
    past.decide(800);
    Release same = past.rules().active("audit");

    Comparison result = backtests.run(same, Span.newest(800), "author", s -> {}).result();

    assertThat(result.changed()).isZero();
    assertThat(result.amount()).isEqualByComparingTo("0");
    assertThat(result.straightRateAfter()).isEqualTo(result.straightRateBefore());
    assertThat(result.rules()).allMatch(r -> r.gained() == 0 && r.lost() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void recordsNobodyCanReadAreCountedAndLeftOut(String database) {
    start(database);
    past.decide(20);
    past.context()
        .getBean(JdbcTemplate.class)
        .update(
            "UPDATE decision SET facts = '[\"Gone\",{}]' WHERE id = (SELECT min(id) FROM"
                + " decision)");

    Comparison result =
        backtests.run(past.rules().active("audit"), Span.newest(800), "author", s -> {}).result();

    assertThat(result.unreadable()).isEqualTo(1);
    assertThat(result.decided()).isEqualTo(19);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void endsWhenItIsCancelled(String database) {
    start(database);
    past.decide(200);
    rows.begin(7, "audit", "c", "b", Span.newest(10), 10, "author");
    assertThat(rows.countOn(7, 3)).isTrue();
    assertThat(backtests.backtest(7).percent()).isEqualTo(30);

    backtests.cancel(7);

    assertThat(rows.countOn(7, 4)).isFalse();
    rows.done(7, 10, new Compared().comparison());
    assertThat(backtests.backtest(7).state()).isEqualTo(Backtest.State.CANCELLED);
  }

  private void start(String database) {
    past =
        new PastReviews(
            database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres(), directory);
    rows =
        new BacktestRows(
            past.context().getBean(JdbcTemplate.class),
            past.context().getBean(MachineClock.class),
            JsonMapper.shared());
    backtests =
        new Backtests(
            past.rules(),
            new Points(List.of(READING)),
            rows,
            TestDatabases.ids(),
            new TrialSettings(2, 100_000));
  }

  /** The same question asked in the simplest way there is. */
  private static final class Plain {
    private final Release base;
    private final Release candidate;
    private final Map<String, Long> matrix = new TreeMap<>();
    private final Map<String, Long> shops = new TreeMap<>();
    private final Map<String, Long> gained = new TreeMap<>();
    private final List<Long> changed = new ArrayList<>();
    private BigDecimal amount = BigDecimal.ZERO;
    private long straightBefore;
    private long straightAfter;

    Plain(Release base, Release candidate) {
      this.base = base;
      this.candidate = candidate;
    }

    void over(List<StoredDecision> stored) {
      for (StoredDecision one : stored) {
        Decision before = base.decide(one.id(), one.at(), base.facts(one));
        Decision after = candidate.decide(one.id(), one.at(), candidate.facts(one));
        String was = READING.outcome(before.facts(), before.verdicts());
        String is = READING.outcome(after.facts(), after.verdicts());
        DecisionPoint.Stake stake = READING.stake(after.facts());
        matrix.merge(was + " -> " + is, 1L, Long::sum);
        straightBefore += READING.holds(before.facts(), before.verdicts()) ? 0 : 1;
        straightAfter += READING.holds(after.facts(), after.verdicts()) ? 0 : 1;
        Set<String> fired = rules(before);
        rules(after).stream()
            .filter(r -> !fired.contains(r))
            .forEach(r -> gained.merge(r, 1L, Long::sum));
        if (!was.equals(is)) {
          changed.add(one.id());
          amount = amount.add(stake.amount());
          shops.merge(stake.shop(), 1L, Long::sum);
        }
      }
    }

    private static Set<String> rules(Decision decision) {
      return decision.firings().stream().map(Firing::rule).collect(Collectors.toSet());
    }

    void isSaidBy(Backtest run) {
      Comparison said = run.result();
      assertThat(said).isNotNull();
      Map<String, Long> cells = new TreeMap<>();
      said.matrix().forEach(c -> cells.put(c.before() + " -> " + c.after(), c.count()));
      assertThat(cells).isEqualTo(matrix);
      assertThat(said.changed()).isEqualTo(changed.size());
      assertThat(said.amount()).isEqualByComparingTo(amount);
      assertThat(said.straightBefore()).isEqualTo(straightBefore);
      assertThat(said.straightAfter()).isEqualTo(straightAfter);
      said.shops()
          .forEach(g -> assertThat(g.changed()).isEqualTo(shops.getOrDefault(g.name(), 0L)));
      said.rules()
          .forEach(r -> assertThat(r.gained()).isEqualTo(gained.getOrDefault(r.rule(), 0L)));
      assertThat(said.bands().stream().mapToLong(Comparison.Group::changed).sum())
          .isEqualTo(changed.size());
    }
  }
}
