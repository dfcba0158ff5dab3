package dev.ordo.fulfilment;

import dev.ordo.order.Receiver;
import dev.ordo.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads consignments, three queries for any number of them. */
@Repository
class ConsignmentRows {
  private static final String BY_ID =
      """
      SELECT id, warehouse, status, merge_scope, buyer_key, receiver_key, receiver_order_id,
             receiver_token, country, province_code, city_code, district_code, region, name_mask,
             phone_mask, detail_mask, bucket, appointed_carrier, excluded_carriers, carrier,
             pick_method, promised_at, cutoff_at, allocated_at, weight_g, volume_mm3, units,
             goods_classes, goods_amount, cod_amount, currency, wave_id, created_at
        FROM consignment WHERE id = ANY(?) ORDER BY id\
      """;
  private static final String LINES =
      """
      SELECT id, consignment_id, order_id, order_line_id, shop, platform_no, line_no, sku, name,
             qty, amount
        FROM allocation WHERE consignment_id = ANY(?) AND live ORDER BY id\
      """;
  private static final String PLACES =
      """
      SELECT allocation_id, location, batch, qty FROM consignment_place
       WHERE consignment_id = ANY(?) ORDER BY allocation_id, location\
      """;
  private static final String OF_ORDER =
      "SELECT DISTINCT consignment_id FROM allocation WHERE order_id = ? ORDER BY consignment_id";
  private static final String OF_ORDERS =
      "SELECT DISTINCT consignment_id FROM allocation WHERE order_id = ANY(?) AND live";
  private static final String OF_WAVE = "SELECT id FROM consignment WHERE wave_id = ? ORDER BY id";
  private static final String NEWEST =
      """
      SELECT id FROM consignment
       WHERE id < ? AND (? = '' OR status = ?) AND (? OR warehouse = ANY(?))
       ORDER BY id DESC LIMIT ?\
      """;
  private static final String MOST_URGENT =
      """
      SELECT id FROM consignment
       WHERE status = 'ALLOCATED' AND warehouse = ? ORDER BY promised_at, id LIMIT ?\
      """;
  private static final String COUNT =
      "SELECT status, count(*) AS n FROM consignment GROUP BY status";
  private static final String WAITING =
      """
      SELECT warehouse, count(*) AS n, min(allocated_at) AS oldest, min(cutoff_at) AS cutoff,
             sum(units) AS units, min(promised_at) AS promise
        FROM consignment
       WHERE status = 'ALLOCATED' AND (retry_at IS NULL OR retry_at <= ?)
       GROUP BY warehouse ORDER BY warehouse\
      """;
  private static final String CLAIM =
      """
      SELECT id FROM consignment
       WHERE status = 'ALLOCATED' AND warehouse = ? AND (retry_at IS NULL OR retry_at <= ?)
       ORDER BY promised_at, id LIMIT ? FOR UPDATE SKIP LOCKED\
      """;
  private static final String CLAIM_TIMELY =
      """
      SELECT id FROM consignment
       WHERE status = 'ALLOCATED' AND warehouse = ? AND (retry_at IS NULL OR retry_at <= ?)
         AND coalesce(cutoff_at, promised_at) < ?
       ORDER BY promised_at, id LIMIT ? FOR UPDATE SKIP LOCKED\
      """;

  private final JdbcTemplate jdbc;

  ConsignmentRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Consignment> load(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Long[] keys = ids.toArray(Long[]::new);
    Map<Long, List<Consignment.Spot>> spots = new HashMap<>();
    jdbc.query(
        PLACES,
        row -> {
          spots
              .computeIfAbsent(row.getLong("allocation_id"), a -> new ArrayList<>())
              .add(
                  new Consignment.Spot(
                      row.getString("location"), row.getString("batch"), row.getInt("qty")));
        },
        (Object) keys);
    Map<Long, List<Consignment.Line>> lines = new HashMap<>();
    jdbc.query(
        LINES,
        row -> {
          lines
              .computeIfAbsent(row.getLong("consignment_id"), c -> new ArrayList<>())
              .add(line(row, spots));
        },
        (Object) keys);
    return jdbc.query(BY_ID, (row, i) -> consignment(row, lines), (Object) keys);
  }

  List<Long> idsOfOrder(long orderId) {
    return jdbc.queryForList(OF_ORDER, Long.class, orderId);
  }

  List<Long> idsOfOrders(Collection<Long> orderIds) {
    return jdbc.queryForList(OF_ORDERS, Long.class, (Object) orderIds.toArray(Long[]::new));
  }

  List<Long> idsOfWave(long waveId) {
    return jdbc.queryForList(OF_WAVE, Long.class, waveId);
  }

  List<Long> newest(
      @Nullable ConsignmentStatus status, Collection<String> warehouses, long before, int limit) {
    String name = status == null ? "" : status.name();
    return jdbc.queryForList(
        NEWEST,
        Long.class,
        before,
        name,
        name,
        warehouses.isEmpty(),
        warehouses.toArray(String[]::new),
        limit);
  }

  List<Long> mostUrgent(String warehouse, int limit) {
    return jdbc.queryForList(MOST_URGENT, Long.class, warehouse, limit);
  }

  Map<ConsignmentStatus, Integer> countByStatus() {
    Map<ConsignmentStatus, Integer> counts = new EnumMap<>(ConsignmentStatus.class);
    jdbc.query(
        COUNT,
        row -> {
          counts.put(ConsignmentStatus.valueOf(row.getString("status")), row.getInt("n"));
        });
    return counts;
  }

  List<Consignments.Waiting> waiting(Instant due) {
    return jdbc.query(
        WAITING,
        (row, i) ->
            new Consignments.Waiting(
                row.getString("warehouse"),
                row.getInt("n"),
                SqlTime.read(row, "oldest"),
                SqlTime.readNullable(row, "cutoff"),
                row.getInt("units"),
                SqlTime.read(row, "promise")),
        SqlTime.of(due));
  }

  List<Long> claimForWave(String warehouse, int max, Instant due) {
    return jdbc.queryForList(CLAIM, Long.class, warehouse, SqlTime.of(due), max);
  }

  List<Long> claimForTopUp(String warehouse, Instant before, int max, Instant due) {
    return jdbc.queryForList(
        CLAIM_TIMELY, Long.class, warehouse, SqlTime.of(due), SqlTime.of(before), max);
  }

  private static Consignment consignment(ResultSet row, Map<Long, List<Consignment.Line>> lines)
      throws SQLException {
    long id = row.getLong("id");
    return new Consignment(
        id,
        row.getString("warehouse"),
        ConsignmentStatus.valueOf(row.getString("status")),
        row.getString("merge_scope"),
        row.getString("buyer_key"),
        receiver(row),
        row.getLong("receiver_order_id"),
        row.getString("bucket"),
        row.getString("appointed_carrier"),
        codes(row.getString("excluded_carriers")),
        row.getString("carrier"),
        row.getString("pick_method"),
        SqlTime.read(row, "promised_at"),
        SqlTime.readNullable(row, "cutoff_at"),
        SqlTime.readNullable(row, "allocated_at"),
        row.getInt("weight_g"),
        row.getLong("volume_mm3"),
        row.getInt("units"),
        codes(row.getString("goods_classes")),
        row.getBigDecimal("goods_amount"),
        row.getBigDecimal("cod_amount"),
        row.getString("currency"),
        row.getObject("wave_id", Long.class),
        SqlTime.read(row, "created_at"),
        lines.getOrDefault(id, List.of()));
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
        "");
  }

  private static Consignment.Line line(ResultSet row, Map<Long, List<Consignment.Spot>> spots)
      throws SQLException {
    long id = row.getLong("id");
    return new Consignment.Line(
        id,
        row.getLong("order_id"),
        row.getLong("order_line_id"),
        row.getString("shop"),
        row.getString("platform_no"),
        row.getString("line_no"),
        row.getString("sku"),
        row.getString("name"),
        row.getInt("qty"),
        row.getBigDecimal("amount"),
        spots.getOrDefault(id, List.of()));
  }

  private static Set<String> codes(String joined) {
    return joined.isEmpty() ? Set.of() : new TreeSet<>(List.of(joined.split(",", -1)));
  }
}
