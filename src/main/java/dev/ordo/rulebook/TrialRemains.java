package dev.ordo.rulebook;

import dev.ordo.trail.Remains;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What trials, back-tests and recalls found about pruned decisions, and then they themselves. */
@Component
class TrialRemains implements Remains {
  private final JdbcTemplate jdbc;

  TrialRemains(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void drop(long upTo) {
    rows("shadow_decision", upTo);
    rows("backtest_change", upTo);
    rows("rule_recall_item", upTo);
    jdbc.update(
        """
        DELETE FROM rule_trial WHERE id <= ? AND state = 'STOPPED'
           AND NOT EXISTS (SELECT 1 FROM shadow_decision s WHERE s.trial_id = rule_trial.id)\
        """,
        upTo);
    jdbc.update(
        """
        DELETE FROM backtest WHERE id <= ? AND state <> 'RUNNING'
           AND NOT EXISTS (SELECT 1 FROM backtest_change c WHERE c.backtest_id = backtest.id)\
        """,
        upTo);
    jdbc.update(
        """
        DELETE FROM rule_recall WHERE id <= ? AND state IN ('DONE', 'DROPPED')
           AND NOT EXISTS (SELECT 1 FROM rule_recall_item i WHERE i.recall_id = rule_recall.id)\
        """,
        upTo);
  }

  private void rows(String table, long upTo) {
    jdbc.update(
        """
        DELETE FROM %1$s WHERE decision_id <= ?
           AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = %1$s.decision_id)\
        """
            .formatted(table),
        upTo);
  }
}
