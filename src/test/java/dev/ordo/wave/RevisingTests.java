package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ordo.StillServer;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import dev.ordo.site.Sites;
import dev.ordo.site.Skill;
import dev.ordo.site.TopUp;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a wave that is being picked when something on it changes. */
class RevisingTests extends StillServer {
  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired WaveRows rows;
  @Autowired TripRows trips;
  @Autowired TripRecall recall;
  @Autowired Picking picking;
  @Autowired Consignments consignments;
  @Autowired Ids ids;
  @Autowired TopUps topUps;
  @Autowired BusinessClock clock;
  @Autowired Sites sites;
  @Autowired WaveNotes notes;
  @Autowired JsonMapper json;
  @Autowired TransactionTemplate transaction;

  private List<Long> waiting = List.of();
  private long wave;

  @BeforeEach
  void aWaveOfTwentyFour() {
    TestFloor floor = new TestFloor(jdbc, ids, this::put);
    floor.setUp();
    put(
        "/api/pickers",
        """
        [{"warehouse": "WAVE1", "code": "P1", "name": "Wang"},
         {"warehouse": "WAVE1", "code": "P2", "name": "Li"}]\
        """);
    waiting = IntStream.range(0, 24).mapToObj(this::allocated).toList();
    wave = Ids.parse(read(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body(), "wave"));
    waves.plan(List.of(wave));
  }

  @AfterEach
  void clearOut() {
    new TestFloor(jdbc, ids, this::put).clear();
    jdbc.update("DELETE FROM wave_lock");
  }

  @Test
  void afterACancellationWhatIsPickedStaysAndTheRestIsPlannedAnew() {
    WaveTrip begun = begin("P1");
    Set<Long> onIt = consignmentsOf(begun);
    List<Pick> taken = picked(begun);
    long there = onIt.stream().filter(c -> pickedOf(taken, c) == 0).findFirst().orElseThrow();
    long elsewhere = waiting.stream().filter(c -> !onIt.contains(c)).findFirst().orElseThrow();
    double before = current().metres();
    long started = System.nanoTime();
    callBack(List.of(there, elsewhere));
    assertThat(current().wanted()).isGreaterThan(current().revision());
    waves.revise(List.of(wave));

    assertThat((System.nanoTime() - started) / 1e9).isLessThan(5);
    assertThat(current().revision()).isEqualTo(current().wanted()).isGreaterThan(1);
    assertThat(current().metres()).isLessThanOrEqualTo(before);
    assertThat(picked(begun)).isEqualTo(taken);
    assertThat(open()).doesNotContain(there, elsewhere);
    everybodyElseIsOnOneTrip(Set.of(there, elsewhere));
    int revision = current().revision();
    waves.revise(List.of(wave));
    assertThat(current().revision()).isEqualTo(revision);
    pickAll("P1");
    pickAll("P2");
    assertThat(current().status()).isEqualTo(WaveStatus.SORTING);
  }

  @Test
  void whoComesBackIsGivenWhatNobodyHas() {
    gone("P1");
    gone("P2");
    waves.revise(List.of(wave));
    assertThat(trips.ofWave(wave)).extracting(WaveTrip::picker).containsOnly("");
    assertThat(send(api("/api/pickers/P1/absences?warehouse=WAVE1").DELETE()).statusCode())
        .isEqualTo(204);
    waves.revise(List.of(wave));
    assertThat(trips.ofWave(wave)).extracting(WaveTrip::picker).containsOnly("P1");
  }

  @Test
  void whatWasTakenBeforeTheCallCameIsLaidBack() {
    WaveTrip trip = trips.next("WAVE1", "P1", Skill.all()).orElseThrow();
    Pick pick = trips.picksOfTrip(trip.id()).getFirst();
    callBack(List.of(pick.consignmentId()));

    for (int sentTwice = 0; sentTwice < 2; sentTwice++) {
      Picking.Confirmed confirmed = late(trip, pick);
      assertThat(confirmed.calledBack()).isTrue();
    }
    assertThat(
            jdbc.queryForList(
                "SELECT title_key FROM task WHERE kind = 'LAY_BACK' AND subject_id = ?",
                String.class,
                pick.consignmentId()))
        .containsExactly("wave.task.lay-back");
    assertThat(trips.picksOfTrip(trip.id()))
        .filteredOn(p -> p.id() == pick.id())
        .extracting(Pick::status, Pick::picked)
        .containsExactly(tuple(PickStatus.STRUCK, pick.qty()));
  }

  private Picking.Confirmed late(WaveTrip trip, Pick pick) {
    int units =
        trips.picksOfTrip(trip.id()).stream()
            .filter(p -> p.location().equals(pick.location()) && p.sku().equals(pick.sku()))
            .mapToInt(Pick::qty)
            .sum();
    return picking.confirm(
        trip.id(), new Picking.Found("P1", pick.location(), pick.sku(), units, Lack.NONE));
  }

  @Test
  void nobodyIsSentOnATripThatAnotherOneIsSentOn() {
    Set<String> sentOn = new HashSet<>();
    for (String picker : List.of("P1", "P2", "P3", "P4")) {
      var answer = next(picker);
      if (answer.statusCode() == 200) {
        String trip = json.readTree(answer.body()).get("id").asString();
        assertThat(sentOn.add(trip)).isTrue();
        assertThat(json.readTree(next(picker).body()).get("id").asString()).isEqualTo(trip);
      }
    }
    assertThat(sentOn).hasSizeGreaterThan(1);
  }

  @Test
  void whatAPickerWhoIsGoneLeavesIsGivenToTheOthers() {
    WaveTrip begun = begin("P1");
    List<Pick> taken = picked(begun);
    assertThat(gone("P1")).isPositive();
    assertThat(gone("P1")).isZero();
    assertThat(tasks("TROLLEY_LEFT")).isEqualTo(1);
    waves.revise(List.of(wave));

    assertThat(trips.ofWave(wave)).extracting(WaveTrip::picker).containsOnly("P2");
    assertThat(picked(begun)).isEqualTo(taken);
    assertThat(next("P1").statusCode()).isEqualTo(204);
    JsonNode goesOn = json.readTree(next("P2").body());
    assertThat(goesOn.get("id").asString()).isEqualTo(Ids.text(begun.id()));
    pickAll("P2");
    assertThat(current().status()).isEqualTo(WaveStatus.SORTING);
    assertThat(tasks("TROLLEY_LEFT")).isZero();
    assertThat(send(api("/api/pickers/P1/absences?warehouse=WAVE1").DELETE()).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aWaveAndItsWallAreNotOverfilledByHand() {
    long extra = allocated(30);
    jdbc.update("UPDATE warehouse SET wave_count = 24 WHERE code = 'WAVE1'");
    assertThat(move(wave, extra)).isEqualTo(422);
    assertThat(status(extra)).isEqualTo(ConsignmentStatus.ALLOCATED);
    jdbc.update("UPDATE warehouse SET wave_count = 60, wall_slots = 1 WHERE code = 'WAVE1'");
    assertThat(move(wave, extra)).isEqualTo(422);
    jdbc.update("UPDATE warehouse SET wall_slots = 0 WHERE code = 'WAVE1'");
    assertThat(move(wave, extra)).isLessThan(300);
  }

  @Test
  void aConsignmentMovesToAnotherWaveUnlessItIsLockedAndBothArePlannedAgain() {
    long late = allocated(30);
    long other = Ids.parse(read(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body(), "wave"));
    waves.plan(List.of(other));
    long moved = waiting.get(3);
    String lock = "/api/waves/" + Ids.text(wave) + "/locks/" + Ids.text(moved);
    assertThat(send(api(lock).PUT(body("{\"keeps\":\"TRIP\"}"))).statusCode()).isEqualTo(204);
    assertThat(move(other, moved)).isEqualTo(422);
    WaveTrip kept = tripOf(moved);
    Set<Long> with = consignmentsOf(kept);
    assertThat(post("/api/waves/" + Ids.text(wave) + "/revisions", "{}").statusCode())
        .isEqualTo(202);
    waves.revise(List.of(wave));
    assertThat(tripOf(moved).id()).isEqualTo(kept.id());
    assertThat(consignmentsOf(kept)).isEqualTo(with);

    assertThat(send(api(lock).DELETE()).statusCode()).isEqualTo(204);
    assertThat(move(other, moved)).isEqualTo(202);
    assertThat(move(other, moved)).isEqualTo(202);
    waves.revise(List.of(wave, other));
    assertThat(consignments.find(moved).orElseThrow().waveId()).isEqualTo(other);
    assertThat(trips.picksOfWave(other)).extracting(Pick::consignmentId).contains(moved, late);
    assertThat(waves.find(other).orElseThrow().consignments()).isEqualTo(2);
    assertThat(current().consignments()).isEqualTo(23);
    everybodyElseIsOnOneTrip(Set.of(moved));
    assertThat(numbers()).doesNotHaveDuplicates();

    assertThat(
            send(api("/api/waves/" + Ids.text(other) + "/consignments/" + Ids.text(late)).DELETE())
                .statusCode())
        .isEqualTo(204);
    assertThat(consignments.find(late).orElseThrow().status())
        .isEqualTo(ConsignmentStatus.ALLOCATED);
    WaveTrip begun = begin("P1");
    assertThat(move(other, consignmentsOf(begun).iterator().next())).isEqualTo(422);
  }

  @Test
  void whatComesLaterJoinsAWaveByItselfUntilItsFirstTripIsBegun() {
    topUp("UNTIL_PICKED");
    long fits = allocated(24);
    long tooLate = allocated(25);
    jdbc.update(
        "UPDATE consignment SET cutoff_at = ? WHERE id = ?",
        SqlTime.of(clock.now().plus(Duration.ofHours(30))),
        tooLate);
    long bulky = allocated(26);
    jdbc.update("UPDATE consignment SET weight_g = 30000 WHERE id = ?", bulky);
    String kept = "/api/waves/" + Ids.text(wave) + "/locks/" + Ids.text(waiting.get(3));
    assertThat(send(api(kept).PUT(body("{\"keeps\":\"TRIP\"}"))).statusCode()).isEqualTo(204);
    Set<Long> with = consignmentsOf(tripOf(waiting.get(3)));

    assertThat(joining()).containsExactlyInAnyOrder(fits, bulky);
    assertThat(joining()).isEmpty();
    assertThat(consignments.find(fits).orElseThrow().waveId()).isEqualTo(wave);
    assertThat(status(bulky)).isEqualTo(ConsignmentStatus.ALLOCATED);
    assertThat(status(tooLate)).isEqualTo(ConsignmentStatus.ALLOCATED);
    assertThat(current().consignments()).isEqualTo(25);
    assertThat(topUp()).isZero();
    long next = allocated(28);
    assertThat(joining()).as("a plan is under way").isEmpty();
    waves.revise(List.of(wave));
    assertThat(tripOf(fits).waveId()).isEqualTo(wave);
    assertThat(consignmentsOf(tripOf(waiting.get(3)))).isEqualTo(with);
    everybodyElseIsOnOneTrip(Set.of());

    assertThat(joining()).containsExactly(next);
    pickAll("P1");
    pickAll("P2");
    assertThat(current().status()).as("one has no trip yet").isEqualTo(WaveStatus.PICKING);
    long last = allocated(29);
    assertThat(joining()).isEmpty();
    assertThat(post("/api/waves/" + Ids.text(wave) + "/top-ups", "{}").statusCode()).isEqualTo(422);
    waves.revise(List.of(wave));
    pickAll("P1");
    pickAll("P2");
    assertThat(current().status()).isEqualTo(WaveStatus.SORTING);
    assertThat(status(last)).isEqualTo(ConsignmentStatus.ALLOCATED);
    assertThat(trips.picksOfConsignments(List.of(fits, next)))
        .allMatch(pick -> pick.status() == PickStatus.PICKED);
  }

  @Test
  void aLockedTripStaysWholeAndALockedOrderOnlyItself() {
    long one = waiting.get(3);
    long other = allocated(30);
    long elsewhere =
        Ids.parse(read(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body(), "wave"));
    waves.plan(List.of(elsewhere));
    Set<Long> mates = new HashSet<>(consignmentsOf(tripOf(one)));
    mates.remove(one);
    String lock = "/api/waves/" + Ids.text(wave) + "/locks/" + Ids.text(one);
    assertThat(send(api(lock).PUT(body("{\"keeps\":\"TRIP\"}"))).statusCode()).isEqualTo(204);
    assertThat(move(elsewhere, mates.iterator().next())).isEqualTo(422);
    long free =
        waiting.stream().filter(c -> c != one && !mates.contains(c)).findFirst().orElseThrow();
    assertThat(move(elsewhere, free)).isEqualTo(202);
    waves.revise(List.of(wave, elsewhere));
    assertThat(consignmentsOf(tripOf(one))).containsAll(mates).hasSize(mates.size() + 1);

    assertThat(send(api(lock).PUT(body("{\"keeps\":\"WAVE\"}"))).statusCode()).isEqualTo(204);
    assertThat(move(elsewhere, one)).isEqualTo(422);
    assertThat(move(elsewhere, mates.iterator().next())).isEqualTo(202);
    waves.revise(List.of(wave, elsewhere));
    assertThat(tripOf(one).waveId()).isEqualTo(wave);
    assertThat(tripOf(other).waveId()).isEqualTo(elsewhere);
  }

  @Test
  void whatIsToldOfAWaveIsToldAnewWithEachRevision() {
    long unmeasured = allocated(24);
    jdbc.update("UPDATE consignment SET weight_g = 0 WHERE id = ?", unmeasured);
    assertThat(told()).noneMatch(note -> note.code().equals("UNMEASURED"));
    assertThat(topUp()).isEqualTo(1);
    waves.revise(List.of(wave));
    assertThat(told())
        .contains(new WaveNote(WaveNote.Kind.GOODS, "UNMEASURED", List.of(Ids.text(unmeasured))));
    assertThat(
            send(api("/api/waves/" + Ids.text(wave) + "/consignments/" + Ids.text(unmeasured))
                    .DELETE())
                .statusCode())
        .isEqualTo(204);
    begin("P1");
    waves.revise(List.of(wave));
    assertThat(told()).noneMatch(note -> note.code().equals("UNMEASURED"));
    assertThat(told()).doesNotHaveDuplicates();
    List<String> numbers = numbers().stream().map(String::valueOf).toList();
    assertThat(told())
        .filteredOn(note -> Set.of("AwayFromHome", "BreaksPromise").contains(note.code()))
        .allMatch(note -> numbers.contains(note.args().get(1)));

    gone("P1");
    gone("P2");
    waves.revise(List.of(wave));
    assertThat(told()).anyMatch(note -> note.code().equals("CREW_NOBODY"));
    for (String picker : List.of("P1", "P2")) {
      send(api("/api/pickers/" + picker + "/absences?warehouse=WAVE1").DELETE());
    }
    assertThat(post("/api/waves/" + Ids.text(wave) + "/revisions", "{}").statusCode())
        .isEqualTo(202);
    waves.revise(List.of(wave));
    assertThat(told()).noneMatch(note -> note.kind() == WaveNote.Kind.CREW);
  }

  private List<WaveNote> told() {
    return notes.of(wave);
  }

  @Test
  void whoIsNotTrainedForATripCannotBeginIt() {
    jdbc.update("UPDATE wave_trip SET needs = 'FORKLIFT' WHERE wave_id = ?", wave);
    put(
        "/api/pickers",
        "[{\"warehouse\": \"WAVE1\", \"code\": \"P1\", \"name\": \"Wang\", \"skills\": []}]");
    WaveTrip trip = trips.ofWave(wave).getFirst();
    Pick first = trips.picksOfTrip(trip.id()).getFirst();
    String picks = "/api/trips/" + Ids.text(trip.id()) + "/picks";
    assertThat(next("P1").statusCode()).isEqualTo(204);
    assertThat(post(picks, found("P1", first)).statusCode()).isEqualTo(422);
    assertThat(trips.find(trip.id()).orElseThrow().status()).isEqualTo(TripStatus.WAITING);
    assertThat(post(picks, found("P2", first)).statusCode()).isEqualTo(200);
    gone("P2");
    assertThat(post(picks, found("P1", first)).statusCode()).isEqualTo(422);
  }

  private static String found(String picker, Pick pick) {
    return """
    {"picker": "%s", "location": "%s", "item": "%s", "qty": %d}\
    """
        .formatted(picker, pick.location(), pick.sku(), pick.qty());
  }

  @Test
  void aPersonTopsUpAWaveOfAWarehouseThatDoesNotDoSoByItself() {
    long later = allocated(24);
    assertThat(joining()).isEmpty();
    assertThat(topUp()).isEqualTo(1);
    waves.revise(List.of(wave));
    assertThat(tripOf(later).waveId()).isEqualTo(wave);
    everybodyElseIsOnOneTrip(Set.of());
  }

  /** What the stage takes in one go, put where it belongs. */
  private List<Long> joining() {
    return transaction.execute(
        t -> {
          List<Long> claimed = topUps.claim(sites.warehouse("WAVE1"), 500);
          waves.form(claimed);
          return claimed;
        });
  }

  private ConsignmentStatus status(long consignment) {
    return consignments.find(consignment).orElseThrow().status();
  }

  private int topUp() {
    var answer = post("/api/waves/" + Ids.text(wave) + "/top-ups", "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body()).get("consignments").asInt();
  }

  private void topUp(String how) {
    sites.putWarehouses(List.of(sites.warehouse("WAVE1").withTopUp(TopUp.valueOf(how))));
  }

  @Test
  void aWaveThatEverybodyLeftIsDissolved() {
    long single = allocated(31);
    long other = Ids.parse(read(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body(), "wave"));
    waves.plan(List.of(other));
    assertThat(move(wave, single)).isEqualTo(202);
    waves.revise(List.of(wave, other));
    assertThat(waves.find(other).orElseThrow().status()).isEqualTo(WaveStatus.BROKEN);
    assertThat(tripOf(single).waveId()).isEqualTo(wave);
  }

  /** It waits since now, and no deadline is near. */
  private long allocated(int number) {
    long id = new TestFloor(jdbc, ids, this::put).allocated(number);
    Instant now = clock.now();
    jdbc.update(
        "UPDATE consignment SET allocated_at = ?, cutoff_at = ?, promised_at = ? WHERE id = ?",
        SqlTime.of(now),
        SqlTime.of(now.plus(Duration.ofHours(12))),
        SqlTime.of(now.plus(Duration.ofHours(20))),
        id);
    return id;
  }

  private List<Integer> numbers() {
    return trips.ofWave(wave).stream().map(WaveTrip::number).toList();
  }

  private int move(long to, long consignment) {
    return post(
            "/api/waves/" + Ids.text(to) + "/consignments",
            "{\"consignments\":[\"" + Ids.text(consignment) + "\"]}")
        .statusCode();
  }

  private WaveTrip tripOf(long consignment) {
    long trip = trips.picksOfConsignments(List.of(consignment)).getFirst().tripId();
    return trips.find(trip).orElseThrow();
  }

  private void everybodyElseIsOnOneTrip(Set<Long> but) {
    for (long c : waiting) {
      if (!but.contains(c)) {
        List<Pick> of = trips.picksOfConsignments(List.of(c));
        assertThat(of.stream().map(Pick::tripId).distinct()).hasSize(1);
        assertThat(of.stream().mapToInt(Pick::qty).sum())
            .isEqualTo(consignments.find(c).orElseThrow().units());
      }
    }
  }

  private Wave current() {
    return waves.find(wave).orElseThrow();
  }

  private Set<Long> open() {
    return new HashSet<>(
        trips.picksOfWave(wave).stream()
            .filter(p -> p.status() == PickStatus.OPEN)
            .map(Pick::consignmentId)
            .toList());
  }

  private static int pickedOf(List<Pick> picks, long consignment) {
    return picks.stream()
        .filter(p -> p.consignmentId() == consignment)
        .mapToInt(Pick::picked)
        .sum();
  }

  private List<Pick> picked(WaveTrip trip) {
    return trips.picksOfTrip(trip.id()).stream().filter(p -> p.picked() > 0).toList();
  }

  private Set<Long> consignmentsOf(WaveTrip trip) {
    return new HashSet<>(TripEnds.consignmentsOf(trips.picksOfTrip(trip.id())));
  }

  /** The picker confirms the first stop. */
  private WaveTrip begin(String picker) {
    JsonNode trip = json.readTree(next(picker).body());
    confirm(trip, trip.get("stops").get(0), picker);
    return trips.find(Ids.parse(trip.get("id").asString())).orElseThrow();
  }

  private void pickAll(String picker) {
    for (var answer = next(picker); answer.statusCode() == 200; answer = next(picker)) {
      JsonNode trip = json.readTree(answer.body());
      List<JsonNode> stops = new ArrayList<>();
      trip.get("stops").forEach(stops::add);
      stops.stream()
          .filter(s -> s.get("status").asString().equals("OPEN"))
          .forEach(s -> confirm(trip, s, picker));
    }
  }

  private void confirm(JsonNode trip, JsonNode stop, String picker) {
    var answer =
        post(
            "/api/trips/" + trip.get("id").asString() + "/picks",
            """
            {"picker": "%s", "location": "%s", "item": "%s", "qty": %d}\
            """
                .formatted(
                    picker,
                    stop.get("location").asString(),
                    stop.get("sku").asString(),
                    stop.get("qty").asInt()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private java.net.http.HttpResponse<String> next(String picker) {
    return get("/api/pickers/" + picker + "/trip?warehouse=WAVE1");
  }

  private int gone(String picker) {
    var answer = post("/api/pickers/" + picker + "/absences", "{\"warehouse\":\"WAVE1\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body()).get("trips").asInt();
  }

  private int tasks(String kind) {
    Integer n =
        jdbc.queryForObject(
            "SELECT count(*) FROM task WHERE kind = ? AND subject_id = ? AND closed_at IS NULL",
            Integer.class,
            kind,
            wave);
    return n == null ? 0 : n;
  }

  private void callBack(List<Long> of) {
    transaction.executeWithoutResult(
        t -> {
          recall.hold(of);
          consignments.move(of, ConsignmentStatus.INTERCEPTED, "system", null, "test");
          recall.stop(of, "system", "test");
        });
  }

  private String read(String body, String field) {
    return json.readTree(body).get(field).asString();
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private String put(String path, String body) {
    var answer = send(api(path).PUT(body(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
