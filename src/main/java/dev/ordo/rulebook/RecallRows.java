package dev.ordo.rulebook;

import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Recalls and their subjects; a recall nobody works on is taken up by whoever looks next. */
@Repository
class RecallRows {
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final int OUTCOME = 400;
  private static final String COLUMNS =
      """
      SELECT r.id, r.point, r.release, r.rule, r.state, r.looked, r.started_by, r.started_at,
             r.approved_by, r.approved_at, r.why,
             (SELECT count(*) FROM rule_recall_item i WHERE i.recall_id = r.id) AS found,
             (SELECT count(*) FROM rule_recall_item i WHERE i.recall_id = r.id AND i.differs)
               AS differing,
             (SELECT coalesce(sum(i.amount), 0) FROM rule_recall_item i
               WHERE i.recall_id = r.id AND i.differs) AS amount,
             (SELECT count(*) FROM rule_recall_item i
               WHERE i.recall_id = r.id AND i.differs AND i.state = 'APPLIED') AS applied,
             (SELECT count(*) FROM rule_recall_item i
               WHERE i.recall_id = r.id AND i.differs AND i.state = 'GONE') AS gone
        FROM rule_recall r\
      """;
  private static final String INSERT =
      """
      INSERT INTO rule_recall (id, point, release, rule, state, looked, looked_to, started_by,
                               started_at, approved_by, why, seen_at)
      VALUES (?, ?, ?, ?, 'LOOKING', 0, 0, ?, ?, '', '', ?)\
      """;
  private static final String ITEM =
      """
      INSERT INTO rule_recall_item (recall_id, subject_id, decision_id, shop, amount, old_outcome,
                                    new_outcome, differs, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') ON CONFLICT DO NOTHING\
      """;
  private static final String LOOKED =
      """
      UPDATE rule_recall SET looked = looked + ?, looked_to = ?, seen_at = ?
       WHERE id = ? AND state = 'LOOKING' AND looked_to < ?\
      """;
  private static final String MOVE =
      "UPDATE rule_recall SET state = ?, seen_at = ? WHERE id = ? AND state = ?";
  private static final String APPROVE =
      """
      UPDATE rule_recall
         SET state = 'APPLYING', approved_by = ?, approved_at = ?, why = ?, seen_at = ?
       WHERE id = ? AND state = 'READY'\
      """;
  private static final String CLAIM =
      """
      UPDATE rule_recall SET seen_at = ?
       WHERE id = ? AND state IN ('LOOKING', 'APPLYING') AND seen_at < ?\
      """;
  private static final String WAITING =
      """
      SELECT subject_id FROM rule_recall_item
       WHERE recall_id = ? AND differs AND state = 'WAITING' ORDER BY subject_id LIMIT ?\
      """;
  private static final String SETTLE =
      """
      UPDATE rule_recall_item SET state = ?
       WHERE recall_id = ? AND subject_id = ANY(?) AND state = 'WAITING'\
      """;
  private static final String ITEMS =
      """
      SELECT subject_id, decision_id, shop, amount, old_outcome, new_outcome, state
        FROM rule_recall_item
       WHERE recall_id = ? AND differs AND subject_id < ? ORDER BY subject_id DESC LIMIT ?\
      """;

  private final JdbcTemplate jdbc;
  private final MachineClock clock;

  RecallRows(JdbcTemplate jdbc, MachineClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void begin(long id, String point, String release, String rule, String actor) {
    var now = SqlTime.of(clock.now());
    jdbc.update(INSERT, id, point, release, rule, actor, now, now);
  }

  long lookedTo(long id) {
    Long to = jdbc.queryForObject("SELECT looked_to FROM rule_recall WHERE id = ?", Long.class, id);
    return to == null ? 0 : to;
  }

  /** Keeps what a page brought and how far it went; nothing where somebody else was faster. */
  @Transactional
  boolean looked(long id, long to, int looked, Collection<Redecision> found) {
    if (jdbc.update(LOOKED, looked, to, SqlTime.of(clock.now()), id, to) == 0) {
      return false;
    }
    jdbc.batchUpdate(
        ITEM,
        found.stream()
            .map(
                f ->
                    new Object[] {
                      id,
                      f.subject(),
                      f.decision(),
                      f.shop(),
                      f.amount(),
                      cut(f.before()),
                      cut(f.after()),
                      f.differs()
                    })
            .toList());
    return true;
  }

  private static String cut(String outcome) {
    return outcome.substring(0, Math.min(outcome.length(), OUTCOME));
  }

  boolean move(long id, Recall.State from, Recall.State to) {
    return jdbc.update(MOVE, to.name(), SqlTime.of(clock.now()), id, from.name()) == 1;
  }

  boolean approve(long id, String actor, String why) {
    var now = SqlTime.of(clock.now());
    return jdbc.update(APPROVE, actor, now, why, now, id) == 1;
  }

  /** Whether a recall that stood still is ours now. */
  boolean claim(long id) {
    Instant now = clock.now();
    return jdbc.update(CLAIM, SqlTime.of(now), id, SqlTime.of(now.minus(SILENCE))) == 1;
  }

  List<Long> waiting(long id, int size) {
    return jdbc.queryForList(WAITING, Long.class, id, size);
  }

  void settle(long id, String state, Collection<Long> subjects) {
    jdbc.update(SETTLE, state, id, subjects.toArray(Long[]::new));
    jdbc.update("UPDATE rule_recall SET seen_at = ? WHERE id = ?", SqlTime.of(clock.now()), id);
  }

  List<Redecision> differing(long id, long before, int size) {
    return jdbc.query(
        ITEMS,
        (row, i) ->
            new Redecision(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getString(5),
                row.getString(6),
                row.getString(7)),
        id,
        before,
        size);
  }

  Optional<Recall> find(long id) {
    return jdbc.query(COLUMNS + " WHERE r.id = ?", RecallRows::recall, id).stream().findFirst();
  }

  /** Newest first. */
  List<Recall> of(String point) {
    return jdbc.query(
        COLUMNS + " WHERE r.point = ? ORDER BY r.id DESC LIMIT 20", RecallRows::recall, point);
  }

  /** Recalls that should be moving. */
  List<Long> busy() {
    return jdbc.queryForList(
        "SELECT id FROM rule_recall WHERE state IN ('LOOKING', 'APPLYING') ORDER BY id",
        Long.class);
  }

  private static Recall recall(ResultSet row, int i) throws SQLException {
    return new Recall(
        row.getLong("id"),
        row.getString("point"),
        row.getString("release"),
        row.getString("rule"),
        Recall.State.valueOf(row.getString("state")),
        row.getLong("looked"),
        row.getLong("found"),
        row.getLong("differing"),
        row.getBigDecimal("amount"),
        row.getLong("applied"),
        row.getLong("gone"),
        row.getString("started_by"),
        SqlTime.read(row, "started_at"),
        row.getString("approved_by"),
        SqlTime.readNullable(row, "approved_at"),
        row.getString("why"));
  }
}
