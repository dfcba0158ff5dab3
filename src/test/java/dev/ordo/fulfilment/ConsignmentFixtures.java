package dev.ordo.fulfilment;

import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Consignments that stand where a test wants them, without the way there. */
public final class ConsignmentFixtures {
  private static final String CONSIGNMENT =
      """
      INSERT INTO consignment (id, warehouse, status, merge_scope, buyer_key, receiver_key,
          receiver_order_id, receiver_token, country, province_code, city_code, district_code,
          region, name_mask, phone_mask, detail_mask, bucket, appointed_carrier,
          excluded_carriers, carrier, pick_method, promised_at, weight_g, volume_mm3, units,
          goods_classes, goods_amount, cod_amount, currency, created_at, attempts)
      VALUES (?, 'SH1', ?, 'TB1', 'b', 'r', 1, '', 'CN', '31', '3101', '310101', '', '', '', '',
          'NORMAL', '', '', '', '', ?, 1, 1, ?, 'NORMAL', 1, 0, 'CNY', ?, 0)\
      """;
  private static final String LINE =
      """
      INSERT INTO allocation (id, consignment_id, order_id, order_line_id, shop, platform_no,
          line_no, sku, name, qty, amount, live)
      VALUES (?, ?, 1, 1, 'TB1', '1', '1', ?, ?, ?, 1, TRUE)\
      """;

  private ConsignmentFixtures() {}

  public static Consignments consignments(
      DataSource source, Milestones milestones, BusinessClock clock) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    return new Consignments(
        new ConsignmentRows(jdbc), new ConsignmentMoves(jdbc, milestones, clock));
  }

  /** A consignment of these pieces by SKU; ids of its lines follow its own. */
  public static void insert(
      JdbcTemplate jdbc, long id, ConsignmentStatus status, Map<String, Integer> pieces) {
    Timestamp now = Timestamp.from(Instant.parse("2026-11-22T00:00:00Z"));
    int units = pieces.values().stream().mapToInt(Integer::intValue).sum();
    jdbc.update(CONSIGNMENT, id, status.name(), now, units, now);
    long line = id * 100;
    for (Map.Entry<String, Integer> piece : pieces.entrySet()) {
      jdbc.update(LINE, line++, id, piece.getKey(), piece.getKey(), piece.getValue());
    }
  }
}
