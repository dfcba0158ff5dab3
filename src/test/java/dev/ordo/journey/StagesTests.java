package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class StagesTests {
  private static final Duration POLL = Duration.ofSeconds(1);

  private final JourneyFixtures house;
  private final TablePool pool;
  private final List<List<Long>> batches = new ArrayList<>();

  StagesTests(Vendor vendor) {
    house = new JourneyFixtures(vendor);
    pool = house.pool();
  }

  private void stage(int batch, @Nullable Duration lease, Consumer<List<Long>> work) {
    house.stages.start(
        "work",
        batch,
        1,
        POLL,
        lease,
        ids -> {
          batches.add(ids);
          work.accept(ids);
        });
  }

  @Test
  void everyDueRowIsWorkedOnceInBatches() {
    house.newWork(1, 2, 3, 4, 5);
    stage(2, null, house::finish);
    assertThat(house.stages.runDue()).isEqualTo(5);
    assertThat(batches).containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
    assertThat(house.done()).hasSize(5);
  }

  @Test
  void rowsWaitForTheirBusinessTime() {
    house.newWork(1);
    house.jdbc.update(
        "UPDATE parcel_of_work SET due_at = ?",
        java.sql.Timestamp.from(house.time.plusSeconds(60)));
    stage(10, null, house::finish);
    assertThat(house.stages.runDue()).isZero();
    house.later(Duration.ofSeconds(61));
    assertThat(house.stages.runDue()).isEqualTo(1);
  }

  @Test
  void aKilledTransactionLeavesItsRowsClaimable() {
    house.newWork(1, 2);
    assertThatThrownBy(
            () ->
                house.tx.executeWithoutResult(
                    status -> {
                      assertThat(pool.claim(10)).hasSize(2);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    stage(10, null, house::finish);
    house.stages.runDue();
    assertThat(house.done()).containsExactly(1L, 2L);
  }

  @Test
  void rowsClaimedByAnotherNodeAreSkipped() throws Exception {
    house.newWork(1, 2, 3);
    CountDownLatch claimed = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Thread other = Thread.startVirtualThread(() -> hold(2, claimed, release));
    assertThat(claimed.await(10, TimeUnit.SECONDS)).isTrue();
    house.tx.executeWithoutResult(s -> assertThat(pool.claim(2)).doesNotContain(1L, 2L));
    house.tx.executeWithoutResult(s -> assertThat(pool.reclaim(1)).isFalse());
    house.tx.executeWithoutResult(s -> assertThat(pool.reclaim(3)).isTrue());
    release.countDown();
    other.join();
  }

  private void hold(int count, CountDownLatch claimed, CountDownLatch release) {
    house.tx.executeWithoutResult(
        status -> {
          pool.claim(count);
          claimed.countDown();
          try {
            release.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Test
  void onePoisonousRowHoldsUpNobodyAndBecomesAnIncident() {
    house.newWork(1, 2, 3);
    stage(10, null, this::finishUnlessPoisoned);
    house.stages.runDue();
    assertThat(house.done()).containsExactly(1L, 3L);
    for (int i = 0; i < 5; i++) {
      house.later(Duration.ofMinutes(5));
      house.stages.runDue();
    }
    assertThat(batches).filteredOn(List.of(2L)::equals).hasSize(3);
    assertThat(house.incidents.list(Incident.Status.OPEN, "stage:work", "", Long.MAX_VALUE, 100))
        .singleElement()
        .satisfies(i -> assertThat(i.subject()).isEqualTo("2"));
  }

  @Test
  void ofABatchThatIsOneThingOnlyTheCulpritIsPutAsideAndTheOthersStayTogether() {
    house.newWork(1, 2, 3);
    house.wholeBatches = true;
    stage(10, null, this::finishUnlessPoisoned);
    house.stages.runDue();
    assertThat(house.done()).containsExactly(1L, 3L);
    assertThat(batches).endsWith(List.of(1L, 3L));
  }

  private void finishUnlessPoisoned(List<Long> ids) {
    house.finish(ids);
    if (ids.contains(2L)) {
      throw new IllegalStateException("poison");
    }
  }

  @Test
  void aParkedRowIsRevivedByResendingItsIncident() {
    house.newWork(2);
    house.beans.addBean("stages", house.stages);
    List<Long> cured = new ArrayList<>();
    stage(
        10,
        null,
        ids -> {
          if (cured.isEmpty()) {
            throw new IllegalStateException("poison");
          }
          house.finish(ids);
        });
    for (int i = 0; i < 4; i++) {
      house.stages.runDue();
      house.later(Duration.ofMinutes(5));
    }
    cured.add(2L);
    assertThat(house.stages.runDue()).isZero();
    long incident = house.incidents.list(null, "", "", Long.MAX_VALUE, 100).getFirst().id();
    house.incidents.resend(incident, null);
    assertThat(house.stages.runDue()).isEqualTo(1);
    assertThat(house.done()).containsExactly(2L);
  }

  @Test
  void underALeaseTheWorkRunsOutsideATransactionAndNobodyElseClaims() {
    house.newWork(1);
    stage(
        10,
        Duration.ofMinutes(2),
        ids -> {
          assertThat(pool.size()).isZero();
          assertThat(
                  org.springframework.transaction.support.TransactionSynchronizationManager
                      .isActualTransactionActive())
              .isFalse();
          house.finish(ids);
        });
    assertThat(house.stages.runDue()).isEqualTo(1);
    assertThat(house.done()).containsExactly(1L);
  }

  @Test
  void anAbandonedLeaseRunsOut() {
    house.newWork(1);
    house.tx.executeWithoutResult(s -> pool.postpone(pool.claim(10), house.time.plusSeconds(120)));
    stage(10, Duration.ofMinutes(2), house::finish);
    assertThat(house.stages.runDue()).isZero();
    house.later(Duration.ofMinutes(3));
    assertThat(house.stages.runDue()).isEqualTo(1);
  }

  @Test
  void underALeaseOnePoisonousRowIsPostponedAlone() {
    house.newWork(1, 2, 3);
    stage(
        10,
        Duration.ofMinutes(2),
        ids -> {
          if (ids.contains(2L)) {
            throw new IllegalStateException("poison");
          }
          house.finish(ids);
        });
    house.stages.runDue();
    assertThat(house.done()).containsExactly(1L, 3L);
    assertThat(
            house.jdbc.queryForObject(
                "SELECT attempts FROM parcel_of_work WHERE id = 2", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void aRouteThatMovesNothingDoesNotSpin() {
    house.newWork(1);
    stage(10, null, ids -> {});
    assertThat(house.stages.runDue()).isEqualTo(1);
    assertThat(batches).hasSize(2);
  }
}
