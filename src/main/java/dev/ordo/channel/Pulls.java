package dev.ordo.channel;

import dev.ordo.catalog.Shop;
import dev.ordo.catalog.Shops;
import dev.ordo.journey.Incidents;
import dev.ordo.journey.NewIncident;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.Refusal.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The steps of pulling orders that the channel routes name: which shops are due, the signed
 * question for the next page, the orders of the answer, and moving the cursor on once all are
 * taken.
 */
@Component("pulls")
public class Pulls {
  /** Asked for again each time: platforms show orders late by up to this much. */
  private static final Duration OVERLAP = Duration.ofMinutes(3);

  /** Name of the incidents of shops that refuse to be pulled. */
  static final String SOURCE = "channel-pull";

  private static final String PULL = "pull";

  private final Connectors connectors;
  private final Shops shops;
  private final Cursors cursors;
  private final Outgoing outgoing;
  private final Incidents incidents;
  private final BusinessClock business;
  private final MachineClock machine;

  Pulls(
      Connectors connectors,
      Shops shops,
      Cursors cursors,
      Outgoing outgoing,
      Incidents incidents,
      BusinessClock business,
      MachineClock machine) {
    this.connectors = connectors;
    this.shops = shops;
    this.cursors = cursors;
    this.outgoing = outgoing;
    this.incidents = incidents;
    this.business = business;
    this.machine = machine;
  }

  /** The shops of a platform whose next pull is due, each leased to this node. */
  public List<Pull> due(String platform) {
    List<Shop> reachable = connectors.reachable(platform);
    if (reachable.isEmpty()) {
      return List.of();
    }
    Instant now = business.now();
    cursors.begin(reachable.stream().map(Shop::code).toList(), now);
    List<Pull> due = new ArrayList<>();
    for (Shop shop : reachable) {
      cursors
          .lease(shop.code(), now, machine.now())
          .ifPresent(cursor -> due.add(begin(shop, cursor.pulledTo(), now)));
    }
    return due;
  }

  /** How the pulling of each shop goes. */
  public List<PullState> states() {
    return cursors.all();
  }

  private Pull begin(Shop shop, Instant pulledTo, Instant now) {
    Connector.Paging paging = connectors.of(shop.platform()).paging();
    Instant from = pulledTo.minus(OVERLAP);
    Instant widest = from.plusSeconds(paging.widest());
    Window window = new Window(from, widest.isBefore(now) ? widest : now);
    return Pull.start(shop.code(), shop.platform(), window, paging);
  }

  /** Puts the signed question for the next page on the exchange. */
  public void ask(Exchange exchange) {
    Pull pull = pull(exchange);
    Shop shop = shops.shop(pull.shop());
    Connector connector = connectors.of(pull.platform());
    outgoing.put(exchange, connector.orders(connectors.gateway(shop), pull.window(), pull.page()));
  }

  /** Reads the answer; the body becomes the page's orders as they came, still the platform's. */
  public void read(Exchange exchange) {
    Pull pull = pull(exchange);
    Connector connector = connectors.of(pull.platform());
    OrderPage page =
        connector.orderPage(
            Objects.requireNonNullElse(exchange.getMessage().getBody(String.class), ""));
    Pull.Step step = pull.after(page, connector.paging());
    List<RawOrder> orders =
        step.use()
            ? page.orders().stream()
                .map(o -> new RawOrder(pull.platform(), pull.shop(), PlatformJson.write(o)))
                .toList()
            : List.of();
    exchange.setProperty(PULL, step.next());
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(orders);
  }

  /** All pages are taken: the cursor moves on. A long gap is caught up window by window at once. */
  public void finish(Exchange exchange) {
    Pull pull = pull(exchange);
    Instant now = business.now();
    Duration every = shops.shop(pull.shop()).pull().every();
    boolean caughtUp = pull.window().to().isAfter(now.minus(every));
    cursors.done(pull, caughtUp ? now.plus(every) : now);
    incidents.resolve(SOURCE + ":" + pull.shop());
  }

  /** The platform was not there or said no: the same window is asked for again a little later. */
  public void failed(Exchange exchange) {
    Pull pull = pull(exchange);
    Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    String reason = String.valueOf(caught);
    cursors.failed(pull.shop(), reason, machine.now());
    if (caught instanceof PlatformTrouble trouble && !trouble.mayHelpToAskAgain()) {
      incidents.raise(
          new NewIncident(
              SOURCE,
              "PULL_REFUSED",
              SOURCE + ":" + pull.shop(),
              pull.shop(),
              pull.shop(),
              List.of(new Fault("pull", trouble.code(), "Check key and secret of the shop."))));
    }
  }

  private static Pull pull(Exchange exchange) {
    Pull pull = exchange.getProperty(PULL, Pull.class);
    if (pull == null) {
      throw new IllegalStateException("The route must set the property (pull) first.");
    }
    return pull;
  }
}
