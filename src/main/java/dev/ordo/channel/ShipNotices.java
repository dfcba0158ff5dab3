package dev.ordo.channel;

import dev.ordo.catalog.Shop;
import dev.ordo.catalog.Shops;
import dev.ordo.journey.Event;
import dev.ordo.journey.Incidents;
import dev.ordo.journey.NewIncident;
import dev.ordo.journey.Watcher;
import dev.ordo.order.Orders;
import dev.ordo.shared.Refusal.Fault;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Writes back to the shop what left the house, at least once: a platform that knows of it already
 * is satisfied, one that is not there is told again, one that refuses leaves an incident.
 */
@Component
class ShipNotices implements Watcher {
  static final String SOURCE = "channel-ship";

  private final Shops shops;
  private final Orders orders;
  private final Connectors connectors;
  private final Platforms platforms;
  private final Incidents incidents;

  ShipNotices(
      Shops shops, Orders orders, Connectors connectors, Platforms platforms, Incidents incidents) {
    this.shops = shops;
    this.orders = orders;
    this.connectors = connectors;
    this.platforms = platforms;
    this.incidents = incidents;
  }

  /** The platform was not there; the outbox brings the event again. */
  static final class NotTold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTold(String shop, String reason) {
      super("The shop (%s) could not be told of a shipment: %s".formatted(shop, reason));
    }
  }

  @Override
  public String name() {
    return "ship-notice";
  }

  @Override
  public Set<String> topics() {
    return Set.of("consignment.handed-over");
  }

  @Override
  public boolean transactional() {
    return false;
  }

  @Override
  public void on(List<Event> events) {
    for (Event event : events) {
      JsonNode shipped = PlatformJson.read(event.payload());
      for (JsonNode order : shipped.path("orders").values()) {
        tell(shipped, order);
      }
    }
  }

  private void tell(JsonNode shipped, JsonNode order) {
    Shop shop = shops.find(order.path("shop").asString("")).orElse(null);
    if (shop == null || !connectors.reachable().contains(shop)) {
      return;
    }
    String carrier = shipped.path("carrier").asString("");
    List<String> lines =
        order.path("lines").values().stream()
            .map(line -> line.path("lineNo").asString(""))
            .distinct()
            .toList();
    for (JsonNode parcel : shipped.path("parcels").values()) {
      String waybill = parcel.path("waybillNo").asString("");
      String no = order.path("platformNo").asString("");
      ShipNotice notice = new ShipNotice(no, carrier, waybill, lines, whole(shop, no, lines));
      heed(shop, notice, platforms.ship(shop, notice));
    }
  }

  private boolean whole(Shop shop, String platformNo, List<String> lines) {
    return orders
        .find(shop.code(), platformNo)
        .map(order -> order.lines().size() == lines.size())
        .orElse(true);
  }

  private void heed(Shop shop, ShipNotice notice, Answer answer) {
    switch (answer) {
      case Answer.Done done -> {}
      case Answer.Later later -> throw new NotTold(shop.code(), later.reason());
      case Answer.Refused refused -> incidents.raise(incident(shop, notice, refused));
    }
  }

  private static NewIncident incident(Shop shop, ShipNotice notice, Answer.Refused refused) {
    String subject = shop.code() + ":" + notice.platformNo();
    String remedy = "Look at the order in the shop: was it refunded or closed?";
    return new NewIncident(
        SOURCE,
        "SHIP_REFUSED",
        SOURCE + ":" + subject + ":" + notice.waybillNo(),
        subject,
        ShipNoticeResender.payload(shop.code(), notice),
        List.of(new Fault("ship", refused.code() + " " + refused.reason(), remedy)));
  }
}
