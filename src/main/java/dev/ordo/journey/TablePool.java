package dev.ordo.journey;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * A pool over a table with the columns {@code id BIGINT, retry_at TIMESTAMP WITH TIME ZONE NULL,
 * attempts INTEGER}. Whoever moves a row on sets {@code retry_at = NULL, attempts = 0}.
 */
public class TablePool implements Pool {
  private static final String DUE = "(retry_at IS NULL OR retry_at <= :machine)";

  private final NamedParameterJdbcTemplate jdbc;
  private final BusinessClock business;
  private final MachineClock machine;
  private final String name;
  private final String table;
  private final String predicate;
  private final String candidates;
  private final String claim;
  private final String claimCandidates;
  private final String due;
  private final boolean locksBeforeLimit;

  /**
   * @param table the table, without alias
   * @param predicate which rows wait; may use {@code :now}, the business time
   * @param order the columns to order by; the claim takes the first ones
   */
  public TablePool(
      JdbcTemplate jdbc,
      BusinessClock business,
      MachineClock machine,
      String name,
      String table,
      String predicate,
      String order) {
    this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    this.business = business;
    this.machine = machine;
    this.name = name;
    this.table = table;
    this.predicate = predicate;
    this.due = " FROM " + table + " WHERE (" + predicate + ") AND " + DUE;
    this.candidates = "SELECT id" + due + " ORDER BY " + order + " LIMIT :max";
    this.claim = candidates + " FOR UPDATE SKIP LOCKED";
    this.claimCandidates =
        "SELECT id, CASE WHEN ("
            + predicate
            + ") AND "
            + DUE
            + " THEN TRUE ELSE FALSE END AS due FROM "
            + table
            + " WHERE id IN (:ids) ORDER BY "
            + order
            + " FOR UPDATE SKIP LOCKED";
    this.locksBeforeLimit = locksBeforeLimit(jdbc);
  }

  /** H2 locks every row that matches before it sorts and cuts, so it is shown the cut first. */
  private static boolean locksBeforeLimit(JdbcTemplate jdbc) {
    return Boolean.TRUE.equals(
        jdbc.execute(
            (ConnectionCallback<Boolean>)
                c -> c.getMetaData().getDatabaseProductName().equals("H2")));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Long> claim(int max) {
    Map<String, Object> bounds =
        Map.of("max", max, "now", stamp(business.now()), "machine", stamp(machine.now()));
    return locksBeforeLimit
        ? claimOf(jdbc.queryForList(candidates, bounds, Long.class), bounds)
        : jdbc.queryForList(claim, bounds, Long.class);
  }

  private List<Long> claimOf(List<Long> ids, Map<String, Object> bounds) {
    List<Long> claimed = new ArrayList<>();
    if (!ids.isEmpty()) {
      Map<String, Object> arguments = new HashMap<>(bounds);
      arguments.put("ids", ids);
      jdbc.query(
          claimCandidates,
          arguments,
          row -> {
            if (row.getBoolean("due")) {
              claimed.add(row.getLong("id"));
            }
          });
    }
    return claimed;
  }

  @Override
  public boolean reclaim(long id) {
    String sql = "SELECT id" + due + " AND id = :id FOR UPDATE SKIP LOCKED";
    return !jdbc.queryForList(
            sql,
            Map.of("id", id, "now", stamp(business.now()), "machine", stamp(machine.now())),
            Long.class)
        .isEmpty();
  }

  @Override
  public void postpone(Collection<Long> ids, Instant retryAt) {
    jdbc.update(
        "UPDATE " + table + " SET retry_at = :at WHERE id IN (:ids)",
        Map.of("ids", ids, "at", stamp(retryAt)));
  }

  @Override
  public void unpostpone(Collection<Long> ids, Instant retryAt) {
    jdbc.update(
        "UPDATE " + table + " SET retry_at = NULL WHERE id IN (:ids) AND retry_at = :at",
        Map.of("ids", ids, "at", stamp(retryAt)));
  }

  @Override
  public void revive(long id) {
    jdbc.update(
        "UPDATE " + table + " SET retry_at = NULL, attempts = 0 WHERE id = :id", Map.of("id", id));
  }

  @Override
  public int failed(long id) {
    jdbc.update(
        "UPDATE " + table + " SET attempts = attempts + 1 WHERE id = :id", Map.of("id", id));
    return jdbc
        .queryForList(
            "SELECT attempts FROM " + table + " WHERE id = :id", Map.of("id", id), Integer.class)
        .stream()
        .findFirst()
        .orElse(0);
  }

  @Override
  public long size() {
    Long rows =
        jdbc.queryForObject(
            "SELECT count(*)" + due,
            Map.of("now", stamp(business.now()), "machine", stamp(machine.now())),
            Long.class);
    return rows == null ? 0 : rows;
  }

  @Override
  public long parkedUnseen() {
    Long rows =
        jdbc.queryForObject(
            "SELECT count(*) FROM "
                + table
                + " WHERE ("
                + predicate
                + ") AND retry_at >= :never AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.status"
                + " IN ('OPEN', 'DISMISSED') AND i.dedupe_key = :stage || CAST("
                + table
                + ".id AS VARCHAR))",
            Map.of(
                "now",
                stamp(business.now()),
                "never",
                stamp(NEVER),
                "stage",
                "stage:" + name + ":"),
            Long.class);
    return rows == null ? 0 : rows;
  }

  private static Timestamp stamp(Instant at) {
    return Timestamp.from(at);
  }
}
