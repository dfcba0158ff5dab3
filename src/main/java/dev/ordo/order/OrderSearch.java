package dev.ordo.order;

import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds orders for lists, and counts them for the home page. */
@Repository
class OrderSearch {
  private static final String SEARCH =
      """
      SELECT id FROM sales_order o
       WHERE id < ? AND (? OR id = ANY(?)) AND (? = '' OR status = ?)
         AND (? = '' OR shop = ?) AND (? OR shop = ANY(?))
         AND (? = '' OR (open_holds > 0 AND (? = 'ANY' OR EXISTS (SELECT 1 FROM order_hold h
               WHERE h.order_id = o.id AND h.cleared_at IS NULL AND h.reason = ?))))
       ORDER BY id DESC LIMIT ?\
      """;
  private static final String NAMED = "SELECT order_id FROM intake_key WHERE platform_no = ?";
  private static final String OF_BUYER =
      """
      SELECT id FROM sales_order WHERE shop = ? AND buyer_key = ?
       ORDER BY ordered_at DESC, id DESC LIMIT 200\
      """;
  private static final String DAY =
      """
      SELECT shop, count(*) AS arrived,
             sum(CASE WHEN paid_at IS NOT NULL OR cod THEN 1 ELSE 0 END) AS paid,
             sum(CASE WHEN released_at IS NOT NULL THEN 1 ELSE 0 END) AS released,
             sum(CASE WHEN released_at IS NOT NULL AND NOT touched THEN 1 ELSE 0 END) AS untouched,
             sum(CASE WHEN ever_held THEN 1 ELSE 0 END) AS held
        FROM sales_order WHERE received_at >= ? AND received_at < ? GROUP BY shop ORDER BY shop\
      """;
  private static final String OPEN_HOLDS =
      """
      SELECT reason, count(*) AS n FROM order_hold WHERE cleared_at IS NULL
       GROUP BY reason ORDER BY n DESC, reason\
      """;
  private static final String LATENCY =
      """
      SELECT release_latency_ms FROM sales_order
       WHERE released_at >= ? AND NOT ever_held AND release_latency_ms IS NOT NULL
       ORDER BY released_at DESC LIMIT 2000\
      """;
  private static final String DEMAND =
      """
      SELECT l.sku, sum(l.qty - l.cancelled_qty) AS units
        FROM order_line l JOIN sales_order o ON o.id = l.order_id
       WHERE o.received_at >= ? AND o.received_at < ?
         AND o.status NOT IN ('AWAITING_PAYMENT', 'CANCELLED')
       GROUP BY l.sku\
      """;
  private static final String BY_STATUS =
      "SELECT status, count(*) AS n FROM sales_order GROUP BY status ORDER BY status";

  private final JdbcTemplate jdbc;

  OrderSearch(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Long> ofBuyer(String shop, String buyerKey) {
    return jdbc.queryForList(OF_BUYER, Long.class, shop, buyerKey);
  }

  List<Long> ids(OrderQuery q) {
    String status = q.status() == null ? "" : q.status().name();
    return jdbc.queryForList(
        SEARCH,
        Long.class,
        q.before(),
        q.text().isEmpty(),
        named(q.text()),
        status,
        status,
        q.shop(),
        q.shop(),
        q.scope().shops().isEmpty(),
        q.scope().shops().toArray(String[]::new),
        q.reason(),
        q.reason(),
        q.reason(),
        Math.clamp(q.limit(), 1, 200));
  }

  /** Ids that a text may mean: a platform number of any shop, or our own number. */
  private Long[] named(String text) {
    List<Long> ids = new ArrayList<>(jdbc.queryForList(NAMED, Long.class, text));
    ids.add(idIn(text));
    return ids.toArray(Long[]::new);
  }

  /** Figures of one business day per shop. */
  List<Orders.DayFigures> day(Instant from, Instant until) {
    return jdbc.query(
        DAY,
        (row, i) ->
            new Orders.DayFigures(
                row.getString("shop"),
                row.getInt("arrived"),
                row.getInt("paid"),
                row.getInt("released"),
                row.getInt("untouched"),
                row.getInt("held")),
        SqlTime.of(from),
        SqlTime.of(until));
  }

  Map<String, Integer> openHolds() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    jdbc.query(
        OPEN_HOLDS,
        row -> {
          counts.put(row.getString("reason"), row.getInt("n"));
        });
    return counts;
  }

  Map<String, Integer> byStatus() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    jdbc.query(
        BY_STATUS,
        row -> {
          counts.put(row.getString("status"), row.getInt("n"));
        });
    return counts;
  }

  Map<String, Integer> demand(Instant from, Instant until) {
    Map<String, Integer> units = new LinkedHashMap<>();
    jdbc.query(
        DEMAND,
        row -> {
          units.put(row.getString("sku"), row.getInt("units"));
        },
        SqlTime.of(from),
        SqlTime.of(until));
    return units;
  }

  /** The 95th percentile of arrival to release in milliseconds of real time, 0 without orders. */
  long releaseLatencyP95(Instant since) {
    List<Long> latencies = jdbc.queryForList(LATENCY, Long.class, SqlTime.of(since));
    return latencies.stream()
        .sorted()
        .skip(Math.max(0, (long) Math.ceil(latencies.size() * 0.95) - 1))
        .findFirst()
        .orElse(0L);
  }

  private static long idIn(String text) {
    try {
      return text.isEmpty() ? -1 : Ids.parse(text);
    } catch (Refusal noId) {
      return -1;
    }
  }
}
