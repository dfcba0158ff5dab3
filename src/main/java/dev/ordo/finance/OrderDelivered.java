package dev.ordo.finance;

import dev.ordo.journey.Event;
import dev.ordo.journey.Stages;
import dev.ordo.journey.Watcher;
import dev.ordo.shared.BusinessClock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts every delivered order into the pool of the stage {@code settle}. */
@Component
class OrderDelivered implements Watcher {
  private final AccrualDue due;
  private final Stages stages;
  private final BusinessClock clock;
  private final JsonMapper json;

  OrderDelivered(AccrualDue due, Stages stages, BusinessClock clock, JsonMapper json) {
    this.due = due;
    this.stages = stages;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public String name() {
    return "finance-accrual";
  }

  @Override
  public Set<String> topics() {
    return Set.of("order.delivered");
  }

  @Override
  public void on(List<Event> events) {
    due.add(events.stream().map(this::orderId).toList(), clock.now());
    stages.wake(Accruals.POOL);
  }

  private long orderId(Event event) {
    return Long.parseLong(json.readTree(event.payload()).get("orderId").asString());
  }
}
