package dev.ordo.finance;

import dev.ordo.journey.Event;
import dev.ordo.journey.Watcher;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes goods out of the books' stock when they leave the house: they are ours until delivery. */
@Component
class GoodsShipped implements Watcher {
  private final Accruals accruals;
  private final JsonMapper json;

  GoodsShipped(Accruals accruals, JsonMapper json) {
    this.accruals = accruals;
    this.json = json;
  }

  @Override
  public String name() {
    return "finance-shipment";
  }

  @Override
  public Set<String> topics() {
    return Set.of("consignment.handed-over");
  }

  @Override
  public void on(List<Event> events) {
    accruals.shipped(events.stream().map(this::consignmentId).toList());
  }

  private long consignmentId(Event event) {
    return Long.parseLong(json.readTree(event.payload()).get("consignmentId").asString());
  }
}
