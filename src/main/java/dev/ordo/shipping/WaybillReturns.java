package dev.ordo.shipping;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.carrier.CarrierWire;
import dev.ordo.carrier.Carriers;
import dev.ordo.journey.Event;
import dev.ordo.journey.Watcher;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives waybill numbers that will not travel back to their carriers. */
@Component
class WaybillReturns implements Watcher {
  static final String TOPIC = "waybill.voided";
  private static final Logger LOG = LoggerFactory.getLogger(WaybillReturns.class);

  /** Payload: a number to be given back. */
  record Void(long parcelId, String carrier, String waybillNo) {}

  private final Carriers carriers;
  private final CarrierWire wire;
  private final JsonMapper json;

  WaybillReturns(Carriers carriers, CarrierWire wire, JsonMapper json) {
    this.carriers = carriers;
    this.wire = wire;
    this.json = json;
  }

  @Override
  public String name() {
    return "shipping.waybill-returns";
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
      Void given = json.readValue(event.payload(), Void.class);
      CarrierAnswer answer =
          wire.call(
              new CarrierCall.CancelWaybill(
                  carriers.carrier(given.carrier()),
                  Ids.text(given.parcelId()),
                  given.waybillNo()));
      if (answer instanceof CarrierAnswer.Declined declined) {
        LOG.warn("Carrier ({}) keeps a voided waybill: {}", given.carrier(), declined.code());
      }
    }
  }
}
