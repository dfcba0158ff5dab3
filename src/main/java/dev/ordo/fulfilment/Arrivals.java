package dev.ordo.fulfilment;

import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Lock;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockSnapshot;
import dev.ordo.journey.Event;
import dev.ordo.journey.Stages;
import dev.ordo.journey.Watcher;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Orders;
import dev.ordo.order.Supply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** When units arrive or come free: shortage holds clear themselves, presale lines get locked. */
@Component
class Arrivals implements Watcher {
  private final Orders orders;
  private final Stock stock;
  private final MergeGroups groups;
  private final Stages stages;
  private final JsonMapper json;
  private final dev.ordo.shared.BusinessClock clock;

  Arrivals(
      Orders orders,
      Stock stock,
      MergeGroups groups,
      Stages stages,
      JsonMapper json,
      dev.ordo.shared.BusinessClock clock) {
    this.orders = orders;
    this.stock = stock;
    this.groups = groups;
    this.stages = stages;
    this.json = json;
    this.clock = clock;
  }

  private record Skus(List<String> skus) {}

  @Override
  public String name() {
    return "arrivals";
  }

  @Override
  public Set<String> topics() {
    return Set.of("stock.freed");
  }

  @Override
  public void on(List<Event> events) {
    List<String> skus =
        events.stream()
            .flatMap(e -> json.readValue(e.payload(), Skus.class).skus().stream())
            .distinct()
            .sorted()
            .toList();
    lockWaiting(skus);
    orders.clearShortages(skus);
  }

  /** Presale buyers came first, so they are served before the shortage queue. */
  private void lockWaiting(List<String> skus) {
    List<OrderLine> waiting = orders.waiting(skus);
    if (waiting.isEmpty()) {
      return;
    }
    StockSnapshot snapshot = stock.snapshotForUpdate(skus);
    List<Lock> locks = new ArrayList<>();
    Map<Long, Orders.LineSupply> supply = new HashMap<>();
    for (OrderLine line : waiting) {
      warehouseWith(snapshot, line)
          .findFirst()
          .ifPresent(
              warehouse -> {
                Demand demand = Demand.orderLine(line.id());
                locks.addAll(snapshot.take(demand, warehouse, line.sku(), line.openQty()));
                supply.put(line.id(), new Orders.LineSupply(Supply.LOCKED, warehouse));
              });
    }
    stock.lock(locks);
    orders.supply(supply);
    openGroups(waiting.stream().filter(l -> supply.containsKey(l.id())).toList());
  }

  private static Stream<String> warehouseWith(StockSnapshot snapshot, OrderLine line) {
    return snapshot.warehousesOf(line.sku()).stream()
        .filter(w -> snapshot.available(w, line.sku()) >= line.openQty());
  }

  private void openGroups(List<OrderLine> locked) {
    groups.open(
        orders.load(locked.stream().map(OrderLine::orderId).distinct().toList()).stream()
            .map(o -> new MergeGroups.Due(Planning.keyOf(o), clock.now()))
            .toList());
    stages.wake("plan-due");
  }
}
