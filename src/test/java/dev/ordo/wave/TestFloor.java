package dev.ordo.wave;

import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small warehouse with a trolley and a picker, and consignments that wait in it for a wave. */
final class TestFloor {
  static final String WAREHOUSE = "WAVE1";

  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final BiConsumer<String, String> put;

  /**
   * @param put sends a body to a path of the running server
   */
  TestFloor(JdbcTemplate jdbc, Ids ids, BiConsumer<String, String> put) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.put = put;
  }

  /** These consignments belong to no order: nothing of them may stay. */
  void clear() {
    String mine = " WHERE consignment_id IN (SELECT id FROM consignment WHERE warehouse = ?)";
    for (String table : List.of("allocation", "consignment_place", "wave_pick")) {
      jdbc.update("DELETE FROM " + table + mine, WAREHOUSE);
    }
    for (String table : List.of("consignment", "wave_trip", "wave", "picker")) {
      jdbc.update("DELETE FROM " + table + " WHERE warehouse = ?", WAREHOUSE);
    }
  }

  void setUp() {
    String warehouse =
        """
        [{"code": "WAVE1", "name": "Wave test", "zone": "Asia/Shanghai", "provinceCode": "31",
          "cityCode": "3101", "address": "1 Dock Road", "priority": 9,
          "layout": {"aisles": 6, "cellsPerBlock": [10, 10], "aisleToAisle": 4, "cellToCell": 1,
            "frontCrossAisleToFirstCell": 1, "lastCellToBackCrossAisle": 1,
            "depot": {"crossAisle": 0, "links": [{"aisle": 0, "distance": 2}]}},
          "settings": {"waveWindowMinutes": 1440}}]\
        """;
    put.accept("/api/warehouses", warehouse);
    put.accept(
        "/api/trolleys",
        """
        [{"warehouse": "WAVE1", "code": "T1", "totes": 6, "volumeMm3": 400000000,
          "weightG": 150000}]\
        """);
    put.accept(
        "/api/pickers", "[{\"warehouse\": \"WAVE1\", \"code\": \"P1\", \"name\": \"Wang\"}]");
    List<String> places = new ArrayList<>();
    for (int aisle = 0; aisle < 6; aisle++) {
      for (int block = 0; block < 2; block++) {
        for (int cell = 0; cell < 10; cell++) {
          places.add(
              """
              {"warehouse": "WAVE1", "code": "L-%d-%d-%d", "aisle": %d, "block": %d, "cell": %d,
               "side": "L"}\
              """
                  .formatted(aisle, block, cell, aisle, block, cell));
        }
      }
    }
    put.accept("/api/locations", places.toString());
  }

  /**
   * Every fourth consignment is a single piece, the others have two lines; number 0 is at 0-0-0.
   */
  long allocated(int number) {
    long id = ids.next();
    Instant now = Instant.now();
    boolean single = number % 4 == 3;
    jdbc.update(
        """
        INSERT INTO consignment (id, warehouse, status, merge_scope, buyer_key, receiver_key,
               receiver_order_id, receiver_token, country, province_code, city_code, district_code,
               region, name_mask, phone_mask, detail_mask, bucket, appointed_carrier,
               excluded_carriers, carrier, pick_method, promised_at, cutoff_at, allocated_at,
               weight_g, volume_mm3, units, goods_classes, goods_amount, cod_amount, currency,
               created_at, attempts)
        VALUES (?, ?, 'ALLOCATED', 'TB1', ?, 'r', 1, '', 'CN', '31', '3101', '310104', '', '', '',
                '', 'NORMAL', '', '', '', '', ?, ?, ?, 500, 2000000, ?, 'NORMAL', 10, 0, 'CNY', ?,
                0)\
        """,
        id,
        WAREHOUSE,
        "buyer" + id,
        SqlTime.of(now.plus(Duration.ofHours(20))),
        SqlTime.of(now.plus(Duration.ofHours(12))),
        SqlTime.of(now),
        single ? 1 : 3,
        SqlTime.of(now));
    line(id, "W-SKU" + number, "L-%d-0-%d".formatted(number % 6, number % 10), single ? 1 : 2);
    if (!single) {
      line(id, "W-SKU-X", "L-%d-1-%d".formatted(number * 5 % 6, number * 3 % 10), 1);
    }
    return id;
  }

  private void line(long consignment, String sku, String location, int qty) {
    long line = ids.next();
    jdbc.update(
        """
        INSERT INTO allocation (id, consignment_id, order_id, order_line_id, shop, platform_no,
               line_no, sku, name, qty, amount, live)
        VALUES (?, ?, 1, 1, 'TB1', '1', '1', ?, 'Thing', ?, 5, true)\
        """,
        line,
        consignment,
        sku,
        qty);
    jdbc.update(
        """
        INSERT INTO consignment_place (allocation_id, consignment_id, warehouse, location, sku,
               batch, qty)
        VALUES (?, ?, ?, ?, ?, '', ?)\
        """,
        line,
        consignment,
        WAREHOUSE,
        location,
        sku,
        qty);
  }
}
