package dev.ordo.journey;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.DefaultInterceptSendToEndpoint;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Keeps the outside from steering routes: Camel's own headers are stripped where a message comes in
 * and before every HTTP call (CVE-2026-78164: CamelHttpUri redirects the call and resolves
 * placeholders), HTTP leaves to known hosts only, and what a message chooses at run time is held to
 * the same components as a file.
 */
final class HeaderGuard implements RoutePolicyFactory, EndpointStrategy {
  private static final Set<String> CHOSEN_BY_ROUTE =
      Set.of("camelhttpmethod", "camelhttppath", "camelhttpquery");
  private static final Set<String> FILE_FACTS =
      Set.of("camelfilename", "camelfilenameonly", "camelfilelength", "camelfilelastmodified");

  private final List<String> hosts;

  HeaderGuard(List<String> hosts) {
    this.hosts = List.copyOf(hosts);
  }

  void guard(CamelContext context) {
    context.addRoutePolicyFactory(this);
    context.getCamelContextExtension().registerEndpointCallback(this);
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext context, String route, NamedNode node) {
    return new RoutePolicySupport() {
      @Override
      public void onExchangeBegin(Route begun, Exchange exchange) {
        if (!begun.getEndpoint().getEndpointUri().startsWith("direct:")) {
          strip(exchange.getIn(), FILE_FACTS);
        }
      }
    };
  }

  @Override
  public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
    checkComponent(endpoint.getEndpointUri());
    if (!(endpoint instanceof HttpEndpoint http)) {
      return endpoint;
    }
    checkHost(http.getHttpUri());
    DefaultInterceptSendToEndpoint guarded = new DefaultInterceptSendToEndpoint(http, false);
    guarded.setBefore(this::beforeCall);
    return guarded;
  }

  private void beforeCall(Exchange exchange) {
    Message message = exchange.getMessage();
    strip(message, CHOSEN_BY_ROUTE);
    neutralise(message, Exchange.HTTP_PATH);
    neutralise(message, Exchange.HTTP_QUERY);
  }

  /** A value such as {@code {{env:SECRET}}} must reach the far side as text. */
  private static void neutralise(Message message, String header) {
    String value = message.getHeader(header, String.class);
    if (value != null) {
      message.setHeader(header, value.replace("{", "%7B").replace("}", "%7D"));
    }
  }

  private static void strip(Message message, Set<String> kept) {
    message.getHeaders().keySet().removeIf(name -> isCamels(name) && !kept.contains(lower(name)));
  }

  private static boolean isCamels(String name) {
    String lower = lower(name);
    return lower.startsWith("camel") || lower.startsWith("org.apache.camel");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void checkComponent(String uri) {
    String component = uri.substring(0, Math.max(uri.indexOf(':'), 0));
    if (!RoutePlan.COMPONENTS.contains(component)) {
      throw new IllegalArgumentException("The component (%s) is not allowed.".formatted(component));
    }
  }

  private void checkHost(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    if (hosts.stream().noneMatch(allowed -> matches(allowed, host))) {
      throw new IllegalArgumentException(
          "The host (%s) is not among the hosts routes may call %s.\nMaybe add it to ordo.journey.hosts."
              .formatted(host, hosts));
    }
  }

  private static boolean matches(String allowed, String host) {
    return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
  }
}
