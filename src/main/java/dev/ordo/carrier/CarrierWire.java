package dev.ordo.carrier;

import dev.ordo.shared.MachineClock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The way to the carriers: each call runs through the route {@code direct:carrier-<protocol>}. */
@Component
@EnableConfigurationProperties(CarrierSettings.class)
public class CarrierWire {
  private static final String CALL = "ordo.carrier.call";

  private final Map<String, CarrierProtocol> protocols;
  private final CarrierSettings settings;
  private final MachineClock clock;
  private final ObjectProvider<ProducerTemplate> camel;

  CarrierWire(
      Collection<CarrierProtocol> protocols,
      CarrierSettings settings,
      MachineClock clock,
      ObjectProvider<ProducerTemplate> camel) {
    this.protocols =
        protocols.stream().collect(Collectors.toMap(CarrierProtocol::name, Function.identity()));
    this.settings = settings;
    this.clock = clock;
    this.camel = camel;
  }

  /** Asks a carrier; a broken wire is an exception, the call may then be repeated. */
  public CarrierAnswer call(CarrierCall call) {
    String route = "direct:carrier-" + call.carrier().protocol().toLowerCase(java.util.Locale.ROOT);
    Exchange done =
        camel
            .getObject()
            .send(route, ExchangePattern.InOut, exchange -> exchange.getMessage().setBody(call));
    Exception broken = done.getException();
    if (broken != null) {
      throw new CarrierUnreachable(call.carrier().code(), broken);
    }
    return Objects.requireNonNull(done.getMessage().getBody(CarrierAnswer.class), "answer");
  }

  /** Reads what a carrier pushed to us. */
  public CarrierProtocol.Pushed push(
      Carrier carrier, Map<String, String> headers, Map<String, String> parameters, String body) {
    return protocol(carrier).push(headers, parameters, body, settings.of(carrier.credentialsRef()));
  }

  /** Route step: turns a {@link CarrierCall} into a signed HTTP message. */
  public void write(Exchange exchange) {
    Message message = exchange.getMessage();
    CarrierCall call = Objects.requireNonNull(message.getBody(CarrierCall.class), "call");
    CarrierProtocol.Wire wire =
        protocol(call.carrier())
            .write(call, settings.of(call.carrier().credentialsRef()), clock.now());
    exchange.setProperty(CALL, call);
    message.removeHeaders("*");
    wire.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_METHOD, "POST");
    message.setHeader(Exchange.CONTENT_TYPE, wire.contentType());
    if (!wire.path().isEmpty()) {
      message.setHeader(Exchange.HTTP_PATH, wire.path());
    }
    if (!wire.query().isEmpty()) {
      message.setHeader(Exchange.HTTP_QUERY, wire.query());
    }
    message.setBody(wire.body());
  }

  /** Route step: turns the carrier's body into a {@link CarrierAnswer}. */
  public void read(Exchange exchange) {
    CarrierCall call =
        Objects.requireNonNull(exchange.getProperty(CALL, CarrierCall.class), "call");
    String body = exchange.getMessage().getBody(String.class);
    CarrierAnswer answer = protocol(call.carrier()).read(call, body == null ? "" : body);
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(answer);
  }

  private CarrierProtocol protocol(Carrier carrier) {
    CarrierProtocol protocol = protocols.get(carrier.protocol());
    if (protocol == null) {
      throw new IllegalStateException(
          "The carrier (%s) speaks (%s), which is none of (%s)."
              .formatted(carrier.code(), carrier.protocol(), protocols.keySet()));
    }
    return protocol;
  }
}
