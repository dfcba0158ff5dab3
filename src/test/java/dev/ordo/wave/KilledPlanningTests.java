package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.StillServer;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Pool;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node is killed while it plans or revises a wave: its lease ends and another one does it, once.
 * What the node had done until then is what is committed between the two transactions of a stage.
 */
class KilledPlanningTests extends StillServer {
  private static final Duration LEASE = Duration.ofMinutes(2);

  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired WaveRows rows;
  @Autowired TripRows trips;
  @Autowired WaveWishes wishes;
  @Autowired Consignments consignments;
  @Autowired Ids ids;
  @Autowired MachineClock machine;
  @Autowired TransactionTemplate transaction;

  @Autowired
  @Qualifier("wavePlanPool")
  Pool planning;

  @Autowired
  @Qualifier("waveRevisePool")
  Pool revising;

  private List<Long> waiting = List.of();
  private long wave;

  @BeforeEach
  void aWave() {
    TestFloor floor = floor();
    floor.setUp();
    waiting = IntStream.range(0, 20).mapToObj(floor::allocated).toList();
    post("/api/waves", "{\"warehouse\":\"WAVE1\"}");
    wave =
        rows.on(WaveStatus.DRAFT).stream()
            .filter(w -> w.warehouse().equals("WAVE1"))
            .findFirst()
            .orElseThrow()
            .id();
  }

  @AfterEach
  void clearOut() {
    floor().clear();
  }

  private TestFloor floor() {
    return new TestFloor(
        jdbc, ids, (path, body) -> send(api(path).PUT(BodyPublishers.ofString(body))));
  }

  @Test
  void aWaveWhosePlanningWasKilledIsPlannedOnceAfterTheLease() {
    assertThat(claimed(planning)).contains(wave);
    transaction.executeWithoutResult(t -> rows.move(wave, WaveStatus.DRAFT, WaveStatus.OPTIMISING));

    assertThat(claimed(planning)).doesNotContain(wave);
    theLeaseEnds();
    assertThat(claimed(planning)).contains(wave);
    waves.plan(List.of(wave));
    assertThat(current().status()).isEqualTo(WaveStatus.RELEASED);
    everybodyIsPickedOnce();
    theLeaseEnds();
    assertThat(claimed(planning)).doesNotContain(wave);
  }

  @Test
  void aRevisionThatWasKilledIsMadeOnceAfterTheLease() {
    waves.plan(List.of(wave));
    transaction.executeWithoutResult(t -> wishes.wish(wave, Wish.ASKED));
    assertThat(claimed(revising)).contains(wave);

    assertThat(claimed(revising)).doesNotContain(wave);
    assertThat(current().revision()).isLessThan(current().wanted());
    everybodyIsPickedOnce();
    theLeaseEnds();
    assertThat(claimed(revising)).contains(wave);
    waves.revise(List.of(wave));
    assertThat(current().revision()).isEqualTo(current().wanted());
    everybodyIsPickedOnce();
    theLeaseEnds();
    assertThat(claimed(revising)).doesNotContain(wave);
  }

  @Test
  void aNodeThatWasOnlySlowStoresNoSecondPlan() {
    together(() -> waves.plan(List.of(wave)));
    assertThat(current().status()).isEqualTo(WaveStatus.RELEASED);
    everybodyIsPickedOnce();
    transaction.executeWithoutResult(t -> wishes.wish(wave, Wish.ASKED));
    together(() -> waves.revise(List.of(wave)));
    assertThat(current().revision()).isEqualTo(current().wanted());
    everybodyIsPickedOnce();
  }

  /** As two nodes would, each of which believes it holds the lease. */
  private static void together(Runnable work) {
    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(work))
                .limit(2)
                .toArray(CompletableFuture[]::new))
        .join();
  }

  /** What a stage commits before it begins to work. */
  private List<Long> claimed(Pool pool) {
    return Objects.requireNonNull(
        transaction.execute(
            t -> {
              List<Long> claimed = pool.claim(100).stream().filter(id -> id == wave).toList();
              if (!claimed.isEmpty()) {
                pool.postpone(claimed, machine.now().plus(LEASE));
              }
              return claimed;
            }));
  }

  private void theLeaseEnds() {
    jdbc.update(
        "UPDATE wave SET retry_at = ? WHERE id = ? AND retry_at IS NOT NULL",
        SqlTime.of(machine.now().minusSeconds(1)),
        wave);
  }

  private Wave current() {
    return waves.find(wave).orElseThrow();
  }

  private void everybodyIsPickedOnce() {
    for (Consignment c : consignments.load(waiting)) {
      List<Pick> of = trips.picksOfConsignments(List.of(c.id()));
      assertThat(of.stream().mapToInt(Pick::qty).sum()).isEqualTo(c.units());
      assertThat(of.stream().map(Pick::tripId).distinct()).hasSize(1);
    }
    assertThat(trips.ofWave(wave)).allMatch(t -> !trips.picksOfTrip(t.id()).isEmpty());
  }
}
