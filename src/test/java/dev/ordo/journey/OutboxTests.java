package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class OutboxTests {
  private final JourneyFixtures house;

  OutboxTests(Vendor vendor) {
    house = new JourneyFixtures(vendor);
  }

  /** Remembers what it heard and fails on what it is told to. */
  private static final class Listener implements Watcher {
    private final boolean transactional;
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> poison = new HashSet<>();

    Listener(boolean transactional) {
      this.transactional = transactional;
    }

    @Override
    public String name() {
      return "listener";
    }

    @Override
    public Set<String> topics() {
      return Set.of("thing.done");
    }

    @Override
    public boolean transactional() {
      return transactional;
    }

    @Override
    public void on(List<Event> events) {
      for (Event event : events) {
        if (poison.contains(event.key())) {
          throw new IllegalStateException("poison");
        }
      }
      events.forEach(e -> heard.add(e.key()));
    }
  }

  private Listener listener(boolean transactional) {
    Listener listener = new Listener(transactional);
    house.beans.addBean("listener", listener);
    house.deliveries.start();
    return listener;
  }

  private void publish(String lane, String... keys) {
    house.tx.executeWithoutResult(
        s ->
            List.of(keys)
                .forEach(k -> house.outbox.publish("thing.done", lane, k, Map.of("k", k))));
  }

  @org.junit.jupiter.params.ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eventsOfALaneArriveInOrderAndOnce(boolean transactional) {
    Listener listener = listener(transactional);
    List<String> keys = IntStream.range(0, 450).mapToObj(i -> "k" + i).toList();
    publish("lane", keys.toArray(String[]::new));
    assertThat(house.stages.runDue()).isEqualTo(450);
    assertThat(listener.heard).isEqualTo(keys);
    assertThat(house.stages.runDue()).isZero();
  }

  @Test
  void aTransactionThatRollsBackTellsNobody() {
    Listener listener = listener(true);
    house.tx.executeWithoutResult(
        s -> {
          house.outbox.publish("thing.done", "lane", "k", Map.of());
          s.setRollbackOnly();
        });
    house.stages.runDue();
    assertThat(listener.heard).isEmpty();
  }

  @Test
  void outsideATransactionPublishingIsRefused() {
    listener(true);
    assertThatThrownBy(() -> house.outbox.publish("thing.done", "lane", "k", Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void topicsNobodyWatchesWriteNothing() {
    listener(true);
    house.tx.executeWithoutResult(s -> house.outbox.publish("other", "lane", "k", Map.of()));
    assertThat(house.jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class)).isZero();
  }

  @org.junit.jupiter.params.ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFailingLaneWaitsInOrderWhileOthersGoOn(boolean transactional) {
    Listener listener = listener(transactional);
    listener.poison.add("a2");
    publish("a", "a1", "a2", "a3");
    publish("b", "b1");
    house.stages.runDue();
    assertThat(listener.heard).containsExactlyInAnyOrder("a1", "b1");
    listener.poison.clear();
    house.later(Duration.ofMinutes(1));
    house.stages.runDue();
    assertThat(listener.heard).filteredOn(k -> k.startsWith("a")).containsExactly("a1", "a2", "a3");
  }

  @org.junit.jupiter.params.ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatKeepsFailingBecomesAnIncidentAndItsLaneGoesOn(boolean transactional) {
    Listener listener = listener(transactional);
    house.beans.addBean("deliveries", house.deliveries);
    listener.poison.add("a1");
    publish("a", "a1", "a2");
    for (int i = 0; i < 4; i++) {
      house.stages.runDue();
      house.later(Duration.ofHours(2));
    }
    assertThat(listener.heard).containsExactly("a2");
    Incident incident =
        house.incidents.list(null, "outbox:listener", "", Long.MAX_VALUE, 100).getFirst();
    listener.poison.clear();
    house.incidents.resend(incident.id(), null);
    house.stages.runDue();
    assertThat(listener.heard).containsExactly("a2", "a1");
  }

  @Test
  void aTransactionalEffectStandsExactlyOnceThoughItsFirstTryIsKilled() {
    List<Boolean> killed = new ArrayList<>(List.of(true));
    house.beans.addBean("counter", new Counter(killed));
    house.deliveries.start();
    publish("a", "a1", "a2");
    house.stages.runDue();
    house.later(Duration.ofMinutes(1));
    house.stages.runDue();
    assertThat(house.jdbc.queryForObject("SELECT count(*) FROM parcel_of_work", Long.class))
        .isEqualTo(2);
  }

  /** Leaves a row for each event; its first try ends after half of the work. */
  private final class Counter implements Watcher {
    private final List<Boolean> killed;

    Counter(List<Boolean> killed) {
      this.killed = killed;
    }

    @Override
    public String name() {
      return "counter";
    }

    @Override
    public Set<String> topics() {
      return Set.of("thing.done");
    }

    @Override
    public void on(List<Event> events) {
      for (Event event : events) {
        house.newWork(event.id());
        if (!killed.isEmpty()) {
          killed.removeFirst();
          throw new IllegalStateException("killed");
        }
      }
    }
  }

  @Test
  void anotherNodesLeaseIsRespectedUntilItRunsOut() {
    Listener listener = listener(false);
    house.rows.lease("listener", 7, Duration.ofMinutes(2));
    publish("a", "a1");
    assertThat(house.stages.runDue()).isZero();
    house.later(Duration.ofMinutes(3));
    house.stages.runDue();
    assertThat(listener.heard).containsExactly("a1");
  }

  @Test
  void deliveredEventsArePrunedAfterTheirRetention() {
    listener(true);
    publish("a", "a1");
    house.stages.runDue();
    assertThat(house.rows.prune(Duration.ofDays(1))).isZero();
    house.later(Duration.ofDays(2));
    assertThat(house.rows.prune(Duration.ofDays(1))).isEqualTo(1);
  }
}
