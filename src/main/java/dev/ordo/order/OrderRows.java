package dev.ordo.order;

import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads whole orders, three queries for any number of them. */
@Repository
class OrderRows {
  private static final String COLUMNS =
      """
      SELECT id, shop, platform_no, merge_scope, buyer_key, buyer_mask, status, currency,
             goods_amount, discount_amount, freight_amount, freight_refunded, total_amount,
             paid_amount, cod,
             delivery_method, ordered_at, paid_at, received_at, arrived_at, released_at,
             promised_at, touched, receiver_key, receiver_token, country, province_code, city_code,
             district_code, region, name_mask, phone_mask, detail_mask, phone_hash, address_features,
             remark_tags, appointed_carrier, excluded_carriers, invoice_wanted, tags, attempts
        FROM sales_order\
      """;
  private static final String BY_ID = COLUMNS + " WHERE id = ANY(?) ORDER BY id";
  private static final String LINES =
      """
      SELECT id, order_id, line_no, platform_sku, sku, name, qty, cancelled_qty, shipped_qty, price,
             discount, amount, refunded, presale, supply, warehouse
        FROM order_line WHERE order_id = ANY(?) ORDER BY id\
      """;
  private static final String HOLDS =
      """
      SELECT id, order_id, reason, owner_role, detail, facts_key, opened_at, cleared_at, cleared_by
        FROM order_hold WHERE order_id = ANY(?) ORDER BY id\
      """;

  private static final String BEFORE_SHIPPING =
      """
      SELECT id FROM sales_order
       WHERE status IN ('RECEIVED', 'RELEASED', 'PLANNED') AND id > ? ORDER BY id LIMIT ?\
      """;
  private static final String ID_OF =
      "SELECT order_id FROM intake_key WHERE shop = ? AND platform_no = ?";
  private static final String VELOCITY =
      """
      SELECT receiver_key, count(*) AS orders, sum(total_amount) AS amount,
             sum(CASE WHEN total_amount <= ? THEN 1 ELSE 0 END) AS small
        FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS u (asked)
        JOIN sales_order ON receiver_key = u.asked
       WHERE received_at >= ? AND status <> 'CANCELLED'
       GROUP BY receiver_key\
      """;
  private static final String READY =
      """
      SELECT id FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY)) AS u (scope, buyer)
        JOIN sales_order o ON o.merge_scope = u.scope AND o.buyer_key = u.buyer
       WHERE status IN ('RELEASED', 'PLANNED', 'PARTIALLY_SHIPPED')
         AND open_holds = 0
         AND EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.supply = 'LOCKED')
       ORDER BY id\
      """;
  private static final String PLANNED =
      """
      SELECT id FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY)) AS u (scope, buyer)
        JOIN sales_order o ON o.merge_scope = u.scope AND o.buyer_key = u.buyer
       WHERE status IN ('RELEASED', 'PLANNED') AND open_holds = 0
       ORDER BY id\
      """;
  private static final String WAITING =
      """
      SELECT l.id, l.order_id, l.line_no, l.platform_sku, l.sku, l.name, l.qty, l.cancelled_qty,
             l.shipped_qty, l.price, l.discount, l.amount, l.refunded, l.presale, l.supply, l.warehouse
        FROM order_line l JOIN sales_order o ON o.id = l.order_id
       WHERE l.sku = ANY(?) AND l.supply = 'WAITING' AND o.status IN ('RELEASED', 'PLANNED',
             'PARTIALLY_SHIPPED')
       ORDER BY o.promised_at, l.id\
      """;

  private final JdbcTemplate jdbc;

  OrderRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Long> beforeShipping(long after, int size) {
    return jdbc.queryForList(BEFORE_SHIPPING, Long.class, after, size);
  }

  List<Order> load(Collection<Long> ids) {
    Long[] keys = ids.toArray(Long[]::new);
    Map<Long, List<OrderLine>> lines = new HashMap<>();
    jdbc.query(LINES, OrderRows::line, (Object) keys)
        .forEach(l -> lines.computeIfAbsent(l.orderId(), o -> new ArrayList<>()).add(l));
    Map<Long, List<Hold>> holds = new HashMap<>();
    jdbc.query(HOLDS, OrderRows::hold, (Object) keys)
        .forEach(h -> holds.computeIfAbsent(h.orderId(), o -> new ArrayList<>()).add(h));
    return jdbc.query(BY_ID, (row, i) -> order(row, lines, holds), (Object) keys);
  }

  Optional<Long> idOf(String shop, String platformNo) {
    return jdbc.query(ID_OF, (row, i) -> row.getLong(1), shop, platformNo).stream().findFirst();
  }

  Map<String, Orders.Velocity> velocity(
      Collection<String> receiverKeys, Instant since, BigDecimal small) {
    Map<String, Orders.Velocity> velocity = new HashMap<>();
    jdbc.query(
        VELOCITY,
        row -> {
          velocity.put(
              row.getString("receiver_key"),
              new Orders.Velocity(
                  row.getInt("orders"), row.getInt("small"), row.getBigDecimal("amount")));
        },
        small,
        receiverKeys.stream().distinct().toArray(String[]::new),
        SqlTime.of(since));
    return velocity;
  }

  List<Long> readyToPlan(Collection<Orders.Buyer> buyers) {
    return ofBuyers(READY, buyers);
  }

  List<Long> releasedOrPlanned(Collection<Orders.Buyer> buyers) {
    return ofBuyers(PLANNED, buyers);
  }

  private List<Long> ofBuyers(String sql, Collection<Orders.Buyer> buyers) {
    List<Orders.Buyer> asked = buyers.stream().distinct().toList();
    return jdbc.queryForList(
        sql,
        Long.class,
        asked.stream().map(Orders.Buyer::mergeScope).toArray(String[]::new),
        asked.stream().map(Orders.Buyer::key).toArray(String[]::new));
  }

  List<OrderLine> waiting(Collection<String> skus) {
    return jdbc.query(
        WAITING, OrderRows::line, (Object) skus.stream().distinct().toArray(String[]::new));
  }

  private static Order order(
      ResultSet row, Map<Long, List<OrderLine>> lines, Map<Long, List<Hold>> holds)
      throws SQLException {
    long id = row.getLong("id");
    return new Order(
        id,
        row.getString("shop"),
        row.getString("platform_no"),
        row.getString("merge_scope"),
        row.getString("buyer_key"),
        row.getString("buyer_mask"),
        OrderStatus.valueOf(row.getString("status")),
        row.getString("currency"),
        row.getBigDecimal("goods_amount"),
        row.getBigDecimal("discount_amount"),
        row.getBigDecimal("freight_amount"),
        row.getBigDecimal("freight_refunded"),
        row.getBigDecimal("total_amount"),
        row.getBigDecimal("paid_amount"),
        row.getBoolean("cod"),
        row.getString("delivery_method"),
        SqlTime.read(row, "ordered_at"),
        SqlTime.readNullable(row, "paid_at"),
        SqlTime.read(row, "received_at"),
        SqlTime.read(row, "arrived_at"),
        SqlTime.readNullable(row, "released_at"),
        SqlTime.read(row, "promised_at"),
        row.getBoolean("touched"),
        receiver(row),
        row.getString("address_features"),
        row.getString("remark_tags"),
        row.getString("appointed_carrier"),
        codes(row.getString("excluded_carriers")),
        row.getBoolean("invoice_wanted"),
        codes(row.getString("tags")),
        row.getInt("attempts"),
        lines.getOrDefault(id, List.of()),
        holds.getOrDefault(id, List.of()));
  }

  private static Receiver receiver(ResultSet row) throws SQLException {
    return new Receiver(
        row.getString("receiver_key"),
        row.getString("receiver_token"),
        row.getString("country"),
        row.getString("province_code"),
        row.getString("city_code"),
        row.getString("district_code"),
        row.getString("region"),
        row.getString("name_mask"),
        row.getString("phone_mask"),
        row.getString("detail_mask"),
        row.getString("phone_hash"));
  }

  private static OrderLine line(ResultSet row, int i) throws SQLException {
    return new OrderLine(
        row.getLong("id"),
        row.getLong("order_id"),
        row.getString("line_no"),
        row.getString("platform_sku"),
        row.getString("sku"),
        row.getString("name"),
        row.getInt("qty"),
        row.getInt("cancelled_qty"),
        row.getInt("shipped_qty"),
        row.getBigDecimal("price"),
        row.getBigDecimal("discount"),
        row.getBigDecimal("amount"),
        row.getBigDecimal("refunded"),
        row.getBoolean("presale"),
        Supply.valueOf(row.getString("supply")),
        row.getString("warehouse"));
  }

  private static Hold hold(ResultSet row, int i) throws SQLException {
    return new Hold(
        row.getLong("id"),
        row.getLong("order_id"),
        row.getString("reason"),
        row.getString("owner_role"),
        row.getString("detail"),
        row.getString("facts_key"),
        SqlTime.read(row, "opened_at"),
        SqlTime.readNullable(row, "cleared_at"),
        row.getString("cleared_by"));
  }

  static Set<String> codes(String joined) {
    return joined.isEmpty() ? Set.of() : new java.util.TreeSet<>(List.of(joined.split(",", -1)));
  }
}
