package dev.ordo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all shops do alike behind their own manners: find orders, take shipments and stock. */
final class Backoffice {
  private final OrderBook book;
  private final Supplier<Instant> now;
  private final @Nullable Depot depot;
  private final Map<String, Integer> stock = new ConcurrentHashMap<>();

  /**
   * @param depot is told which parcels are ready, null where no carriers are played
   */
  Backoffice(OrderBook book, Supplier<Instant> now, @Nullable Depot depot) {
    this.book = book;
    this.now = now;
    this.depot = depot;
  }

  /** What a shop says to a shipment. */
  enum Shipped {
    TAKEN,
    ALREADY,
    UNKNOWN,
    CLOSED
  }

  List<SimOrder> changed(Shopfront shop, Instant from, Instant to) {
    return book.changed(shop.code(), from, to);
  }

  /** Page {@code page} (from 1) of so many; empty beyond the end. */
  static <T> List<T> page(List<T> all, int page, int size) {
    int from = Math.min(all.size(), Math.max(0, page - 1) * size);
    return new ArrayList<>(all.subList(from, Math.min(all.size(), from + size)));
  }

  Shipped ship(Shopfront shop, String no, String waybill) {
    if (depot != null) {
      depot.ready(waybill);
    }
    synchronized (book) {
      SimOrder order = book.find(shop.code(), no).orElse(null);
      if (order == null) {
        return Shipped.UNKNOWN;
      }
      if (order.state() == SimOrder.State.SHIPPED || order.state() == SimOrder.State.DONE) {
        return Shipped.ALREADY;
      }
      if (order.state() == SimOrder.State.CLOSED) {
        return Shipped.CLOSED;
      }
      Instant at = now.get();
      var confirm = new SimOrder.Act(at.plus(Duration.ofDays(3)), SimOrder.Act.What.CONFIRM, null);
      book.put(order.shippedWith(at, waybill, confirm));
      return Shipped.TAKEN;
    }
  }

  void stock(Shopfront shop, String sku, int available) {
    stock.put(shop.code() + ":" + sku, available);
  }

  void stockBy(Shopfront shop, String sku, int change) {
    stock.merge(shop.code() + ":" + sku, change, Integer::sum);
  }

  /** What the shops were told may be sold, by shop and article. */
  Map<String, Integer> stock() {
    return Map.copyOf(stock);
  }
}
