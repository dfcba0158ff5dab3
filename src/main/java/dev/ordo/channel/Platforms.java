package dev.ordo.channel;

import dev.ordo.catalog.Shop;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells platforms things through the wire routes of {@code routes/channel-*.camel.yaml}. */
@Component
class Platforms {
  private final Connectors connectors;
  private final Outgoing outgoing;
  private final ObjectProvider<ProducerTemplate> camel;

  Platforms(Connectors connectors, Outgoing outgoing, ObjectProvider<ProducerTemplate> camel) {
    this.connectors = connectors;
    this.outgoing = outgoing;
    this.camel = camel;
  }

  Answer ship(Shop shop, ShipNotice notice) {
    Connector connector = connectors.of(shop.platform());
    return tell(shop, connector, connector.ship(connectors.gateway(shop), notice));
  }

  Answer stock(Shop shop, StockFigure figure) {
    Connector connector = connectors.of(shop.platform());
    return tell(shop, connector, connector.stock(connectors.gateway(shop), figure));
  }

  private Answer tell(Shop shop, Connector connector, Call call) {
    Exchange answered =
        camel.getObject().request(wire(shop), exchange -> outgoing.put(exchange, call));
    Exception trouble = answered.getException();
    if (trouble != null) {
      return new Answer.Later(
          trouble.getClass().getSimpleName(), String.valueOf(trouble.getMessage()));
    }
    return connector.answer(String.valueOf(answered.getMessage().getBody(String.class)));
  }

  private static String wire(Shop shop) {
    return "direct:channel-%s-wire".formatted(shop.platform().toLowerCase(Locale.ROOT));
  }
}
