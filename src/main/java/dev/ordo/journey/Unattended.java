package dev.ordo.journey;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Tells the error policy whether somebody waits for a message's outcome. */
@Component
public class Unattended {
  Unattended() {}

  /**
   * True for stages and for calls through {@code direct:}; false for what a timer or file began.
   */
  public boolean hasCaller(Exchange exchange) {
    Endpoint from = exchange.getFromEndpoint();
    return from != null
        && (from.getEndpointUri().startsWith("stage:")
            || from.getEndpointUri().startsWith("direct:"));
  }
}
