package dev.ordo.journey;

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
    String from = exchange.getFromEndpoint().getEndpointUri();
    return from.startsWith("stage:") || from.startsWith("direct:");
  }
}
