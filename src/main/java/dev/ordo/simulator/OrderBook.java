package dev.ordo.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All orders the shops know, so that the world goes on where it stood after a restart or a kill.
 */
final class OrderBook {
  private static final Duration KEPT = Duration.ofDays(4);

  private final Journal<SimOrder> orders;

  OrderBook(Path folder) {
    this.orders =
        new Journal<>(
            folder.resolve("orders.jsonl"), SimOrder.class, SimOrder::key, OrderBook::recent);
  }

  private static Map<String, SimOrder> recent(Map<String, SimOrder> all) {
    Instant newest =
        all.values().stream().map(SimOrder::modified).max(Instant::compareTo).orElse(Instant.MAX);
    all.values().removeIf(o -> o.next() == null && o.modified().isBefore(newest.minus(KEPT)));
    return all;
  }

  synchronized void put(SimOrder order) {
    orders.put(order);
  }

  synchronized Optional<SimOrder> find(String shop, String no) {
    return Optional.ofNullable(orders.things().get(shop + ":" + no));
  }

  /** Orders of a shop that changed within the window, oldest change first. */
  synchronized List<SimOrder> changed(String shop, Instant from, Instant to) {
    return orders.things().values().stream()
        .filter(o -> o.shop().equals(shop))
        .filter(o -> !o.modified().isBefore(from) && !o.modified().isAfter(to))
        .sorted(Comparator.comparing(SimOrder::modified).thenComparing(SimOrder::no))
        .toList();
  }

  /** Orders whose buyers should act by now. */
  synchronized List<SimOrder> due(Instant now) {
    return orders.things().values().stream()
        .filter(
            o -> {
              SimOrder.Act next = o.next();
              return next != null && !next.at().isAfter(now);
            })
        .toList();
  }

  synchronized List<SimOrder> all() {
    return List.copyOf(orders.things().values());
  }
}
