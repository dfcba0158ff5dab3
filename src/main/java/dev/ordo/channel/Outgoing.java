package dev.ordo.channel;

import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Puts a signed call on an exchange, so that a route can carry it to the platform. */
@Component
class Outgoing {
  void put(Exchange exchange, Call call) {
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
