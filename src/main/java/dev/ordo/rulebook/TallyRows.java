package dev.ordo.rulebook;

import dev.ordo.rules.Tally;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What became of the decisions since an activation or by a share, summed over all nodes. */
@Repository
class TallyRows {
  private final JdbcTemplate jdbc;

  TallyRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(long watched, Tally fresh) {
    if (!increase(watched, fresh)) {
      jdbc.update(
          """
          INSERT INTO rule_tally (watched_id, passed, held, failed) VALUES (?, 0, 0, 0)
          ON CONFLICT DO NOTHING\
          """,
          watched);
      increase(watched, fresh);
    }
  }

  private boolean increase(long watched, Tally fresh) {
    return jdbc.update(
            """
            UPDATE rule_tally SET passed = passed + ?, held = held + ?, failed = failed + ?
             WHERE watched_id = ?\
            """,
            fresh.passed(),
            fresh.held(),
            fresh.failed(),
            watched)
        == 1;
  }

  Tally of(long watched) {
    return jdbc
        .query(
            "SELECT passed, held, failed FROM rule_tally WHERE watched_id = ?",
            (row, i) ->
                new Tally(row.getLong("passed"), row.getLong("held"), row.getLong("failed")),
            watched)
        .stream()
        .findFirst()
        .orElse(Tally.NONE);
  }

  /** Whether nobody ended it before. */
  boolean end(long watched) {
    return jdbc.update(
            "UPDATE rule_tally SET ended = TRUE WHERE watched_id = ? AND ended = FALSE", watched)
        == 1;
  }
}
