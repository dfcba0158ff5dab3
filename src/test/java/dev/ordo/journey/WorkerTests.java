package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Stages and deliveries that run by themselves; polls are an hour apart, so only calls wake. */
@ParameterizedClass
@EnumSource(Vendor.class)
class WorkerTests {
  private static final Duration HOUR = Duration.ofHours(1);

  private final JourneyFixtures house;

  WorkerTests(Vendor vendor) {
    house = new JourneyFixtures(vendor, ".", true);
  }

  @Test
  void aStageWakesWhenItsPredecessorCommits() throws Exception {
    house.pool();
    CountDownLatch worked = new CountDownLatch(3);
    Stages.Running stage =
        house.stages.start(
            "work",
            10,
            2,
            HOUR,
            null,
            ids -> {
              house.finish(ids);
              ids.forEach(id -> worked.countDown());
            });
    house.tx.executeWithoutResult(
        s -> {
          house.newWork(1, 2, 3);
          house.stages.wake("work");
        });
    assertThat(worked.await(20, TimeUnit.SECONDS)).isTrue();
    stage.stop();
    assertThat(house.done()).hasSize(3);
  }

  @Test
  void stoppingLetsTheBatchInHandFinish() throws Exception {
    house.pool();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    Stages.Running stage =
        house.stages.start(
            "work",
            10,
            1,
            HOUR,
            null,
            ids -> {
              begun.countDown();
              awaited(stopping);
              house.finish(ids);
              finished.set(true);
            });
    house.newWork(1);
    house.stages.wake("work");
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    Thread.startVirtualThread(stopping::countDown);
    stage.stop();
    assertThat(finished).isTrue();
    assertThat(house.done()).containsExactly(1L);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aWatcherHearsSoonAfterTheCommit() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    house.beans.addBean(
        "ear",
        new Watcher() {
          @Override
          public String name() {
            return "ear";
          }

          @Override
          public Set<String> topics() {
            return Set.of("thing.done");
          }

          @Override
          public void on(List<Event> events) {
            heard.countDown();
          }
        });
    house.deliveries.start();
    house.tx.executeWithoutResult(
        s -> house.outbox.publish("thing.done", "a", "k", java.util.Map.of()));
    assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
    house.deliveries.stop();
  }
}
