package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.StillServer;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import dev.ordo.site.Sites;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From allocated consignments to picked ones, over the doors pickers and outside systems use. */
class WaveFlowTests extends StillServer {
  private static final String WAREHOUSE = "WAVE1";

  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired Consignments consignments;
  @Autowired Sites sites;
  @Autowired Ids ids;
  @Autowired JsonMapper json;

  /** These consignments belong to no order: nothing of them may stay. */
  @AfterEach
  void clearOut() {
    String mine = " WHERE consignment_id IN (SELECT id FROM consignment WHERE warehouse = ?)";
    for (String table : List.of("allocation", "consignment_place", "wave_pick")) {
      jdbc.update("DELETE FROM " + table + mine, WAREHOUSE);
    }
    for (String table : List.of("consignment", "wave_trip", "wave")) {
      jdbc.update("DELETE FROM " + table + " WHERE warehouse = ?", WAREHOUSE);
    }
  }

  @Test
  void consignmentsAreWavedPlannedAndPicked() {
    setUp();
    List<Long> waiting = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      waiting.add(allocated(i));
    }

    String id = read(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body()).get("wave").asString();
    waves.plan(List.of(Ids.parse(id)));
    Wave wave = waves.find(Ids.parse(id)).orElseThrow();
    assertThat(wave.status()).isEqualTo(WaveStatus.RELEASED);
    assertThat(wave.consignments()).isEqualTo(12);
    assertThat(wave.metres()).isBetween(1.0, wave.baseline() * 0.7);
    assertThat(statuses(waiting)).containsOnly(ConsignmentStatus.WAVED);
    assertThat(waves.trips(wave.id())).extracting(WaveTrip::method).contains(PickMethod.SEED_WALL);

    shows("/waves", id);
    shows("/waves/" + id + "?trip=1&lang=zh", "<polyline");
    shows("/waves/" + id + "/pick-lists", "L-0-0-0");
    shows("/pda/pick?warehouse=WAVE1&picker=P1", "L-");
    assertThat(get("/api/waves/" + id + "/pick-lists.csv").body().lines()).hasSize(12 * 2 + 1 - 3);

    refusesWrongScans();
    pickAll();
    assertThat(statuses(waiting)).containsOnly(ConsignmentStatus.PICKED);
    assertThat(waves.find(wave.id()).orElseThrow().status()).isEqualTo(WaveStatus.SORTING);
    shows("/", "Ordo");
  }

  @Test
  void aShortSlotKeepsOnlyItsConsignmentAndIsMendedLater() {
    setUp();
    List<Long> two = List.of(allocated(1), allocated(2));
    String id = read(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body()).get("wave").asString();
    waves.plan(List.of(Ids.parse(id)));
    JsonNode trip = read(get("/api/pickers/P1/trip?warehouse=WAVE1").body());
    JsonNode first = trip.get("stops").get(0);
    for (JsonNode stop : trip.get("stops")) {
      boolean isShort = stop == first;
      int qty = stop.get("qty").asInt() - (isShort ? 1 : 0);
      confirm(trip, stop, qty, isShort);
    }
    assertThat(statuses(two))
        .containsExactlyInAnyOrder(ConsignmentStatus.PICKING, ConsignmentStatus.PICKED);
    confirm(trip, first, first.get("qty").asInt(), false);
    assertThat(statuses(two)).containsOnly(ConsignmentStatus.PICKED);
  }

  private void refusesWrongScans() {
    JsonNode trip = read(get("/api/pickers/P1/trip?warehouse=WAVE1").body());
    String path = "/api/trips/" + trip.get("id").asString() + "/picks";
    assertThat(post(path, found("P1", "NOWHERE", "X", 1, false)).body()).contains("Go to L-");
    String here = trip.get("stops").get(0).get("location").asString();
    assertThat(post(path, found("P1", here, "WRONG", 1, false)).body()).contains("Take W-SKU");
  }

  private void pickAll() {
    for (int i = 0; i < 20; i++) {
      var answer = get("/api/pickers/P1/trip?warehouse=WAVE1");
      if (answer.statusCode() == 204) {
        return;
      }
      JsonNode trip = read(answer.body());
      for (JsonNode stop : trip.get("stops")) {
        confirm(trip, stop, stop.get("qty").asInt(), false);
        confirm(trip, stop, stop.get("qty").asInt(), false);
      }
    }
  }

  private void confirm(JsonNode trip, JsonNode stop, int qty, boolean isShort) {
    var answer =
        post(
            "/api/trips/" + trip.get("id").asString() + "/picks",
            found("P1", stop.get("location").asString(), stop.get("sku").asString(), qty, isShort));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String found(
      String picker, String location, String item, int qty, boolean isShort) {
    return """
    {"picker": "%s", "location": "%s", "item": "%s", "qty": %d, "isShort": %s}\
    """
        .formatted(picker, location, item, qty, isShort);
  }

  private List<ConsignmentStatus> statuses(List<Long> of) {
    return consignments.load(of).stream().map(Consignment::status).toList();
  }

  private void shows(String path, String text) {
    String basic =
        Base64.getEncoder().encodeToString("admin:ordo".getBytes(StandardCharsets.UTF_8));
    var answer =
        send(HttpRequest.newBuilder(at(path)).header("Authorization", "Basic " + basic).GET());
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(text).doesNotContain("??");
  }

  private JsonNode read(String text) {
    return json.readTree(text);
  }

  private void setUp() {
    String warehouse =
        """
        [{"code": "WAVE1", "name": "Wave test", "zone": "Asia/Shanghai", "provinceCode": "31",
          "cityCode": "3101", "address": "1 Dock Road", "priority": 9,
          "layout": {"aisles": 6, "cellsPerBlock": [10, 10], "aisleToAisle": 4, "cellToCell": 1,
            "frontCrossAisleToFirstCell": 1, "lastCellToBackCrossAisle": 1,
            "depot": {"crossAisle": 0, "links": [{"aisle": 0, "distance": 2}]}},
          "settings": {"waveWindowMinutes": 1440}}]\
        """;
    assertThat(put("/api/warehouses", warehouse)).contains("1");
    put(
        "/api/trolleys",
        """
        [{"warehouse": "WAVE1", "code": "T1", "totes": 6, "volumeMm3": 400000000,
          "weightG": 150000}]\
        """);
    put("/api/pickers", "[{\"warehouse\": \"WAVE1\", \"code\": \"P1\", \"name\": \"Wang\"}]");
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
    put("/api/locations", places.toString());
  }

  private String put(String path, String body) {
    var answer = send(api(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /**
   * Every fourth consignment is a single piece, the others have two lines; number 0 is at 0-0-0.
   */
  private long allocated(int number) {
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
