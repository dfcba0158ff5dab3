package dev.ordo.wave;

import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Scope;
import dev.ordo.shared.SqlTime;
import dev.ordo.site.Walking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of waves; every move of status is guarded and leaves a milestone. */
@Component
class WaveRows {
  private static final String COLUMNS =
      """
      SELECT id, warehouse, status, formed_by, consignments, units, metres, baseline, walking, other_metres,
             least_metres, score, config_hash, seed, revision, wanted, created_at, released_at,
             finished_at
        FROM wave\
      """;
  private static final String INSERT =
      """
      INSERT INTO wave (id, warehouse, status, formed_by, consignments, units, metres, baseline,
             score, config_hash, seed, created_at, attempts)
      VALUES (?, ?, 'DRAFT', ?, ?, ?, 0, 0, '', '', 0, ?, 0)\
      """;
  private static final String NEWEST =
      COLUMNS
          + """

          WHERE id < ? AND (? OR warehouse = ANY(?))
          ORDER BY id DESC LIMIT ?\
          """;
  private static final String MOVE =
      "UPDATE wave SET status = ?, retry_at = NULL, attempts = 0 WHERE id = ? AND status = ?";
  private static final String MOVE_UNDER_LEASE =
      "UPDATE wave SET status = ? WHERE id = ? AND status = ?";

  /** Whoever plans the wave when it comes here keeps its lease. */
  private static final Set<WaveStatus> STILL_PLANNED =
      EnumSet.of(WaveStatus.OPTIMISING, WaveStatus.PICKING);

  private static final String RESULT =
      """
      UPDATE wave
         SET metres = ?, baseline = ?, walking = ?, other_metres = ?, least_metres = ?, score = ?, config_hash = ?,
             seed = ?, released_at = ?
       WHERE id = ?\
      """;
  private static final String WISH =
      """
      UPDATE wave
         SET wanted = wanted + 1,
             why = CASE WHEN why LIKE ? THEN why ELSE why || ? || ' ' END
       WHERE id = ? AND status IN ('OPTIMISING', 'RELEASED', 'PICKING')\
      """;
  private static final String WHY = "SELECT why FROM wave WHERE id = ?";
  private static final String REVISED =
      """
      UPDATE wave
         SET revision = ?, metres = ?, baseline = ?, other_metres = 0, least_metres = 0, score = '',
             why = CASE WHEN wanted = ? THEN '' ELSE why END
       WHERE id = ? AND revision < ? AND status IN ('RELEASED', 'PICKING')\
      """;
  private static final String MEASURED =
      """
      UPDATE wave
         SET metres = (SELECT sum(t.metres) FROM wave_trip t WHERE t.wave_id = wave.id)
       WHERE id = ?\
      """;
  private static final String RECOUNT =
      """
      UPDATE wave
         SET consignments = (SELECT count(*) FROM consignment c WHERE c.wave_id = wave.id),
             units = (SELECT coalesce(sum(c.units), 0) FROM consignment c WHERE c.wave_id = wave.id)
       WHERE id = ?\
      """;
  private static final String OFFERS =
      """
      SELECT w.id, w.consignments, max(coalesce(c.cutoff_at, c.promised_at)) AS last_due,
             (w.status = 'OPTIMISING' OR w.wanted > w.revision) AS being_planned
        FROM wave w JOIN consignment c ON c.wave_id = w.id
       WHERE w.warehouse = ? AND w.consignments < ?
         AND w.status IN ('DRAFT', 'OPTIMISING', 'RELEASED')
       GROUP BY w.id, w.consignments, w.status, w.wanted, w.revision ORDER BY w.id\
      """;
  private static final String LAST_DUE =
      "SELECT max(coalesce(cutoff_at, promised_at)) AS last_due FROM consignment WHERE wave_id = ?";
  private static final String FINISHED = "UPDATE wave SET finished_at = ? WHERE id = ?";
  private static final String TODAY =
      """
      SELECT count(*) AS waves, coalesce(sum(metres), 0) AS metres,
             coalesce(sum(baseline), 0) AS baseline
        FROM wave
       WHERE created_at >= ? AND (? OR warehouse = ANY(?))\
      """;

  private final JdbcTemplate jdbc;
  private final Milestones milestones;
  private final BusinessClock clock;

  WaveRows(JdbcTemplate jdbc, Milestones milestones, BusinessClock clock) {
    this.jdbc = jdbc;
    this.milestones = milestones;
    this.clock = clock;
  }

  void insert(long id, String warehouse, String formedBy, int consignments, int units) {
    Instant now = clock.now();
    jdbc.update(INSERT, id, warehouse, formedBy, consignments, units, SqlTime.of(now));
    record(id, now, "", WaveStatus.DRAFT, formedBy);
  }

  Optional<Wave> find(long id) {
    return jdbc.query(COLUMNS + " WHERE id = ?", WaveRows::wave, id).stream().findFirst();
  }

  List<Wave> newest(Scope scope, long before, int limit) {
    return jdbc.query(
        NEWEST,
        WaveRows::wave,
        before,
        scope.warehouses().isEmpty(),
        scope.warehouses().toArray(String[]::new),
        limit);
  }

  List<Wave> on(WaveStatus... statuses) {
    String[] names = java.util.Arrays.stream(statuses).map(Enum::name).toArray(String[]::new);
    return jdbc.query(
        COLUMNS + " WHERE status = ANY(?) ORDER BY id", WaveRows::wave, (Object) names);
  }

  /** Moves if the wave still stands where it is believed to stand. */
  boolean move(long id, WaveStatus from, WaveStatus to) {
    WaveStatus.MOVES.check(from, to);
    Instant now = clock.now();
    String sql = STILL_PLANNED.contains(to) ? MOVE_UNDER_LEASE : MOVE;
    if (jdbc.update(sql, to.name(), id, from.name()) == 0) {
      return false;
    }
    if (to == WaveStatus.FINISHED) {
      jdbc.update(FINISHED, SqlTime.of(now), id);
    }
    record(id, now, from.name(), to, "");
    return true;
  }

  private void record(long id, Instant now, String from, WaveStatus to, String detail) {
    milestones.record(
        List.of(
            new Milestone(
                Milestone.Subject.WAVE,
                id,
                now,
                to.name(),
                from,
                to.name(),
                "system",
                null,
                detail)));
  }

  void result(long id, WavePlan plan) {
    jdbc.update(
        RESULT,
        plan.metres(),
        plan.baseline(),
        plan.walking().name(),
        plan.otherMetres(),
        plan.leastMetres(),
        plan.score(),
        plan.configHash(),
        plan.seed(),
        SqlTime.of(clock.now()),
        id);
  }

  /** Wishes for another plan, in the transaction of what makes it necessary. */
  void wish(long id, Wish why) {
    jdbc.update(WISH, "%" + why.name() + "%", why.name(), id);
  }

  Set<Wish> wishes(long id) {
    return jdbc.queryForList(WHY, String.class, id).stream()
        .flatMap(why -> Stream.of(why.split(" ")))
        .filter(why -> !why.isEmpty())
        .map(Wish::valueOf)
        .collect(Collectors.toSet());
  }

  /** The metres of a wave are those of its trips. */
  void measured(long id) {
    jdbc.update(MEASURED, id);
  }

  /** Another plan holds from now on, unless a later one was made meanwhile. */
  boolean revised(Wave was, double metres, double baseline, Set<Wish> why) {
    if (jdbc.update(REVISED, was.wanted(), metres, baseline, was.wanted(), was.id(), was.wanted())
        == 0) {
      return false;
    }
    milestones.record(
        List.of(
            new Milestone(
                Milestone.Subject.WAVE,
                was.id(),
                clock.now(),
                "REVISED",
                "",
                "",
                "system",
                null,
                was.wanted()
                    + why.stream().sorted().map(w -> " " + w).collect(Collectors.joining()))));
    return true;
  }

  /** Counts who is in a wave after somebody came or went. */
  void recount(long id) {
    jdbc.update(RECOUNT, id);
  }

  /**
   * Room in a wave nobody picks yet.
   *
   * @param room so many consignments may join
   * @param before the end of the hour of the latest cut-off or promise in it
   * @param beingPlanned whether it had better not be disturbed
   */
  record Offer(long wave, int room, Instant before, boolean beingPlanned) {}

  /** The waves of a warehouse that have room, the oldest first. */
  List<Offer> offers(String warehouse, int most) {
    return jdbc.query(
        OFFERS,
        (row, i) ->
            new Offer(
                row.getLong("id"),
                most - row.getInt("consignments"),
                endOfHour(SqlTime.read(row, "last_due")),
                row.getBoolean("being_planned")),
        warehouse,
        most);
  }

  /** The end of the hour of the latest cut-off or promise in a wave; empty if nothing is in it. */
  Optional<Instant> dueBefore(long id) {
    return jdbc.query(
            LAST_DUE, (row, i) -> Optional.ofNullable(SqlTime.readNullable(row, "last_due")), id)
        .getFirst()
        .map(WaveRows::endOfHour);
  }

  private static Instant endOfHour(Instant due) {
    return due.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }

  /** As {@link #find}, locked until the end of the transaction. */
  Optional<Wave> lock(long id) {
    return jdbc.query(COLUMNS + " WHERE id = ? FOR UPDATE", WaveRows::wave, id).stream()
        .findFirst();
  }

  /** How many waves were formed since, and what their plans walk and would have walked. */
  record Tally(int waves, double metres, double baseline) {}

  Tally since(Instant start, Scope scope) {
    return jdbc.query(
            TODAY,
            (row, i) ->
                new Tally(row.getInt("waves"), row.getDouble("metres"), row.getDouble("baseline")),
            SqlTime.of(start),
            scope.warehouses().isEmpty(),
            scope.warehouses().toArray(String[]::new))
        .getFirst();
  }

  private static Wave wave(ResultSet row, int i) throws SQLException {
    return new Wave(
        row.getLong("id"),
        row.getString("warehouse"),
        WaveStatus.valueOf(row.getString("status")),
        row.getString("formed_by"),
        row.getInt("consignments"),
        row.getInt("units"),
        row.getDouble("metres"),
        row.getDouble("baseline"),
        Walking.valueOf(row.getString("walking")),
        row.getDouble("other_metres"),
        row.getDouble("least_metres"),
        row.getString("score"),
        row.getString("config_hash"),
        row.getLong("seed"),
        row.getInt("revision"),
        row.getInt("wanted"),
        SqlTime.read(row, "created_at"),
        SqlTime.readNullable(row, "released_at"),
        SqlTime.readNullable(row, "finished_at"));
  }
}
