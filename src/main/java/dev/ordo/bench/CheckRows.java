package dev.ordo.bench;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of checks and scans. */
@Repository
class CheckRows {
  private static final String OPEN =
      """
      INSERT INTO bench_check (consignment_id, outcome, login, reason, opened_at)
      VALUES (?, 'OPEN', ?, '', ?)
      ON CONFLICT DO NOTHING\
      """;
  private static final String LOCK =
      "SELECT outcome FROM bench_check WHERE consignment_id = ? FOR UPDATE";
  private static final String CLOSE =
      """
      UPDATE bench_check SET outcome = ?, login = ?, reason = ?, closed_at = ?
       WHERE consignment_id = ? AND outcome = 'OPEN'\
      """;
  private static final String FIND =
      "SELECT outcome, login, reason FROM bench_check WHERE consignment_id = ?";
  private static final String SCANS =
      "SELECT scan_key, sku, qty, result FROM bench_scan WHERE consignment_id = ? ORDER BY id";
  private static final String ADD =
      """
      INSERT INTO bench_scan (consignment_id, scan_key, id, sku, qty, result, login, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  /** A check as it stands. */
  record Check(String outcome, String login, String reason) {}

  /** A scan that counted, or was answered without counting. */
  record Scan(String key, String sku, int qty, Tally.Scanned result) {}

  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final BusinessClock clock;

  CheckRows(JdbcTemplate jdbc, Ids ids, BusinessClock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Opens the check if nobody did, and keeps others from it until the transaction ends. */
  void lock(long consignment, String login) {
    jdbc.update(OPEN, consignment, login, now());
    jdbc.queryForList(LOCK, String.class, consignment);
  }

  Optional<Check> find(long consignment) {
    return jdbc
        .query(
            FIND,
            (row, i) ->
                new Check(
                    row.getString("outcome"), row.getString("login"), row.getString("reason")),
            consignment)
        .stream()
        .findFirst();
  }

  void close(long consignment, String outcome, String login, String reason) {
    jdbc.update(CLOSE, outcome, login, reason, now(), consignment);
  }

  List<Scan> scans(long consignment) {
    return jdbc.query(
        SCANS,
        (row, i) ->
            new Scan(
                row.getString("scan_key"),
                row.getString("sku"),
                row.getInt("qty"),
                Tally.Scanned.valueOf(row.getString("result"))),
        consignment);
  }

  void add(long consignment, List<Scan> scans, String login) {
    Timestamp now = now();
    jdbc.batchUpdate(
        ADD,
        scans.stream()
            .map(
                s ->
                    new Object[] {
                      consignment, s.key, ids.next(), s.sku, s.qty, s.result.name(), login, now
                    })
            .toList());
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }
}
