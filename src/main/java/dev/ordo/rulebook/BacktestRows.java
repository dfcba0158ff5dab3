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
import tools.jackson.databind.json.JsonMapper;

/** Runs of back-tests and what they found, the same for every node. */
@Repository
class BacktestRows {
  /** A run nobody counted on for so long is over. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private static final int OUTCOME = 400;
  private static final String COLUMNS =
      """
      SELECT id, point, candidate, base, span, state, total, done, result, fault, started_by,
             started_at, seen_at
        FROM backtest\
      """;
  private static final String INSERT =
      """
      INSERT INTO backtest (id, point, candidate, base, span, state, total, done, result, fault,
                            started_by, started_at, seen_at)
      VALUES (?, ?, ?, ?, ?, 'RUNNING', ?, 0, '', '', ?, ?, ?)\
      """;
  private static final String COUNT_ON =
      "UPDATE backtest SET done = ?, seen_at = ? WHERE id = ? AND state = 'RUNNING'";
  private static final String END =
      """
      UPDATE backtest SET state = ?, done = ?, result = ?, fault = ?, seen_at = ?
       WHERE id = ? AND state = 'RUNNING'\
      """;
  private static final String CANCEL =
      "UPDATE backtest SET state = 'CANCELLED' WHERE id = ? AND state = 'RUNNING'";
  private static final String CHANGE =
      """
      INSERT INTO backtest_change
        (backtest_id, decision_id, shop, amount, old_outcome, new_outcome)
      VALUES (?, ?, ?, ?, ?, ?)\
      """;
  private static final String CHANGES =
      """
      SELECT decision_id, shop, amount, old_outcome, new_outcome FROM backtest_change
       WHERE backtest_id = ? AND decision_id < ?
         AND (? = '' OR old_outcome = ?) AND (? = '' OR new_outcome = ?)
       ORDER BY decision_id DESC LIMIT ?\
      """;

  private final JdbcTemplate jdbc;
  private final MachineClock clock;
  private final JsonMapper json;

  BacktestRows(JdbcTemplate jdbc, MachineClock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  void begin(
      long id, String point, String candidate, String base, Span span, long total, String by) {
    Instant now = clock.now();
    jdbc.update(
        INSERT,
        id,
        point,
        candidate,
        base,
        span.key(),
        total,
        by,
        SqlTime.of(now),
        SqlTime.of(now));
  }

  /** Whether the run is still wanted. */
  boolean countOn(long id, long done) {
    return jdbc.update(COUNT_ON, done, SqlTime.of(clock.now()), id) == 1;
  }

  void done(long id, long done, Comparison result) {
    end(id, Backtest.State.DONE, done, json.writeValueAsString(result), "");
  }

  void failed(long id, long done, String fault) {
    end(id, Backtest.State.FAILED, done, "", fault.substring(0, Math.min(fault.length(), 500)));
  }

  private void end(long id, Backtest.State state, long done, String result, String fault) {
    jdbc.update(END, state.name(), done, result, fault, SqlTime.of(clock.now()), id);
  }

  void cancel(long id) {
    jdbc.update(CANCEL, id);
  }

  void insert(long id, Collection<ChangedDecision> changes) {
    jdbc.batchUpdate(
        CHANGE,
        changes.stream()
            .map(
                c ->
                    new Object[] {
                      id, c.decision(), c.shop(), c.amount(), cut(c.before()), cut(c.after())
                    })
            .toList());
  }

  private static String cut(String outcome) {
    return outcome.substring(0, Math.min(outcome.length(), OUTCOME));
  }

  Optional<Backtest> find(long id) {
    return jdbc.query(COLUMNS + " WHERE id = ?", this::run, id).stream().findFirst();
  }

  /** Newest first. */
  List<Backtest> of(String point, String candidate) {
    return jdbc.query(
        COLUMNS + " WHERE point = ? AND candidate = ? ORDER BY id DESC LIMIT 20",
        this::run,
        point,
        candidate);
  }

  /** Of all outcomes where these are empty. */
  List<ChangedDecision> changes(long id, long before, String from, String to, int size) {
    return jdbc.query(
        CHANGES,
        (row, i) ->
            new ChangedDecision(
                row.getLong(1),
                row.getString(2),
                row.getBigDecimal(3),
                row.getString(4),
                row.getString(5)),
        id,
        before,
        from,
        from,
        to,
        to,
        size);
  }

  private Backtest run(ResultSet row, int i) throws SQLException {
    String result = row.getString("result");
    Instant seenAt = SqlTime.read(row, "seen_at");
    return new Backtest(
        row.getLong("id"),
        row.getString("point"),
        row.getString("candidate"),
        row.getString("base"),
        Span.of(row.getString("span")),
        state(row.getString("state"), seenAt),
        row.getLong("total"),
        row.getLong("done"),
        result.isEmpty() ? null : json.readValue(result, Comparison.class),
        row.getString("fault"),
        row.getString("started_by"),
        SqlTime.read(row, "started_at"),
        seenAt);
  }

  private Backtest.State state(String stored, Instant seenAt) {
    Backtest.State state = Backtest.State.valueOf(stored);
    boolean silent = seenAt.isBefore(clock.now().minus(SILENCE));
    return state == Backtest.State.RUNNING && silent ? Backtest.State.INTERRUPTED : state;
  }
}
