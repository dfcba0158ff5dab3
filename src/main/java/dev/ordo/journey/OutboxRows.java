package dev.ordo.journey;

import dev.ordo.shared.MachineClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of events; one node at a time works for a watcher, which is what keeps the order. */
@Component
class OutboxRows {
  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;
  private final MachineClock clock;

  OutboxRows(JdbcTemplate jdbc, MachineClock clock) {
    this.jdbc = jdbc;
    this.named = new NamedParameterJdbcTemplate(jdbc);
    this.clock = clock;
  }

  private static final String INSERT =
      """
      INSERT INTO outbox (id, watcher, lane, topic, event_key, payload, status, attempts, created_at)
      VALUES (?, ?, ?, ?, ?, ?, 'WAITING', 0, ?)\
      """;

  void insert(List<OutboxRow> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(INSERT, rows.stream().map(OutboxRows::columns).toList());
    }
  }

  private static Object[] columns(OutboxRow row) {
    Event e = row.event();
    return new Object[] {
      e.id(), row.watcher(), e.lane(), e.topic(), e.key(), e.payload(), Timestamp.from(e.at())
    };
  }

  void register(String watcher) {
    jdbc.update(
        "INSERT INTO outbox_watcher (watcher, node, leased_until) VALUES (?, -1, ?)"
            + " ON CONFLICT DO NOTHING",
        watcher,
        Timestamp.from(Instant.EPOCH));
  }

  /** Keeps other transactions from working for this watcher; false when one does. */
  boolean lock(String watcher) {
    return !jdbc.queryForList(
            "SELECT watcher FROM outbox_watcher WHERE watcher = ? FOR UPDATE SKIP LOCKED",
            String.class,
            watcher)
        .isEmpty();
  }

  /** Keeps other nodes from working for this watcher for a while; false when one does. */
  boolean lease(String watcher, int node, Duration time) {
    Instant now = clock.now();
    return jdbc.update(
            "UPDATE outbox_watcher SET node = ?, leased_until = ?"
                + " WHERE watcher = ? AND (node = ? OR leased_until < ?)",
            node,
            Timestamp.from(now.plus(time)),
            watcher,
            node,
            Timestamp.from(now))
        == 1;
  }

  /** The oldest waiting events, without the lanes whose first event waits for its next try. */
  List<Event> due(String watcher, int max) {
    List<String> blocked =
        jdbc.queryForList(
            "SELECT DISTINCT lane FROM outbox WHERE watcher = ? AND retry_at > ?",
            String.class,
            watcher,
            Timestamp.from(clock.now()));
    Map<String, Object> values = new HashMap<>(Map.of("watcher", watcher, "max", max));
    values.put("blocked", blocked);
    return named.query(
        """
        SELECT id, topic, lane, event_key, created_at, payload
          FROM outbox
         WHERE watcher = :watcher AND status = 'WAITING' %s
         ORDER BY watcher, status, id
         LIMIT :max\
        """
            .formatted(blocked.isEmpty() ? "" : "AND lane NOT IN (:blocked)"),
        values,
        (row, i) -> read(row));
  }

  private static Event read(ResultSet row) throws SQLException {
    return new Event(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getString(6));
  }

  /** Which of these wait still. */
  List<Long> waiting(Collection<Long> ids) {
    return named.queryForList(
        "SELECT id FROM outbox WHERE id IN (:ids) AND status = 'WAITING'",
        Map.of("ids", ids),
        Long.class);
  }

  void delivered(Collection<Long> ids) {
    named.update(
        """
        UPDATE outbox SET status = 'DELIVERED', delivered_at = :now, retry_at = NULL
         WHERE id IN (:ids)\
        """,
        Map.of("ids", ids, "now", Timestamp.from(clock.now())));
  }

  int failed(long id) {
    jdbc.update("UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", id);
    Integer attempts =
        jdbc.queryForObject("SELECT attempts FROM outbox WHERE id = ?", Integer.class, id);
    return attempts == null ? 0 : attempts;
  }

  void postpone(long id, Instant until) {
    jdbc.update("UPDATE outbox SET retry_at = ? WHERE id = ?", Timestamp.from(until), id);
  }

  void giveUp(long id) {
    jdbc.update("UPDATE outbox SET status = 'FAILED', retry_at = NULL WHERE id = ?", id);
  }

  void revive(long id) {
    jdbc.update(
        "UPDATE outbox SET status = 'WAITING', attempts = 0, retry_at = NULL"
            + " WHERE id = ? AND status = 'FAILED'",
        id);
  }

  int prune(Duration retention) {
    return jdbc.update(
        "DELETE FROM outbox WHERE status = 'DELIVERED' AND delivered_at < ?",
        Timestamp.from(clock.now().minus(retention)));
  }
}
