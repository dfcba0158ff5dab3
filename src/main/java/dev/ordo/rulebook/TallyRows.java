package dev.ordo.rulebook;

import dev.ordo.rules.Tally;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What became of the decisions since an activation, summed over all nodes. */
@Repository
class TallyRows {
  private final JdbcTemplate jdbc;

  TallyRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(long activation, Tally fresh) {
    if (!increase(activation, fresh)) {
      jdbc.update(
          """
          INSERT INTO rule_tally (activation_id, passed, held, failed) VALUES (?, 0, 0, 0)
          ON CONFLICT DO NOTHING\
          """,
          activation);
      increase(activation, fresh);
    }
  }

  private boolean increase(long activation, Tally fresh) {
    return jdbc.update(
            """
            UPDATE rule_tally SET passed = passed + ?, held = held + ?, failed = failed + ?
             WHERE activation_id = ?\
            """,
            fresh.passed(),
            fresh.held(),
            fresh.failed(),
            activation)
        == 1;
  }

  Tally of(long activation) {
    return jdbc
        .query(
            "SELECT passed, held, failed FROM rule_tally WHERE activation_id = ?",
            (row, i) ->
                new Tally(row.getLong("passed"), row.getLong("held"), row.getLong("failed")),
            activation)
        .stream()
        .findFirst()
        .orElse(Tally.NONE);
  }

  /** Whether nobody ended it before. */
  boolean end(long activation) {
    return jdbc.update(
            "UPDATE rule_tally SET ended = TRUE WHERE activation_id = ? AND ended = FALSE",
            activation)
        == 1;
  }
}
