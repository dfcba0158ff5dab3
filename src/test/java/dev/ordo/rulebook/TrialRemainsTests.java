package dev.ordo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What trials, back-tests and recalls found goes with the decisions it is about. */
class TrialRemainsTests {
  private static final List<String> FOUND =
      List.of("shadow_decision", "backtest_change", "rule_recall_item");
  private static final List<String> HEADS = List.of("rule_trial", "backtest", "rule_recall");

  private JdbcTemplate jdbc;

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void goesWithPrunedDecisionsAndLeavesTheRest(String database) {
    jdbc = new JdbcTemplate(database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres());
    decision(5);
    decision(30);
    found(1, 3, 5);
    found(2, 4);
    found(8, 3, 30, 31);

    new TrialRemains(jdbc).drop(10);

    for (String table : FOUND) {
      assertThat(ids(table, "decision_id")).containsExactly(5L, 30L, 31L);
    }
    for (String table : HEADS) {
      assertThat(ids(table, "id")).containsExactly(1L, 8L);
    }
  }

  private List<Long> ids(String table, String column) {
    return jdbc.queryForList(
        "SELECT %1$s FROM %2$s ORDER BY %1$s".formatted(column, table), Long.class);
  }

  private void decision(long id) {
    jdbc.update(
        """
        INSERT INTO decision (id, point, release, at, facts, firings, hash)
        VALUES (?, 'audit', 'r', CURRENT_TIMESTAMP, '[]', '[]', 'h')\
        """,
        id);
  }

  /** A trial, a back-test and a recall of one id that saw these decisions. */
  private void found(long head, long... decisions) {
    TrialRows trials = new TrialRows(jdbc, Instant::now);
    trials.begin(head, "audit", "c" + head, Share.NOTHING, 3, "author");
    trials.stop(head, "enough");
    BacktestRows backtests = new BacktestRows(jdbc, Instant::now, JsonMapper.shared());
    jdbc.update(
        """
        INSERT INTO backtest (id, point, candidate, base, span, state, total, done, result, fault,
                              started_by, started_at, seen_at)
        VALUES (?, 'audit', 'c', 'b', 's', 'DONE', 0, 0, '', '', 'a', CURRENT_TIMESTAMP,
                CURRENT_TIMESTAMP)\
        """,
        head);
    RecallRows recalls = new RecallRows(jdbc, Instant::now);
    recalls.begin(head, "audit", "r", "", "author");
    recalls.move(head, Recall.State.LOOKING, Recall.State.DROPPED);
    for (long decision : decisions) {
      shadowed(head, decision);
      backtests.insert(head, List.of(new ChangedDecision(decision, "S", BigDecimal.ONE, "A", "B")));
      recalled(head, decision);
    }
  }

  private void shadowed(long trial, long decision) {
    jdbc.update(
        """
        INSERT INTO shadow_decision
          (trial_id, decision_id, kind, subject_id, shop, amount, by_candidate, old_outcome,
           new_outcome, differs, rules, micros)
        VALUES (?, ?, 'ORDER', 1, 'S', 1, FALSE, 'A', 'B', TRUE, '', 1)\
        """,
        trial,
        decision);
  }

  private void recalled(long recall, long decision) {
    jdbc.update(
        """
        INSERT INTO rule_recall_item (recall_id, subject_id, decision_id, shop, amount, old_outcome,
                                      new_outcome, differs, state)
        VALUES (?, ?, ?, 'S', 1, 'A', 'B', TRUE, 'WAITING')\
        """,
        recall,
        decision,
        decision);
  }
}
