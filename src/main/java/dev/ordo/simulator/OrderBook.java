package dev.ordo.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * All orders the shops know, kept in a file of one line per change, so that the world goes on where
 * it stood after a restart or a kill. Old finished orders are forgotten.
 */
final class OrderBook {
  private static final Logger LOG = LoggerFactory.getLogger(OrderBook.class);
  private static final Duration KEPT = Duration.ofDays(4);

  private final Path file;
  private final Map<String, SimOrder> orders = new LinkedHashMap<>();
  private final BufferedWriter journal;

  OrderBook(Path folder) {
    this.file = folder.resolve("orders.jsonl");
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        Files.readAllLines(file).forEach(this::remember);
      }
      forgetTheOld();
      this.journal = rewritten();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A kill may have cut the last line; its order is simply not there yet. */
  private void remember(String line) {
    try {
      SimOrder order = Wire.JSON.readValue(line, SimOrder.class);
      orders.put(order.key(), order);
    } catch (JacksonException e) {
      LOG.info("A half-written line of {} is skipped.", file);
    }
  }

  private void forgetTheOld() {
    Instant newest =
        orders.values().stream()
            .map(SimOrder::modified)
            .max(Instant::compareTo)
            .orElse(Instant.MAX);
    orders.values().removeIf(o -> o.next() == null && o.modified().isBefore(newest.minus(KEPT)));
  }

  private BufferedWriter rewritten() throws IOException {
    Path fresh = file.resolveSibling("orders.new");
    try (BufferedWriter writer = Files.newBufferedWriter(fresh)) {
      for (SimOrder order : orders.values()) {
        writer.write(Wire.JSON.writeValueAsString(order));
        writer.newLine();
      }
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return Files.newBufferedWriter(file, StandardOpenOption.APPEND);
  }

  synchronized void put(SimOrder order) {
    try {
      journal.write(Wire.JSON.writeValueAsString(order));
      journal.newLine();
      journal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    orders.put(order.key(), order);
  }

  synchronized Optional<SimOrder> find(String shop, String no) {
    return Optional.ofNullable(orders.get(shop + ":" + no));
  }

  /** Orders of a shop that changed within the window, oldest change first. */
  synchronized List<SimOrder> changed(String shop, Instant from, Instant to) {
    return orders.values().stream()
        .filter(o -> o.shop().equals(shop))
        .filter(o -> !o.modified().isBefore(from) && !o.modified().isAfter(to))
        .sorted(Comparator.comparing(SimOrder::modified).thenComparing(SimOrder::no))
        .toList();
  }

  /** Orders whose buyers should act by now. */
  synchronized List<SimOrder> due(Instant now) {
    List<SimOrder> due = new ArrayList<>();
    for (SimOrder order : orders.values()) {
      SimOrder.Act next = order.next();
      if (next != null && !next.at().isAfter(now)) {
        due.add(order);
      }
    }
    return due;
  }

  synchronized List<SimOrder> all() {
    return List.copyOf(orders.values());
  }
}
