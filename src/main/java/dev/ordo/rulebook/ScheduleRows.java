package dev.ordo.rulebook;

import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Activations to come, and what became of them. */
@Repository
class ScheduleRows {
  private static final String WAITING =
      """
      SELECT id, point, hash, actor, why, due_at FROM rule_schedule WHERE state = 'WAITING' AND \
      """;

  private final JdbcTemplate jdbc;
  private final Ids ids;

  ScheduleRows(JdbcTemplate jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  void insert(String point, String hash, String actor, String why, Instant due) {
    jdbc.update(
        """
        INSERT INTO rule_schedule (id, point, hash, actor, why, due_at, state, note)
        VALUES (?, ?, ?, ?, ?, ?, 'WAITING', '')\
        """,
        ids.next(),
        point,
        hash,
        actor,
        why,
        SqlTime.of(due));
  }

  void cancel(String point, String actor) {
    jdbc.update(
        """
        UPDATE rule_schedule SET state = 'CANCELLED'
         WHERE point = ? AND actor = ? AND state = 'WAITING'\
        """,
        point,
        actor);
  }

  List<ScheduledActivation> due(Instant now) {
    return jdbc.query(
        WAITING + "due_at <= ? ORDER BY due_at, id", ScheduleRows::wish, SqlTime.of(now));
  }

  List<ScheduledActivation> waiting(String point) {
    return jdbc.query(WAITING + "point = ? ORDER BY due_at, id", ScheduleRows::wish, point);
  }

  /** Whether it was waiting until now. */
  boolean end(long id, String state, String note) {
    return jdbc.update(
            "UPDATE rule_schedule SET state = ?, note = ? WHERE id = ? AND state = 'WAITING'",
            state,
            note.length() > 1000 ? note.substring(0, 1000) : note,
            id)
        == 1;
  }

  private static ScheduledActivation wish(ResultSet row, int i) throws SQLException {
    return new ScheduledActivation(
        row.getLong("id"),
        row.getString("point"),
        row.getString("hash"),
        row.getString("actor"),
        row.getString("why"),
        SqlTime.read(row, "due_at"));
  }
}
