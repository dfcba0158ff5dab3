package dev.ordo.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Traces and their scans in the database. */
@Repository
class TraceRows {
  private static final String INSERT =
      """
      INSERT INTO parcel_trace (id, consignment_id, carrier, waybill_no, province, phone_tail,
          handed_over_at, state, state_since, last_scan_at, place, place_since, failures, alerts,
          open, poll_at, attempts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '', ?, 0, '', TRUE, ?, 0) ON CONFLICT DO NOTHING\
      """;
  private static final String INSERT_WATCH =
      "INSERT INTO trace_watch (id, check_at, attempts) VALUES (?, ?, 0) ON CONFLICT DO NOTHING";
  private static final String SELECT =
      """
      SELECT id, consignment_id, carrier, waybill_no, province, phone_tail, handed_over_at, state,
             state_since, last_scan_at, place, place_since, failures, alerts
        FROM parcel_trace\
      """;
  private static final String BY_ID = SELECT + " WHERE id = ANY(?) ORDER BY id";
  private static final String LOCK_WATCHES =
      "SELECT id FROM trace_watch WHERE id = ANY(?) ORDER BY id FOR UPDATE";
  private static final String LOCK_TRACES =
      "SELECT id FROM parcel_trace WHERE id = ANY(?) ORDER BY id FOR UPDATE";
  private static final String OF_CONSIGNMENTS =
      SELECT + " WHERE consignment_id = ANY(?) ORDER BY id";
  private static final String BY_WAYBILL =
      "SELECT id, waybill_no FROM parcel_trace WHERE carrier = ? AND waybill_no = ANY(?)";
  private static final String UPDATE =
      """
      UPDATE parcel_trace
         SET state = ?, state_since = ?, last_scan_at = ?, place = ?, place_since = ?, failures = ?,
             open = ?
       WHERE id = ?\
      """;
  private static final String NEXT_POLL =
      """
      UPDATE parcel_trace SET poll_at = ?, retry_at = NULL, attempts = 0 WHERE id = ?\
      """;
  private static final String ALERTS = "UPDATE parcel_trace SET alerts = ? WHERE id = ?";
  private static final String CHECK_AT =
      "UPDATE trace_watch SET check_at = ?, retry_at = NULL, attempts = 0 WHERE id = ?";
  private static final String UNWATCH = "DELETE FROM trace_watch WHERE id = ?";
  private static final String INSERT_EVENT =
      """
      INSERT INTO trace_event (id, parcel_id, at, state, mapped, code, text, place, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
      """;
  private static final String EVENTS =
      """
      SELECT parcel_id, at, state, mapped, code, text, place FROM trace_event
       WHERE parcel_id = ANY(?) ORDER BY parcel_id, at, id\
      """;
  private static final String COUNT_ALERTS = "SELECT count(*) FROM parcel_trace WHERE alerts <> ''";
  private static final String COUNT_STATES =
      """
      SELECT state, count(*) AS n FROM parcel_trace WHERE open = TRUE OR state_since >= ?
       GROUP BY state\
      """;

  private final JdbcTemplate jdbc;
  private final Ids ids;

  TraceRows(JdbcTemplate jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  void begin(Collection<Trace> traces, Duration untilFirstPoll) {
    jdbc.batchUpdate(
        INSERT,
        traces.stream()
            .map(
                t ->
                    new Object[] {
                      t.parcelId(),
                      t.consignmentId(),
                      t.carrier(),
                      t.waybillNo(),
                      t.province(),
                      t.phoneTail(),
                      SqlTime.of(t.handedOverAt()),
                      t.state().name(),
                      SqlTime.of(t.stateSince()),
                      SqlTime.of(t.placeSince()),
                      SqlTime.of(t.handedOverAt().plus(untilFirstPoll))
                    })
            .toList());
    jdbc.batchUpdate(
        INSERT_WATCH,
        traces.stream()
            .map(t -> new Object[] {t.parcelId(), SqlTime.of(t.handedOverAt().plusSeconds(3600))})
            .toList());
  }

  List<Trace> load(Collection<Long> parcelIds) {
    return jdbc.query(BY_ID, (row, i) -> trace(row), (Object) parcelIds.toArray(Long[]::new));
  }

  /**
   * Locks parcels until the transaction ends. Whoever takes more than one lock on parcels takes all
   * watches first and then the traces, each in id order: the stage alert begins with its watches.
   */
  void lock(Collection<Long> parcelIds) {
    Object sorted = parcelIds.stream().distinct().sorted().toArray(Long[]::new);
    jdbc.queryForList(LOCK_WATCHES, Long.class, sorted);
    jdbc.queryForList(LOCK_TRACES, Long.class, sorted);
  }

  /** The same, with the rows locked in id order until the transaction ends. */
  List<Trace> loadForUpdate(Collection<Long> parcelIds) {
    return jdbc.query(
        BY_ID + " FOR UPDATE", (row, i) -> trace(row), (Object) parcelIds.toArray(Long[]::new));
  }

  List<Trace> ofConsignments(Collection<Long> consignmentIds) {
    return jdbc.query(
        OF_CONSIGNMENTS, (row, i) -> trace(row), (Object) consignmentIds.toArray(Long[]::new));
  }

  /** Parcel ids by waybill number; unknown numbers are absent. */
  Map<String, Long> byWaybill(String carrier, Collection<String> waybillNos) {
    Map<String, Long> found = new TreeMap<>();
    jdbc.query(
        BY_WAYBILL,
        row -> {
          found.put(row.getString("waybill_no"), row.getLong("id"));
        },
        carrier,
        waybillNos.toArray(String[]::new));
    return found;
  }

  void update(Collection<Trace> traces) {
    jdbc.batchUpdate(
        UPDATE,
        traces.stream()
            .map(
                t ->
                    new Object[] {
                      t.state().name(),
                      SqlTime.of(t.stateSince()),
                      SqlTime.ofNullable(t.lastScanAt()),
                      cut(t.place(), 200),
                      SqlTime.of(t.placeSince()),
                      t.failures(),
                      !t.state().isFinal(),
                      t.parcelId()
                    })
            .toList());
  }

  /** Watches parcels again whose journey was over. */
  void watch(Collection<Long> parcelIds, Instant checkAt) {
    jdbc.batchUpdate(
        INSERT_WATCH,
        parcelIds.stream().map(id -> new Object[] {id, SqlTime.of(checkAt)}).toList());
  }

  void nextPoll(Map<Long, Instant> pollAt) {
    batch(NEXT_POLL, pollAt);
  }

  void nextCheck(Map<Long, Instant> checkAt) {
    batch(CHECK_AT, checkAt);
  }

  private void batch(String sql, Map<Long, Instant> times) {
    jdbc.batchUpdate(
        sql,
        times.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Object[] {SqlTime.of(e.getValue()), e.getKey()})
            .toList());
  }

  void unwatch(Collection<Long> parcelIds) {
    jdbc.batchUpdate(UNWATCH, parcelIds.stream().map(id -> new Object[] {id}).toList());
  }

  void alerts(Collection<Trace> traces) {
    jdbc.batchUpdate(
        ALERTS,
        traces.stream()
            .map(t -> new Object[] {String.join(",", t.alerts()), t.parcelId()})
            .toList());
  }

  /** Stores scans once each: time, code and text make a scan. */
  void insertEvents(Collection<TraceEvent> events) {
    jdbc.batchUpdate(
        INSERT_EVENT,
        events.stream()
            .map(
                e ->
                    new Object[] {
                      ids.next(),
                      e.parcelId(),
                      SqlTime.of(e.at()),
                      e.state().name(),
                      e.mapped(),
                      cut(e.code(), 40),
                      cut(e.text(), 500),
                      cut(e.place(), 200),
                      digest(e)
                    })
            .toList());
  }

  List<TraceEvent> events(Collection<Long> parcelIds) {
    return jdbc.query(
        EVENTS,
        (row, i) ->
            new TraceEvent(
                row.getLong("parcel_id"),
                SqlTime.read(row, "at"),
                TraceState.valueOf(row.getString("state")),
                row.getBoolean("mapped"),
                row.getString("code"),
                row.getString("text"),
                row.getString("place")),
        (Object) parcelIds.toArray(Long[]::new));
  }

  int withAlerts() {
    Integer count = jdbc.queryForObject(COUNT_ALERTS, Integer.class);
    return count == null ? 0 : count;
  }

  Map<TraceState, Integer> states(Instant since) {
    Map<TraceState, Integer> counts = new TreeMap<>();
    jdbc.query(
        COUNT_STATES,
        row -> {
          counts.put(TraceState.valueOf(row.getString("state")), row.getInt("n"));
        },
        SqlTime.of(since));
    return counts;
  }

  private static Trace trace(ResultSet row) throws SQLException {
    String alerts = row.getString("alerts");
    return new Trace(
        row.getLong("id"),
        row.getLong("consignment_id"),
        row.getString("carrier"),
        row.getString("waybill_no"),
        row.getString("province"),
        row.getString("phone_tail"),
        SqlTime.read(row, "handed_over_at"),
        TraceState.valueOf(row.getString("state")),
        SqlTime.read(row, "state_since"),
        SqlTime.readNullable(row, "last_scan_at"),
        row.getString("place"),
        SqlTime.read(row, "place_since"),
        row.getInt("failures"),
        alerts.isEmpty() ? List.of() : List.of(alerts.split(",", -1)));
  }

  private static String digest(TraceEvent event) {
    String text = event.at().toEpochMilli() + "|" + event.code() + "|" + event.text();
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256.", e);
    }
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
