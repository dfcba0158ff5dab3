package dev.ordo.tracking;

import dev.ordo.journey.Event;
import dev.ordo.journey.Stages;
import dev.ordo.journey.Watcher;
import dev.ordo.shipping.ConsignmentHandedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins to follow parcels when carriers take them. */
@Component
class TrackingBegin implements Watcher {
  private final TraceRows rows;
  private final TrackingSettings settings;
  private final Stages stages;
  private final JsonMapper json;

  TrackingBegin(TraceRows rows, TrackingSettings settings, Stages stages, JsonMapper json) {
    this.rows = rows;
    this.settings = settings;
    this.stages = stages;
    this.json = json;
  }

  @Override
  public String name() {
    return "tracking.begin";
  }

  @Override
  public Set<String> topics() {
    return Set.of(ConsignmentHandedOver.TOPIC);
  }

  @Override
  public void on(List<Event> events) {
    rows.begin(
        events.stream()
            .map(event -> json.readValue(event.payload(), ConsignmentHandedOver.class))
            .flatMap(left -> begun(left).stream())
            .toList(),
        settings.pollEvery());
    stages.wake("track");
  }

  private static List<Trace> begun(ConsignmentHandedOver left) {
    List<Trace> traces = new ArrayList<>();
    for (ConsignmentHandedOver.Box box : left.parcels()) {
      traces.add(
          Trace.begun(
              box.parcelId(),
              left.consignmentId(),
              left.carrier(),
              box.waybillNo(),
              left.province(),
              left.phoneTail(),
              left.at()));
    }
    return traces;
  }
}
