package dev.ordo.crm;

import dev.ordo.journey.Event;
import dev.ordo.journey.Watcher;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the history of customers when their goods leave and when they arrive. */
@Component
class CustomerHistory implements Watcher {
  private static final String LEFT = "consignment.handed-over";
  private static final String ARRIVED = "order.delivered";

  private final Customers customers;
  private final Orders orders;
  private final BusinessClock clock;
  private final JsonMapper json;

  CustomerHistory(Customers customers, Orders orders, BusinessClock clock, JsonMapper json) {
    this.customers = customers;
    this.orders = orders;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public String name() {
    return "customer-history";
  }

  @Override
  public Set<String> topics() {
    return Set.of(LEFT, ARRIVED);
  }

  @Override
  public void on(List<Event> events) {
    Set<Long> seen = new LinkedHashSet<>();
    Map<Long, Instant> arrived = new HashMap<>();
    for (Event event : events) {
      Set<Long> ids = orderIds(event);
      seen.addAll(ids);
      if (event.topic().equals(ARRIVED)) {
        ids.forEach(id -> arrived.put(id, clock.now()));
      }
    }
    customers.shipped(orders.load(seen).stream().map(this::shipped).toList());
    customers.delivered(arrived);
  }

  /** {@code orders[].orderId} of a hand-over, {@code orderId} of a delivered order. */
  private Set<Long> orderIds(Event event) {
    JsonNode payload = json.readTree(event.payload());
    Set<Long> ids = new LinkedHashSet<>();
    for (JsonNode order : payload.path("orders")) {
      ids.add(Long.parseLong(order.get("orderId").asString()));
    }
    if (payload.has("orderId")) {
      ids.add(Long.parseLong(payload.get("orderId").asString()));
    }
    return ids;
  }

  private Shipped shipped(Order order) {
    return new Shipped(
        order.mergeScope(),
        order.buyerKey(),
        order.receiver().nameMask(),
        order.receiver().phoneMask(),
        order.receiver().region(),
        order.receiver().key(),
        new Purchase(
            order.id(),
            order.shop(),
            order.platformNo(),
            order.totalAmount(),
            order.currency(),
            order.orderedAt(),
            clock.now(),
            null));
  }
}
