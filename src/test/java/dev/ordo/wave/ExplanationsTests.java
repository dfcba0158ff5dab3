package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ordo.StillServer;
import dev.ordo.shared.Ids;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the explanation of a wave says, against walks found by trying every order of the stops. */
class ExplanationsTests extends StillServer {
  private static final double AISLE_TO_AISLE = 4;
  private static final double BLOCK_LENGTH = 11;
  private static final double LINK = 2;

  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired Explanations explanations;
  @Autowired WaveLocks locks;
  @Autowired Ids ids;

  /** A place by metres: across the aisles, and from the front. */
  private record Spot(int aisle, double y) {}

  @AfterEach
  void clearOut() {
    floor().clear();
    jdbc.update("DELETE FROM wave_lock");
  }

  @Test
  void costsAreDifferencesOfShortestWalks() {
    floor().setUp();
    for (int number = 0; number < 14; number++) {
      floor().allocated(number);
    }
    long id = waves.formNow(TestFloor.WAREHOUSE).orElseThrow();
    waves.plan(List.of(id));

    Map<Integer, Map<Long, Set<Spot>>> planned = planned(id);
    List<TripReasons> reasons = explanations.of(waves.find(id).orElseThrow());
    assertThat(reasons).hasSizeGreaterThan(2);
    int compared = 0;
    for (TripReasons trip : reasons) {
      Map<Long, Set<Spot>> own = planned.get(trip.trip());
      assertThat(trip.metres()).isCloseTo(shortest(own.values().stream()), within(1e-6));
      assertThat(trip.members()).hasSize(own.size());
      for (TripReasons.Member member : trip.members()) {
        Set<Spot> spots = own.get(member.consignment());
        double adds = trip.metres() - shortest(others(own, member.consignment()));
        assertThat(member.alone()).isCloseTo(shortest(Stream.of(spots)), within(1e-6));
        assertThat(member.adds()).isCloseTo(adds, within(1e-6));
        for (TripReasons.Move move : member.moves()) {
          Map<Long, Set<Spot>> there = planned.get(move.trip());
          double longer =
              shortest(Stream.concat(there.values().stream(), Stream.of(spots)))
                  - shortest(there.values().stream());
          assertThat(move.metres()).isCloseTo(longer - adds, within(1e-6));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10);
    String path = "/waves/" + Ids.text(id) + "/explain";
    shows(path + "?lang=en", "What moving it would cost");
    shows(path + "?lang=zh", "换到别的行程要多走多少");
  }

  @Test
  void otherZonesAndWhatPeopleKeepBarAMove() {
    floor().setUp();
    jdbc.update("UPDATE location SET zone = 'B' WHERE warehouse = 'WAVE1' AND aisle >= 3");
    jdbc.update("UPDATE warehouse SET wave_split = 'ZONE' WHERE code = 'WAVE1'");
    for (int number = 0; number < 32; number++) {
      floor().allocated(number);
    }
    long id = waves.formNow(TestFloor.WAREHOUSE).orElseThrow();
    waves.plan(List.of(id));
    Map<Integer, Map<Long, Set<Spot>>> planned = planned(id);
    Map<Integer, Boolean> far =
        planned.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    trip ->
                        trip.getValue().values().stream()
                            .flatMap(Set::stream)
                            .anyMatch(spot -> spot.aisle() >= 3)));
    List<TripReasons> seedWall =
        explanations.of(waves.find(id).orElseThrow()).stream()
            .filter(trip -> trip.method() == PickMethod.SEED_WALL)
            .toList();
    assertThat(far.values()).contains(true, false);
    for (TripReasons trip : seedWall) {
      for (TripReasons.Member member : trip.members()) {
        assertThat(member.moves())
            .allSatisfy(
                move ->
                    assertThat(move.bar() == TripReasons.Bar.SECTION)
                        .isEqualTo(!far.get(move.trip()).equals(far.get(trip.trip()))));
      }
    }
    TripReasons first = seedWall.getFirst();
    locks.put(first.members().getFirst().consignment(), id, true);
    assertThat(explanations.of(waves.find(id).orElseThrow()).get(first.trip() - 1).members())
        .flatExtracting(TripReasons.Member::moves)
        .extracting(TripReasons.Move::bar)
        .containsOnly(TripReasons.Bar.KEPT);
  }

  private void shows(String path, String text) {
    String basic =
        Base64.getEncoder().encodeToString("admin:ordo".getBytes(StandardCharsets.UTF_8));
    var answer =
        send(HttpRequest.newBuilder(at(path)).header("Authorization", "Basic " + basic).GET());
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(text).doesNotContain("??");
  }

  private static Stream<Set<Spot>> others(Map<Long, Set<Spot>> trip, long without) {
    return trip.entrySet().stream().filter(e -> e.getKey() != without).map(Map.Entry::getValue);
  }

  private Map<Integer, Map<Long, Set<Spot>>> planned(long wave) {
    Map<Long, Integer> numbers =
        waves.trips(wave).stream().collect(Collectors.toMap(WaveTrip::id, WaveTrip::number));
    return waves.picks(wave).stream()
        .collect(
            Collectors.groupingBy(
                pick -> numbers.get(pick.tripId()),
                Collectors.groupingBy(
                    Pick::consignmentId,
                    Collectors.mapping(ExplanationsTests::spot, Collectors.toSet()))));
  }

  private static Spot spot(Pick pick) {
    String[] at = pick.slot().split("\\.", -1);
    double y = Integer.parseInt(at[1]) * BLOCK_LENGTH + 1 + Integer.parseInt(at[2]);
    return new Spot(Integer.parseInt(at[0]), y);
  }

  /** The shortest closed walk from the depot, by Held and Karp. */
  private static double shortest(Stream<Set<Spot>> of) {
    Set<Spot> all = of.collect(HashSet::new, Set::addAll, Set::addAll);
    List<Spot> spots = new ArrayList<>(all);
    int size = spots.size();
    if (size == 0) {
      return 0;
    }
    double[][] best = new double[1 << size][size];
    Arrays.stream(best).forEach(row -> Arrays.fill(row, Double.MAX_VALUE));
    for (int i = 0; i < size; i++) {
      best[1 << i][i] = toDepot(spots.get(i));
    }
    for (int set = 1; set < 1 << size; set++) {
      for (int last = 0; last < size; last++) {
        for (int next = 0; next < size && best[set][last] < Double.MAX_VALUE; next++) {
          if ((set & 1 << next) == 0) {
            double now = best[set][last] + way(spots.get(last), spots.get(next));
            best[set | 1 << next][next] = Math.min(best[set | 1 << next][next], now);
          }
        }
      }
    }
    double least = Double.MAX_VALUE;
    for (int last = 0; last < size; last++) {
      least = Math.min(least, best[(1 << size) - 1][last] + toDepot(spots.get(last)));
    }
    return least;
  }

  private static double toDepot(Spot spot) {
    return LINK + way(new Spot(0, 0), spot);
  }

  private static double way(Spot one, Spot other) {
    double direct = Math.abs(one.y - other.y);
    if (one.aisle == other.aisle) {
      return direct;
    }
    double along = Double.MAX_VALUE;
    for (int cross = 0; cross <= 2; cross++) {
      double at = cross * BLOCK_LENGTH;
      along = Math.min(along, Math.abs(one.y - at) + Math.abs(other.y - at));
    }
    return along + Math.abs(one.aisle - other.aisle) * AISLE_TO_AISLE;
  }

  private TestFloor floor() {
    return new TestFloor(jdbc, ids, this::put);
  }

  private String put(String path, String body) {
    var answer = send(api(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
