package dev.ordo.rulebook;

import dev.ordo.rulebook.Comparison.Cell;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Trials and what they saw, the same for every node. */
@Repository
class TrialRows {
  private static final String COLUMNS =
      """
      SELECT id, point, candidate, share, shops, state, why, most_errors, decided, differed,
             by_candidate, straight_old, straight_new, amount, micros, errors, missed, started_by,
             started_at, stopped_at
        FROM rule_trial\
      """;
  private static final String INSERT =
      """
      INSERT INTO rule_trial (id, point, candidate, share, shops, state, why, most_errors, decided,
                              differed, by_candidate, straight_old, straight_new, amount, micros,
                              errors, missed, started_by, started_at)
      VALUES (?, ?, ?, ?, ?, 'RUNNING', '', ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?)\
      """;
  private static final String STOP =
      """
      UPDATE rule_trial SET state = 'STOPPED', why = ?, stopped_at = ?
       WHERE id = ? AND state = 'RUNNING'\
      """;
  private static final String STOP_OTHERS =
      """
      UPDATE rule_trial SET state = 'STOPPED', why = ?, stopped_at = ?
       WHERE point = ? AND state = 'RUNNING'\
      """;
  private static final String STOP_OF =
      """
      UPDATE rule_trial SET state = 'STOPPED', why = ?, stopped_at = ?
       WHERE point = ? AND candidate = ? AND state = 'RUNNING'\
      """;
  private static final String SHARE =
      "UPDATE rule_trial SET share = ?, shops = ? WHERE id = ? AND state = 'RUNNING'";
  private static final String COUNT =
      """
      UPDATE rule_trial
         SET decided = decided + ?, differed = differed + ?, by_candidate = by_candidate + ?,
             straight_old = straight_old + ?, straight_new = straight_new + ?,
             amount = amount + ?, micros = micros + ?, errors = errors + ?, missed = missed + ?
       WHERE id = ?\
      """;
  private static final String SHADOW =
      """
      INSERT INTO shadow_decision
        (trial_id, decision_id, kind, subject_id, shop, amount, by_candidate, old_outcome,
         new_outcome, differs, rules, micros)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
      """;
  private static final String DIFFERENCES =
      """
      SELECT decision_id, kind, subject_id, shop, amount, by_candidate, old_outcome, new_outcome,
             rules
        FROM shadow_decision
       WHERE trial_id = ? AND differs AND decision_id < ?
       ORDER BY decision_id DESC LIMIT ?\
      """;
  private static final String MATRIX =
      """
      SELECT old_outcome, new_outcome, count(*) AS times, sum(amount) AS amount
        FROM shadow_decision WHERE trial_id = ? AND differs
       GROUP BY old_outcome, new_outcome ORDER BY count(*) DESC, old_outcome, new_outcome LIMIT 50\
      """;

  private final JdbcTemplate jdbc;
  private final MachineClock clock;

  TrialRows(JdbcTemplate jdbc, MachineClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Begins a trial; one that runs at the point ends. */
  @Transactional
  void begin(long id, String point, String candidate, Share share, int mostErrors, String actor) {
    jdbc.update(STOP_OTHERS, "replaced", SqlTime.of(clock.now()), point);
    jdbc.update(
        INSERT,
        id,
        point,
        candidate,
        share.percent(),
        String.join(" ", share.shops()),
        mostErrors,
        actor,
        SqlTime.of(clock.now()));
  }

  /** Whether it was running. */
  boolean stop(long id, String why) {
    String cut = why.substring(0, Math.min(why.length(), 500));
    return jdbc.update(STOP, cut, SqlTime.of(clock.now()), id) == 1;
  }

  /** Ends the trial of a content nobody answers for any more. */
  void stop(String point, String candidate, String why) {
    jdbc.update(STOP_OF, why, SqlTime.of(clock.now()), point, candidate);
  }

  boolean share(long id, Share share) {
    return jdbc.update(SHARE, share.percent(), String.join(" ", share.shops()), id) == 1;
  }

  List<LiveTrial> running() {
    return jdbc.query(COLUMNS + " WHERE state = 'RUNNING' ORDER BY id", TrialRows::trial);
  }

  Optional<LiveTrial> find(long id) {
    return jdbc.query(COLUMNS + " WHERE id = ?", TrialRows::trial, id).stream().findFirst();
  }

  /** The newest trial of a content. */
  Optional<LiveTrial> newest(String point, String candidate) {
    return jdbc
        .query(
            COLUMNS + " WHERE point = ? AND candidate = ? ORDER BY id DESC LIMIT 1",
            TrialRows::trial,
            point,
            candidate)
        .stream()
        .findFirst();
  }

  /** Newest first. */
  List<LiveTrial> of(String point) {
    return jdbc.query(
        COLUMNS + " WHERE point = ? ORDER BY id DESC LIMIT 20", TrialRows::trial, point);
  }

  /** Keeps rows and counts them, both or neither. */
  @Transactional
  void add(long trial, Collection<ShadowRow> rows, long errors, long missed) {
    jdbc.batchUpdate(SHADOW, rows.stream().map(r -> r.columns(trial)).toList());
    jdbc.update(
        COUNT,
        rows.size(),
        count(rows, ShadowRow::differs),
        count(rows, ShadowRow::byCandidate),
        count(rows, r -> !r.before().held()),
        count(rows, r -> !r.after().held()),
        rows.stream()
            .filter(ShadowRow::differs)
            .map(r -> r.stake().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        rows.stream().mapToLong(ShadowRow::micros).sum(),
        errors,
        missed,
        trial);
  }

  private static long count(
      Collection<ShadowRow> rows, java.util.function.Predicate<ShadowRow> which) {
    return rows.stream().filter(which).count();
  }

  List<DifferingDecision> differences(long trial, long before, int size) {
    return jdbc.query(DIFFERENCES, TrialRows::difference, trial, before, size);
  }

  List<Cell> matrix(long trial) {
    return jdbc.query(
        MATRIX,
        (row, i) ->
            new Cell(row.getString(1), row.getString(2), row.getLong(3), row.getBigDecimal(4)),
        trial);
  }

  private static DifferingDecision difference(ResultSet row, int i) throws SQLException {
    return new DifferingDecision(
        row.getLong("decision_id"),
        row.getString("kind"),
        row.getLong("subject_id"),
        row.getString("shop"),
        row.getBigDecimal("amount"),
        row.getBoolean("by_candidate"),
        row.getString("old_outcome"),
        row.getString("new_outcome"),
        row.getString("rules"));
  }

  private static LiveTrial trial(ResultSet row, int i) throws SQLException {
    long decided = row.getLong("decided");
    return new LiveTrial(
        row.getLong("id"),
        row.getString("point"),
        row.getString("candidate"),
        new Share(row.getBigDecimal("share"), shops(row.getString("shops"))),
        row.getString("state").equals("RUNNING"),
        row.getString("why"),
        row.getInt("most_errors"),
        decided,
        row.getLong("differed"),
        row.getLong("by_candidate"),
        row.getLong("straight_old"),
        row.getLong("straight_new"),
        row.getBigDecimal("amount"),
        decided == 0 ? 0 : row.getLong("micros") / decided,
        row.getLong("errors"),
        row.getLong("missed"),
        row.getString("started_by"),
        SqlTime.read(row, "started_at"),
        SqlTime.readNullable(row, "stopped_at"));
  }

  private static Set<String> shops(String text) {
    return text.isBlank() ? Set.of() : Set.of(text.split(" "));
  }
}
