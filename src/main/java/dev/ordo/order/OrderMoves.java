package dev.ordo.order;

import static java.util.stream.Collectors.groupingBy;

import dev.ordo.journey.Outbox;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.IllegalMove;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Moves orders along the status table, each UPDATE guarded by the statuses that lead there. */
@Repository
class OrderMoves {
  private static final String RELEASE =
      """
      UPDATE sales_order
         SET status = 'RELEASED', released_at = ?, release_latency_ms = ?,
             appointed_carrier =
                 CASE WHEN carrier_by_hand THEN appointed_carrier ELSE CAST(? AS VARCHAR) END,
             excluded_carriers =
                 CASE WHEN carrier_by_hand THEN excluded_carriers ELSE CAST(? AS VARCHAR) END,
             invoice_wanted = ?, tags = ?, retry_at = NULL, attempts = 0
       WHERE id = ? AND status = 'RECEIVED' AND open_holds = 0\
      """;
  private static final String SUPPLY =
      "UPDATE order_line SET supply = ?, warehouse = ? WHERE id = ANY(?)";
  private static final String STATUS =
      "SELECT id, status FROM sales_order WHERE id = ANY(?) ORDER BY id FOR UPDATE";
  private static final String MOVE =
      """
      UPDATE sales_order SET status = ?, retry_at = NULL, attempts = 0
       WHERE id = ANY(?) AND status = ?\
      """;
  private static final String ARRIVED = "SELECT id, arrived_at FROM sales_order WHERE id = ANY(?)";
  private static final String SHIP =
      "UPDATE order_line SET shipped_qty = shipped_qty + ? WHERE id = ?";
  private static final String SHIP_STATE =
      """
      SELECT order_id, sum(qty - cancelled_qty - shipped_qty) AS open FROM order_line
       WHERE order_id IN (SELECT order_id FROM order_line WHERE id = ANY(?)) GROUP BY order_id\
      """;

  private final JdbcTemplate jdbc;
  private final Milestones milestones;
  private final Outbox outbox;
  private final BusinessClock business;
  private final MachineClock machine;

  OrderMoves(
      JdbcTemplate jdbc,
      Milestones milestones,
      Outbox outbox,
      BusinessClock business,
      MachineClock machine) {
    this.jdbc = jdbc;
    this.milestones = milestones;
    this.outbox = outbox;
    this.business = business;
    this.machine = machine;
  }

  void release(Collection<Orders.Release> releases) {
    if (releases.isEmpty()) {
      return;
    }
    Instant now = business.now();
    Map<Long, Instant> arrived = arrivals(releases);
    int[] rows =
        jdbc.batchUpdate(RELEASE, releases.stream().map(r -> columns(r, now, arrived)).toList());
    int i = 0;
    for (Orders.Release release : releases) {
      if (rows[i++] != 1) {
        throw new IllegalMove(
            "The order (%d) is no longer waiting for review.".formatted(release.orderId()));
      }
    }
    Map<Long, Orders.LineSupply> lines = new TreeMap<>();
    releases.forEach(r -> lines.putAll(r.lines()));
    supply(lines);
    milestones.record(
        releases.stream()
            .map(
                r ->
                    Milestone.moved(
                        Milestone.Subject.ORDER,
                        r.orderId(),
                        now,
                        OrderStatus.RECEIVED,
                        OrderStatus.RELEASED,
                        r.decisionId()))
            .toList());
  }

  private Object[] columns(Orders.Release r, Instant now, Map<Long, Instant> arrived) {
    long latency =
        machine.millis() - arrived.getOrDefault(r.orderId(), machine.instant()).toEpochMilli();
    return new Object[] {
      SqlTime.of(now),
      latency,
      r.appointedCarrier(),
      String.join(",", r.excludedCarriers()),
      r.invoiceWanted(),
      String.join(",", r.tags()),
      r.orderId()
    };
  }

  private Map<Long, Instant> arrivals(Collection<Orders.Release> releases) {
    Map<Long, Instant> arrived = new TreeMap<>();
    jdbc.query(
        ARRIVED,
        row -> {
          arrived.put(row.getLong("id"), SqlTime.read(row, "arrived_at"));
        },
        (Object) releases.stream().map(Orders.Release::orderId).toArray(Long[]::new));
    return arrived;
  }

  void supply(Map<Long, Orders.LineSupply> lines) {
    Map<Orders.LineSupply, List<Long>> alike =
        lines.keySet().stream().collect(groupingBy(lines::get));
    alike.forEach(
        (how, ids) ->
            jdbc.update(SUPPLY, how.supply().name(), how.warehouse(), ids.toArray(Long[]::new)));
  }

  List<Long> move(
      Collection<Long> ids, OrderStatus to, String actor, @Nullable Long decision, String detail) {
    Map<Long, OrderStatus> before = statusForUpdate(ids);
    Instant now = business.now();
    Map<OrderStatus, List<Long>> leaving = new TreeMap<>();
    List<Milestone> evidence = new ArrayList<>();
    before.forEach(
        (id, from) -> {
          if (OrderStatus.MOVES.allowed(from, to)) {
            leaving.computeIfAbsent(from, f -> new ArrayList<>()).add(id);
            evidence.add(
                new Milestone(
                    Milestone.Subject.ORDER,
                    id,
                    now,
                    to.name(),
                    from.name(),
                    to.name(),
                    actor,
                    decision,
                    detail));
          }
        });
    leaving.forEach(
        (from, of) -> jdbc.update(MOVE, to.name(), of.toArray(Long[]::new), from.name()));
    milestones.record(evidence);
    List<Long> moved = evidence.stream().map(Milestone::subjectId).toList();
    tell(moved, to);
    return moved;
  }

  void shipped(Map<Long, Integer> qtyByLine) {
    jdbc.batchUpdate(
        SHIP,
        qtyByLine.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Object[] {e.getValue(), e.getKey()})
            .toList());
    List<Long> complete = new ArrayList<>();
    List<Long> partial = new ArrayList<>();
    jdbc.query(
        SHIP_STATE,
        row -> {
          (row.getInt("open") == 0 ? complete : partial).add(row.getLong("order_id"));
        },
        (Object) qtyByLine.keySet().toArray(Long[]::new));
    move(complete, OrderStatus.SHIPPED, "system", null, "");
    move(partial, OrderStatus.PARTIALLY_SHIPPED, "system", null, "");
  }

  void lock(long id) {
    statusForUpdate(List.of(id));
  }

  private void tell(List<Long> moved, OrderStatus to) {
    if (to == OrderStatus.CANCELLED || to == OrderStatus.DELIVERED) {
      String topic = to == OrderStatus.CANCELLED ? "order.cancelled" : "order.delivered";
      moved.forEach(
          id ->
              outbox.publish(
                  topic, "order:" + id, topic + ":" + id, Map.of("orderId", Long.toString(id))));
    }
  }

  private Map<Long, OrderStatus> statusForUpdate(Collection<Long> ids) {
    Map<Long, OrderStatus> status = new TreeMap<>();
    if (!ids.isEmpty()) {
      jdbc.query(
          STATUS,
          row -> {
            status.put(row.getLong("id"), OrderStatus.valueOf(row.getString("status")));
          },
          (Object) ids.stream().distinct().toArray(Long[]::new));
    }
    return status;
  }
}
