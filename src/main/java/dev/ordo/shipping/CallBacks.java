package dev.ordo.shipping;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.carrier.CarrierWire;
import dev.ordo.carrier.Carriers;
import dev.ordo.journey.Event;
import dev.ordo.journey.Watcher;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks carriers to bring parcels back, over their own wire, and notes what they answer. */
@Component
class CallBacks implements Watcher {
  static final String TOPIC = "parcel.called-back";

  /** Payload: a parcel that shall come back. */
  record Wanted(long parcelId, String carrier, String waybillNo) {}

  private final Carriers carriers;
  private final CarrierWire wire;
  private final Milestones milestones;
  private final BusinessClock clock;
  private final JsonMapper json;

  CallBacks(
      Carriers carriers,
      CarrierWire wire,
      Milestones milestones,
      BusinessClock clock,
      JsonMapper json) {
    this.carriers = carriers;
    this.wire = wire;
    this.milestones = milestones;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public String name() {
    return "shipping.call-backs";
  }

  @Override
  public Set<String> topics() {
    return Set.of(TOPIC);
  }

  @Override
  public boolean transactional() {
    return false;
  }

  @Override
  public void on(List<Event> events) {
    for (Event event : events) {
      Wanted wanted = json.readValue(event.payload(), Wanted.class);
      CarrierAnswer answer =
          wire.call(
              new CarrierCall.InterceptParcel(
                  carriers.carrier(wanted.carrier()),
                  Ids.text(wanted.parcelId()),
                  wanted.waybillNo()));
      milestones.record(List.of(evidence(wanted, answer)));
    }
  }

  private Milestone evidence(Wanted wanted, CarrierAnswer answer) {
    boolean declined = answer instanceof CarrierAnswer.Declined;
    return Parcels.noted(
        wanted.parcelId(),
        declined ? "CALL_BACK_DECLINED" : "CALL_BACK_AGREED",
        clock.now(),
        "system",
        answer instanceof CarrierAnswer.Declined d
            ? d.code() + " " + d.text()
            : wanted.waybillNo());
  }
}
