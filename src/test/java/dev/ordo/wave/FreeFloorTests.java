package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.StillServer;
import dev.ordo.shared.Ids;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A warehouse whose floor is a graph, from its import to a wave that is drawn. */
class FreeFloorTests extends StillServer {
  private static final String WAREHOUSE =
      """
      [{"code": "FREE1", "name": "Old mill", "zone": "Asia/Shanghai", "provinceCode": "31",
        "cityCode": "3101", "address": "2 Dock Road", "priority": 9,
        "layout": {"graph": {"depot": "DOOR", "nodes": [%s], "edges": [%s], "slots": [%s]}},
        "settings": {"waveWindowMinutes": 1440, "walking": "%s"}}]\
      """;

  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired Sites sites;
  @Autowired Ids ids;
  @Autowired JsonMapper json;

  @AfterEach
  void clearOut() {
    jdbc.update("UPDATE consignment SET warehouse = 'WAVE1' WHERE warehouse = 'FREE1'");
    jdbc.update("UPDATE wave_trip SET warehouse = 'WAVE1' WHERE warehouse = 'FREE1'");
    jdbc.update("UPDATE wave SET warehouse = 'WAVE1' WHERE warehouse = 'FREE1'");
    new TestFloor(jdbc, ids, this::put).clear();
  }

  @Test
  void aWaveOnAFreeFloorIsPlannedAndDrawn() {
    TestFloor floor = new TestFloor(jdbc, ids, this::put);
    floor.setUp();
    setUp();
    for (int i = 0; i < 12; i++) {
      move(floor.allocated(i));
    }
    String id =
        json.readTree(post("/api/waves", "{\"warehouse\":\"FREE1\"}").body())
            .get("wave")
            .asString();
    waves.plan(List.of(Ids.parse(id)));

    Wave wave = waves.find(Ids.parse(id)).orElseThrow();
    assertThat(wave.status()).isEqualTo(WaveStatus.RELEASED);
    assertThat(wave.metres()).isBetween(1.0, wave.baseline() * 0.7);
    assertThat(wave.leastMetres()).isBetween(wave.metres() * 0.9, wave.metres() + 0.01);
    assertThat(waves.trips(wave.id()))
        .allSatisfy(
            trip ->
                assertThat(trip.path())
                    .startsWith(new dev.ordo.wave.solver.Route.Point(0, 0))
                    .hasSizeGreaterThan(2));
    shows("/waves/" + id + "?trip=1", "<polyline");
    shows("/waves/" + id + "?lang=zh", "最短路线");
    shows("/warehouses", "Old mill");
    shows("/warehouses/FREE1/floor", "<circle");
    shows("/warehouses/FREE1/slots.csv", "L-2-0-3,0,0,43,L,AMBIENT,,");
  }

  @Test
  void aFreeFloorIsNotWalkedThroughAndItsSlotsHaveNames() {
    setUp();
    Location named = sites.locations("FREE1", List.of("L-2-0-3")).get("L-2-0-3");
    assertThat(named.slot()).isEqualTo("0.0.43.L");
    assertThat(sent("/api/warehouses", warehouse("THROUGH")).body())
        .contains("[0].settings.walking")
        .contains("SHORTEST");
    assertThat(sent("/api/locations", "[{\"warehouse\": \"FREE1\", \"code\": \"NOWHERE\"}]").body())
        .contains("[0].slot")
        .contains("NOWHERE");
  }

  private void setUp() {
    put("/api/warehouses", warehouse("SHORTEST"));
    List<String> places = new ArrayList<>();
    slots().forEach(slot -> places.add("{\"warehouse\": \"FREE1\", \"code\": \"" + slot + "\"}"));
    put("/api/locations", places.toString());
  }

  private static String warehouse(String walking) {
    List<String> nodes = new ArrayList<>(List.of("{\"id\": \"DOOR\", \"x\": 0, \"y\": 0}"));
    List<String> edges = new ArrayList<>();
    for (int hall = 0; hall < 6; hall++) {
      nodes.add("{\"id\": \"H%d\", \"x\": %d, \"y\": 8}".formatted(hall, hall * 9));
      nodes.add("{\"id\": \"E%d\", \"x\": %d, \"y\": 40}".formatted(hall, hall * 11));
      String before = hall == 0 ? "DOOR" : "H" + (hall - 1);
      edges.add("{\"from\": \"%s\", \"to\": \"H%d\"}".formatted(before, hall));
      edges.add("{\"from\": \"H%d\", \"to\": \"E%d\"}".formatted(hall, hall));
    }
    edges.add("{\"from\": \"E1\", \"to\": \"E4\", \"oneWay\": true}");
    List<String> slots = new ArrayList<>();
    List<String> names = slots();
    for (int slot = 0; slot < names.size(); slot++) {
      int hall = slot / 20;
      slots.add(
          "{\"id\": \"%s\", \"edge\": \"H%d-E%d\", \"offset\": %s}"
              .formatted(names.get(slot), hall, hall, 1 + slot % 20 * 1.5));
    }
    return WAREHOUSE.formatted(
        String.join(",", nodes), String.join(",", edges), String.join(",", slots), walking);
  }

  private static List<String> slots() {
    List<String> slots = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      slots.add("L-%d-%d-%d".formatted(i / 20, i % 20 / 10, i % 10));
    }
    return slots;
  }

  private void move(long consignment) {
    jdbc.update("UPDATE consignment SET warehouse = 'FREE1' WHERE id = ?", consignment);
    jdbc.update(
        "UPDATE consignment_place SET warehouse = 'FREE1' WHERE consignment_id = ?", consignment);
  }

  private void shows(String path, String text) {
    String basic =
        Base64.getEncoder().encodeToString("admin:ordo".getBytes(StandardCharsets.UTF_8));
    var answer =
        send(HttpRequest.newBuilder(at(path)).header("Authorization", "Basic " + basic).GET());
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(text).doesNotContain("??");
  }

  private HttpResponse<String> sent(String path, String body) {
    return send(api(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private void put(String path, String body) {
    var answer = sent(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
