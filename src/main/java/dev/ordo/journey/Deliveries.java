package dev.ordo.journey;

import dev.ordo.shared.MachineClock;
import dev.ordo.shared.NodeName;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One delivery with a thread of its own for each watcher. */
@Component
class Deliveries implements SmartLifecycle, Resender {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int ROUNDS = 10_000;

  private final ObjectProvider<Watcher> watchers;
  private final OutboxRows rows;
  private final JourneySettings settings;
  private final Delivery.Surroundings around;
  private final Map<String, Worker> workers = new ConcurrentHashMap<>();
  private final AfterCommit afterCommit = new AfterCommit(this::call);
  private volatile Map<String, Delivery> deliveries = Map.of();
  private volatile Map<String, Set<String>> byTopic = Map.of();
  private volatile boolean known;
  private volatile boolean running;

  Deliveries(
      ObjectProvider<Watcher> watchers,
      OutboxRows rows,
      PlatformTransactionManager transactions,
      MachineClock clock,
      NodeName node,
      JourneySettings settings,
      Incidents incidents) {
    this.watchers = watchers;
    this.rows = rows;
    this.settings = settings;
    this.around =
        new Delivery.Surroundings(
            new TransactionTemplate(transactions), clock::now, settings, incidents, node.number());
  }

  Collection<String> interestedIn(String topic) {
    learn();
    return byTopic.getOrDefault(topic, Set.of());
  }

  void wake(String watcher) {
    afterCommit.say(watcher);
  }

  int deliverDue() {
    learn();
    return deliveries.values().stream().mapToInt(Deliveries::all).sum();
  }

  private static int all(Delivery delivery) {
    int total = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int taken = delivery.run();
      if (taken == 0) {
        return total;
      }
      total += taken;
    }
    throw new IllegalStateException(
        "The watcher (%s) never comes to an end.".formatted(delivery.watcher()));
  }

  /** Watchers may themselves publish, so they are asked for at the first use, not before. */
  private synchronized void learn() {
    if (known) {
      return;
    }
    Map<String, Delivery> found = new LinkedHashMap<>();
    watchers.orderedStream().forEach(w -> found.put(w.name(), new Delivery(w, rows, around)));
    byTopic =
        found.values().stream()
            .flatMap(d -> d.topics().stream().map(topic -> Map.entry(topic, d.watcher())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
    deliveries = found;
    known = true;
  }

  private void call(String watcher) {
    Worker worker = workers.get(watcher);
    if (worker != null) {
      worker.call();
    }
  }

  @Override
  public void start() {
    learn();
    running = true;
    deliveries.keySet().forEach(rows::register);
    if (settings.autostart()) {
      deliveries.forEach((name, delivery) -> start(name, () -> delivery.run() > 0));
    }
  }

  private void start(String watcher, java.util.function.BooleanSupplier work) {
    Worker worker = new Worker("outbox-" + watcher, 1, POLL, work);
    workers.put(watcher, worker);
    worker.start();
  }

  @Override
  public void stop() {
    running = false;
    workers.values().forEach(Worker::stop);
    workers.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void prune() {
    rows.prune(settings.retention());
  }

  @Override
  public String source() {
    return "outbox:*";
  }

  @Override
  public void resend(String payload) {
    rows.revive(Long.parseLong(payload.strip()));
    List.copyOf(deliveries.keySet()).forEach(this::wake);
  }
}
