package dev.ordo.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Brings waiting events to one watcher; a lane that fails waits, the other lanes go on. */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final int BATCH = 200;
  private static final int LANES_AT_ONCE = 8;

  private final Watcher watcher;
  private final OutboxRows rows;
  private final Surroundings around;

  /** What every delivery shares. */
  record Surroundings(
      TransactionOperations tx,
      Supplier<Instant> now,
      JourneySettings settings,
      Incidents incidents,
      int node) {}

  Delivery(Watcher watcher, OutboxRows rows, Surroundings around) {
    this.watcher = watcher;
    this.rows = rows;
    this.around = around;
  }

  String watcher() {
    return watcher.name();
  }

  Collection<String> topics() {
    return watcher.topics();
  }

  /** Delivers one batch; says how many events it took from the table. */
  int run() {
    return watcher.transactional() ? insideTransaction() : betweenTransactions();
  }

  private int insideTransaction() {
    Taken taken = new Taken();
    try {
      around.tx.executeWithoutResult(
          status -> {
            if (rows.lock(watcher.name())) {
              taken.events = rows.due(watcher.name(), BATCH);
              if (!taken.events.isEmpty()) {
                watcher.on(taken.events);
                delivered(taken.events);
              }
            }
          });
    } catch (RuntimeException e) {
      if (taken.events.isEmpty()) {
        throw e;
      }
      LOG.warn("Watcher ({}) gets its events lane by lane: {}", watcher.name(), e.toString());
      lanes(taken.events).values().forEach(this::laneInTransaction);
    }
    return taken.events.size();
  }

  private void laneInTransaction(List<Event> lane) {
    lane(lane, this::inTransaction);
  }

  private void inTransaction(List<Event> events) {
    around.tx.executeWithoutResult(
        status -> {
          if (rows.lock(watcher.name()) && allWait(events)) {
            watcher.on(events);
            delivered(events);
          }
        });
  }

  private int betweenTransactions() {
    if (!leased()) {
      return 0;
    }
    List<Event> events = rows.due(watcher.name(), BATCH);
    try (ExecutorService threads =
        Executors.newFixedThreadPool(LANES_AT_ONCE, Thread.ofVirtual().factory())) {
      List<? extends Future<?>> lanes =
          lanes(events).values().stream()
              .map(lane -> threads.submit(() -> lane(lane, this::outside)))
              .toList();
      lanes.forEach(Delivery::await);
    }
    return events.size();
  }

  private static void await(Future<?> lane) {
    try {
      lane.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void outside(List<Event> events) {
    if (leased() && allWait(events)) {
      watcher.on(events);
      around.tx.executeWithoutResult(status -> delivered(events));
    }
  }

  private boolean leased() {
    return Boolean.TRUE.equals(
        around.tx.execute(status -> rows.lease(watcher.name(), around.node, LEASE)));
  }

  /** The whole lane, else event by event up to the first that fails: the order stays. */
  private void lane(List<Event> lane, java.util.function.Consumer<List<Event>> deliver) {
    try {
      deliver.accept(lane);
    } catch (RuntimeException e) {
      if (lane.size() == 1) {
        blame(lane.getFirst(), e);
      } else {
        oneByOne(lane, deliver);
      }
    }
  }

  private void oneByOne(List<Event> lane, java.util.function.Consumer<List<Event>> deliver) {
    for (Event event : lane) {
      try {
        deliver.accept(List.of(event));
      } catch (RuntimeException e) {
        if (!blame(event, e)) {
          return;
        }
      }
    }
  }

  /** Counts the failure; true when the event is given up and its lane may go on. */
  private boolean blame(Event event, RuntimeException cause) {
    LOG.warn(
        "Watcher ({}) failed on ({} {}): {}",
        watcher.name(),
        event.topic(),
        event.key(),
        NewIncident.root(cause).toString());
    return Boolean.TRUE.equals(around.tx.execute(status -> givenUp(event, cause)));
  }

  private boolean givenUp(Event event, RuntimeException cause) {
    int failures = rows.failed(event.id());
    if (failures < around.settings.attempts()) {
      rows.postpone(event.id(), around.now.get().plus(around.settings.wait(failures)));
      return false;
    }
    rows.giveUp(event.id());
    String subject = event.topic() + " " + event.key();
    around.incidents.raise(
        NewIncident.of("outbox:" + watcher.name(), subject, String.valueOf(event.id()), cause));
    return true;
  }

  private boolean allWait(List<Event> events) {
    return rows.waiting(events.stream().map(Event::id).toList()).size() == events.size();
  }

  private void delivered(List<Event> events) {
    if (!events.isEmpty()) {
      rows.delivered(events.stream().map(Event::id).toList());
    }
  }

  private static Map<String, List<Event>> lanes(List<Event> events) {
    return events.stream()
        .collect(Collectors.groupingBy(Event::lane, LinkedHashMap::new, Collectors.toList()));
  }

  /** Carries the events out of the transaction that may fail. */
  private static final class Taken {
    private List<Event> events = List.of();
  }
}
