package dev.ordo.channel;

import dev.ordo.catalog.Shop;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Puts a signed call on an exchange, so that a route can carry it to the platform. */
@Component
class Outgoing {
  /** Exchange property: the address for {@code toD}; nothing else of the call is in it. */
  static final String GATEWAY = "ordoGateway";

  private static final String OPTIONS =
      "?throwExceptionOnFailure=true&copyHeaders=false&connectTimeout=5000&responseTimeout=20000";

  void put(Exchange exchange, Shop shop, Call call) {
    exchange.setProperty(GATEWAY, shop.pull().url() + OPTIONS);
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    call.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_METHOD, call.method().toUpperCase(Locale.ROOT));
    message.setHeader(Exchange.HTTP_PATH, call.path());
    if (!call.query().isEmpty()) {
      message.setHeader(Exchange.HTTP_QUERY, Forms.encode(call.query()));
    }
    message.setHeader(Exchange.CONTENT_TYPE, call.contentType());
    message.setBody(call.method().equals("GET") ? null : call.body());
  }
}
