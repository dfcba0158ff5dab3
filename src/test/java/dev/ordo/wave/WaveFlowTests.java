package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.StillServer;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import dev.ordo.site.Sites;
import dev.ordo.site.Walking;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired Consignments consignments;
  @Autowired Sites sites;
  @Autowired Ids ids;
  @Autowired JsonMapper json;

  @AfterEach
  void clearOut() {
    floor().clear();
  }

  private TestFloor floor() {
    return new TestFloor(jdbc, ids, this::put);
  }

  @Test
  void consignmentsAreWavedPlannedAndPicked() {
    TestFloor floor = floor();
    floor.setUp();
    List<Long> waiting = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      waiting.add(floor.allocated(i));
    }

    String id = read(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body()).get("wave").asString();
    waves.plan(List.of(Ids.parse(id)));
    Wave wave = waves.find(Ids.parse(id)).orElseThrow();
    assertThat(wave.status()).isEqualTo(WaveStatus.RELEASED);
    assertThat(wave.consignments()).isEqualTo(12);
    assertThat(wave.metres()).isBetween(1.0, wave.baseline() * 0.7);
    assertThat(wave.walking()).isEqualTo(Walking.SHORTEST);
    assertThat(wave.otherMetres()).isGreaterThanOrEqualTo(wave.metres());
    assertThat(statuses(waiting)).containsOnly(ConsignmentStatus.WAVED);
    assertThat(waves.trips(wave.id())).extracting(WaveTrip::method).contains(PickMethod.SEED_WALL);

    shows("/waves", id);
    shows("/waves/" + id + "?trip=1&lang=zh", "<polyline");
    HttpResponse<String> mistyped = page("/waves/" + id + "?trip=abc");
    assertThat(mistyped.statusCode()).isEqualTo(400);
    assertThat(mistyped.body()).contains("trip", "abc", "Give a whole number.");
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
    TestFloor floor = floor();
    floor.setUp();
    List<Long> two = List.of(floor.allocated(1), floor.allocated(2));
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

  @Test
  void anOrderLargerThanATrolleyIsPickedOnSeveralTripsAndIsWholeAfterTheLast() {
    TestFloor floor = floor();
    floor.setUp();
    List<Long> two = List.of(floor.allocated(1), floor.allocated(2));
    put(
        "/api/trolleys",
        """
        [{"warehouse": "WAVE1", "code": "T1", "totes": 6, "volumeMm3": 4000000,
          "weightG": 150000}]\
        """);
    jdbc.update("UPDATE consignment SET volume_mm3 = 9000000 WHERE id = ?", two.getFirst());
    String id = planned();
    assertThat(waves.trips(Ids.parse(id))).hasSize(4);
    assertThat(jdbc.queryForList("SELECT code FROM wave_note", String.class)).contains("TOO_LARGE");
    shows("/waves/" + id, "is larger than a trolley: it has 3 trips of its own");
    shows("/waves/" + id + "?lang=zh", "超过一辆拣货车的容量");
    shows("/api/waves/" + id + "/notes", "TOO_LARGE");
    pickAll();
    assertThat(statuses(two)).containsOnly(ConsignmentStatus.PICKED);
  }

  @Test
  void aWaveSplitByZoneIsPickedSideBySideAndJoinedAtTheWall() {
    TestFloor floor = floor();
    floor.setUp();
    jdbc.update("UPDATE location SET zone = 'B' WHERE warehouse = 'WAVE1' AND aisle >= 3");
    jdbc.update("UPDATE warehouse SET wave_split = 'ZONE' WHERE code = 'WAVE1'");
    List<Long> waiting = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      waiting.add(floor.allocated(i));
    }
    String id = planned();
    shows("/waves/" + id, "The wave is split by zone (AMBIENT, B)");
    assertThat(aislesOfTrips(Ids.parse(id)))
        .allSatisfy(
            aisles ->
                assertThat(aisles)
                    .satisfiesAnyOf(
                        all -> assertThat(all).allMatch(aisle -> aisle < 3),
                        all -> assertThat(all).allMatch(aisle -> aisle >= 3)));
    while (!statuses(waiting).contains(ConsignmentStatus.PICKING)) {
      JsonNode trip = read(get("/api/pickers/P1/trip?warehouse=WAVE1").body());
      for (JsonNode stop : trip.get("stops")) {
        confirm(trip, stop, stop.get("qty").asInt(), false);
      }
    }
    assertThat(waves.handedIn(Ids.parse(id))).isNotEmpty();
    pickAll();
    assertThat(statuses(waiting)).containsOnly(ConsignmentStatus.PICKED);
    assertThat(waves.find(Ids.parse(id)).orElseThrow().status()).isEqualTo(WaveStatus.SORTING);
  }

  private java.util.Collection<List<Integer>> aislesOfTrips(long wave) {
    return waves.picks(wave).stream()
        .collect(
            java.util.stream.Collectors.groupingBy(
                Pick::tripId,
                java.util.stream.Collectors.mapping(
                    p -> Integer.parseInt(p.slot().split("\\.", -1)[0]),
                    java.util.stream.Collectors.toList())))
        .values();
  }

  @Test
  void noMoreOrdersThanTheWallHasSlotsJoinAWave() {
    TestFloor floor = floor();
    floor.setUp();
    jdbc.update("UPDATE warehouse SET wall_slots = 3 WHERE code = 'WAVE1'");
    List<Long> waiting = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      waiting.add(floor.allocated(i));
    }
    String id = planned();
    assertThat(consignments.ofWave(Ids.parse(id)))
        .filteredOn(c -> c.pickMethod().equals("SEED_WALL"))
        .hasSize(3);
    assertThat(statuses(waiting)).contains(ConsignmentStatus.ALLOCATED);
  }

  @Test
  void aPolicyMakesTheWavesTheStageWouldMake() {
    TestFloor floor = floor();
    floor.setUp();
    for (int i = 0; i < 8; i++) {
      jdbc.update(
          "UPDATE consignment SET allocated_at = ? WHERE id = ?",
          SqlTime.of(Instant.now().minus(Duration.ofMinutes(29L * i))),
          floor.allocated(i));
    }
    List<Consignment> waiting = consignments.mostUrgent(TestFloor.WAREHOUSE, 100);
    Instant now = Instant.now();
    assertThat(Policy.of("W15_60").cut(waiting, now))
        .singleElement()
        .satisfies(
            cut -> {
              assertThat(cut.members()).hasSize(8);
              assertThat(cut.from()).isEqualTo(now);
            });
    Instant early = now.minus(Duration.ofHours(4));
    assertThat(Policy.of("W30_100").cut(waiting, early))
        .singleElement()
        .satisfies(cut -> assertThat(cut.from()).isAfter(early));
  }

  @Test
  void aTripNobodyIsTrainedForWaitsAndTheRestIsPicked() {
    TestFloor floor = floor();
    floor.setUp();
    put(
        "/api/pickers",
        "[{\"warehouse\": \"WAVE1\", \"code\": \"P1\", \"name\": \"W\", \"skills\": []}]");
    long cold = floor.allocated(1);
    long plain = floor.allocated(2);
    jdbc.update("UPDATE consignment SET goods_classes = 'COLD' WHERE id = ?", cold);
    String id = planned();
    shows("/waves/" + id, "nobody has the skills COLD");
    assertThat(openTasks(id)).contains("wave.note.CREW_SKILL");
    pickAll();
    assertThat(statuses(List.of(cold))).containsOnly(ConsignmentStatus.WAVED);
    assertThat(statuses(List.of(plain))).containsOnly(ConsignmentStatus.PICKED);
    put("/api/pickers", "[{\"warehouse\": \"WAVE1\", \"code\": \"P1\", \"name\": \"W\"}]");
    pickAll();
    assertThat(statuses(List.of(cold))).containsOnly(ConsignmentStatus.PICKED);
  }

  @Test
  void aStopIsLeftForLaterOrTakenBack() {
    TestFloor floor = floor();
    floor.setUp();
    floor.allocated(1);
    floor.allocated(2);
    planned();
    JsonNode trip = read(get("/api/pickers/P1/trip?warehouse=WAVE1").body());
    List<String> walk = places(trip);
    JsonNode first = trip.get("stops").get(0);

    for (int sentTwice = 0; sentTwice < 2; sentTwice++) {
      assertThat(places(said(trip, "skips", first)))
          .containsExactlyElementsOf(rotated(walk))
          .last()
          .isEqualTo(walk.getFirst());
    }
    Wave wave = waves.find(Ids.parse(trip.get("wave").asString())).orElseThrow();
    assertThat(waves.trips(wave.id()).stream().mapToDouble(WaveTrip::metres).sum())
        .isEqualTo(wave.metres())
        .isGreaterThanOrEqualTo(trip.get("metres").asDouble());
    JsonNode second = trip.get("stops").get(1);
    confirm(trip, second, second.get("qty").asInt(), false);
    for (int sentTwice = 0; sentTwice < 2; sentTwice++) {
      JsonNode again = said(trip, "undos", second).get("stops").get(0);
      assertThat(again.get("status").asString()).isEqualTo("OPEN");
      assertThat(again.get("picked").asInt()).isZero();
    }
    JsonNode third = trip.get("stops").get(2);
    confirm(trip, second, second.get("qty").asInt(), false);
    confirm(trip, third, third.get("qty").asInt(), false);
    var tooLate = at(trip, "undos", second, "P1");
    assertThat(tooLate.statusCode()).isEqualTo(422);
    assertThat(tooLate.body()).contains("Only the last stop can be taken back");
    assertThat(at(trip, "skips", first, "P2").body()).contains("walked by P1");
  }

  @Test
  void damagedUnitsAreATaskThatSaysSo() {
    TestFloor floor = floor();
    floor.setUp();
    floor.allocated(1);
    planned();
    JsonNode trip = read(get("/api/pickers/P1/trip?warehouse=WAVE1").body());
    for (JsonNode stop : trip.get("stops")) {
      String found =
          """
          {"picker": "P1", "location": "%s", "item": "%s", "qty": 0, "isDamaged": true}\
          """
              .formatted(stop.get("location").asString(), stop.get("sku").asString());
      assertThat(post("/api/trips/" + trip.get("id").asString() + "/picks", found).statusCode())
          .isEqualTo(200);
    }
    assertThat(
            jdbc.queryForList(
                "SELECT title_key FROM task WHERE kind = 'SHORT_PICK' AND subject_id = ?",
                String.class,
                Ids.parse(trip.get("wave").asString())))
        .containsOnly("wave.task.damaged-pick");
  }

  private List<String> openTasks(String wave) {
    return jdbc.queryForList(
        "SELECT title_key FROM task WHERE subject_id = ? AND closed_at IS NULL",
        String.class,
        Ids.parse(wave));
  }

  private String planned() {
    String id = read(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body()).get("wave").asString();
    waves.plan(List.of(Ids.parse(id)));
    return id;
  }

  private JsonNode said(JsonNode trip, String what, JsonNode stop) {
    return read(at(trip, what, stop, "P1").body());
  }

  private HttpResponse<String> at(JsonNode trip, String what, JsonNode stop, String picker) {
    return post(
        "/api/trips/" + trip.get("id").asString() + "/" + what,
        """
        {"picker": "%s", "location": "%s", "item": "%s"}\
        """
            .formatted(picker, stop.get("location").asString(), stop.get("sku").asString()));
  }

  private static List<String> places(JsonNode trip) {
    return trip.get("stops").valueStream().map(s -> s.get("location").asString()).toList();
  }

  private static List<String> rotated(List<String> walk) {
    List<String> rotated = new ArrayList<>(walk.subList(1, walk.size()));
    rotated.add(walk.getFirst());
    return rotated;
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
    HttpResponse<String> answer = page(path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(text).doesNotContain("??");
  }

  private HttpResponse<String> page(String path) {
    String basic =
        Base64.getEncoder().encodeToString("admin:ordo".getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Basic " + basic).GET());
  }

  private JsonNode read(String text) {
    return json.readTree(text);
  }

  private String put(String path, String body) {
    var answer = send(api(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
