package dev.ordo.order;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The set of open reasons that keeps an order from going on. */
@Repository
class Holds {
  private static final String OPEN_REASONS =
      """
      SELECT order_id, reason FROM order_hold WHERE order_id = ANY(?) AND cleared_at IS NULL\
      """;
  private static final String INSERT =
      """
      INSERT INTO order_hold (id, order_id, reason, owner_role, detail, facts_key, decision_id,
          opened_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String COUNT_UP =
      """
      UPDATE sales_order SET open_holds = open_holds + ?, ever_held = (ever_held OR ?)
       WHERE id = ?\
      """;
  private static final String CLEAR =
      """
      UPDATE order_hold SET cleared_at = ?, cleared_by = ?, note = ?
       WHERE order_id = ? AND cleared_at IS NULL AND reason = ANY(?)\
      """;
  private static final String LIFT =
      """
      UPDATE order_hold SET cleared_at = ?, cleared_by = 'system', note = ?, facts_key = ''
       WHERE order_id = ? AND cleared_at IS NULL AND reason <> 'SHIPPED_ELSEWHERE'\
      """;
  private static final String COUNT_DOWN =
      """
      UPDATE sales_order SET open_holds = open_holds - ?, touched = (touched OR ?),
             retry_at = NULL, attempts = 0
       WHERE id = ?\
      """;
  private static final String SHORT =
      """
      SELECT DISTINCT h.id, h.order_id FROM order_hold h JOIN order_line l ON l.order_id = h.order_id
       WHERE h.reason = 'SHORTAGE' AND h.cleared_at IS NULL AND l.sku = ANY(?)
       ORDER BY h.order_id\
      """;
  private static final String CLEAR_BY_ID =
      """
      UPDATE order_hold SET cleared_at = ?, cleared_by = 'system', note = 'units arrived'
       WHERE id = ? AND cleared_at IS NULL\
      """;

  private record Reason(long orderId, String reason) {}

  private record ShortHold(long id, long orderId) {}

  private final JdbcTemplate jdbc;
  private final Milestones milestones;
  private final Ids ids;
  private final BusinessClock clock;

  Holds(JdbcTemplate jdbc, Milestones milestones, Ids ids, BusinessClock clock) {
    this.jdbc = jdbc;
    this.milestones = milestones;
    this.ids = ids;
    this.clock = clock;
  }

  void open(Collection<Orders.NewHold> wanted) {
    Set<Reason> known = openReasons(wanted);
    List<Orders.NewHold> fresh =
        wanted.stream().filter(h -> known.add(new Reason(h.orderId(), h.reason()))).toList();
    if (fresh.isEmpty()) {
      return;
    }
    Instant now = clock.now();
    Timestamp at = SqlTime.of(now);
    jdbc.batchUpdate(
        INSERT,
        fresh.stream()
            .map(
                h ->
                    new Object[] {
                      ids.next(),
                      h.orderId(),
                      h.reason(),
                      h.ownerRole(),
                      h.detail(),
                      h.factsKey(),
                      h.decisionId(),
                      at
                    })
            .toList());
    count(COUNT_UP, fresh);
    milestones.record(
        fresh.stream()
            .map(
                h ->
                    new Milestone(
                        Milestone.Subject.ORDER,
                        h.orderId(),
                        now,
                        "HELD",
                        "",
                        "",
                        "system",
                        h.decisionId(),
                        h.reason() + " " + h.detail()))
            .toList());
  }

  private void count(String sql, List<Orders.NewHold> fresh) {
    Map<Long, Integer> perOrder = new TreeMap<>();
    Set<Long> byJudgement = new HashSet<>();
    for (Orders.NewHold hold : fresh) {
      perOrder.merge(hold.orderId(), 1, Integer::sum);
      if (!hold.reason().equals(Hold.SHORTAGE)) {
        byJudgement.add(hold.orderId());
      }
    }
    jdbc.batchUpdate(
        sql,
        perOrder.entrySet().stream()
            .map(e -> new Object[] {e.getValue(), byJudgement.contains(e.getKey()), e.getKey()})
            .toList());
  }

  int clear(long orderId, Collection<String> reasons, String actor, String note) {
    Instant now = clock.now();
    int cleared =
        jdbc.update(CLEAR, SqlTime.of(now), actor, note, orderId, reasons.toArray(String[]::new));
    if (cleared > 0) {
      jdbc.update(COUNT_DOWN, cleared, !actor.equals("system"), orderId);
      milestones.record(
          List.of(
              new Milestone(
                  Milestone.Subject.ORDER,
                  orderId,
                  now,
                  "HOLD_CLEARED",
                  "",
                  "",
                  actor,
                  null,
                  String.join(",", reasons) + (note.isEmpty() ? "" : ": " + note))));
    }
    return cleared;
  }

  /**
   * What was held no longer stands as it was: judged anew, and nobody's leave is kept. What the
   * shop calls shipped stays held whatever else changes.
   */
  int lift(long orderId, String why) {
    Instant now = clock.now();
    int lifted = jdbc.update(LIFT, SqlTime.of(now), why, orderId);
    if (lifted > 0) {
      jdbc.update(COUNT_DOWN, lifted, false, orderId);
      milestones.record(
          List.of(
              new Milestone(
                  Milestone.Subject.ORDER,
                  orderId,
                  now,
                  "HOLDS_LIFTED",
                  "",
                  "",
                  "system",
                  null,
                  why)));
    }
    return lifted;
  }

  int clearShortages(Collection<String> skus) {
    List<ShortHold> holds =
        jdbc.query(
            SHORT,
            (row, i) -> new ShortHold(row.getLong("id"), row.getLong("order_id")),
            (Object) skus.stream().distinct().toArray(String[]::new));
    Instant now = clock.now();
    int[] rows =
        jdbc.batchUpdate(
            CLEAR_BY_ID, holds.stream().map(h -> new Object[] {SqlTime.of(now), h.id()}).toList());
    List<ShortHold> cleared =
        java.util.stream.IntStream.range(0, rows.length)
            .filter(i -> rows[i] == 1)
            .mapToObj(holds::get)
            .toList();
    jdbc.batchUpdate(
        COUNT_DOWN, cleared.stream().map(h -> new Object[] {1, false, h.orderId()}).toList());
    milestones.record(
        cleared.stream()
            .map(
                h ->
                    new Milestone(
                        Milestone.Subject.ORDER,
                        h.orderId(),
                        now,
                        "HOLD_CLEARED",
                        "",
                        "",
                        "system",
                        null,
                        Hold.SHORTAGE))
            .toList());
    return cleared.size();
  }

  private Set<Reason> openReasons(Collection<Orders.NewHold> wanted) {
    return new HashSet<>(
        jdbc.query(
            OPEN_REASONS,
            (row, i) -> new Reason(row.getLong("order_id"), row.getString("reason")),
            (Object) wanted.stream().map(Orders.NewHold::orderId).distinct().toArray(Long[]::new)));
  }
}
