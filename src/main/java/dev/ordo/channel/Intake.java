package dev.ordo.channel;

import dev.ordo.journey.Incidents;
import dev.ordo.journey.NewIncident;
import dev.ordo.order.Arrival;
import dev.ordo.order.Orders;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door orders come in by, whoever brings them: every payload ends exactly once as an order,
 * a change or an incident, in one transaction per batch.
 */
@Component("intake")
public class Intake {
  /** Name of the incidents intake raises and can take again. */
  static final String SOURCE = "channel";

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Mapping mapping;
  private final Orders orders;
  private final Payloads payloads;
  private final Updates updates;
  private final Incidents incidents;
  private final TransactionTemplate transaction;

  Intake(
      Mapping mapping,
      Orders orders,
      Payloads payloads,
      Updates updates,
      Incidents incidents,
      PlatformTransactionManager transactions) {
    this.mapping = mapping;
    this.orders = orders;
    this.payloads = payloads;
    this.updates = updates;
    this.incidents = incidents;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Takes what a route brings to {@code direct:order-received}: one order or a list of them, each
   * as JSON text or as a map. Headers {@code OrdoPlatform} and {@code OrdoShop} say whose form it
   * is; without them it is canonical.
   */
  public List<Outcome> receive(Object body, @Headers Map<String, Object> headers) {
    String platform = Objects.toString(headers.get("OrdoPlatform"), "");
    String shop = Objects.toString(headers.get("OrdoShop"), "");
    List<RawOrder> raws = new ArrayList<>();
    for (Object each : body instanceof Collection<?> many ? many : List.of(body)) {
      raws.add(each instanceof RawOrder raw ? raw : new RawOrder(platform, shop, json(each)));
    }
    return take(raws);
  }

  private static String json(Object order) {
    return order instanceof CharSequence text ? text.toString() : PlatformJson.write(order);
  }

  /**
   * Takes a batch: what cannot be taken is set aside as an incident, the rest goes on.
   *
   * @return one outcome per payload, in order
   */
  public List<Outcome> take(List<RawOrder> raws) {
    List<Reading> readings = mapping.read(raws);
    try {
      return transaction.execute(status -> store(readings));
    } catch (DataAccessException | Refusal e) {
      LOG.info("A batch of {} goes one by one: {}", raws.size(), e.getClass().getSimpleName());
      return readings.stream().map(this::alone).toList();
    }
  }

  private Outcome alone(Reading reading) {
    try {
      return transaction.execute(status -> store(List.of(reading))).getFirst();
    } catch (DataAccessException | Refusal e) {
      Fault fault =
          new Fault("order", e.getClass().getSimpleName(), "Could not be stored; resend it later.");
      Reading.Misfit misfit =
          new Reading.Misfit(
              reading.raw(),
              "NOT_STORED",
              subject(reading),
              e instanceof Refusal refusal ? refusal.faults() : List.of(fault));
      incidents.raise(incident(misfit));
      return outcome(misfit);
    }
  }

  private static String subject(Reading reading) {
    return switch (reading) {
      case Reading.Fit fit -> Mapping.number(fit.canonical());
      case Reading.Misfit misfit -> misfit.subject();
    };
  }

  /** Takes a single order or refuses it with every fault; a refused one leaves no trace. */
  public Outcome takeOne(RawOrder raw) {
    Reading reading = mapping.read(List.of(raw)).getFirst();
    if (reading instanceof Reading.Misfit misfit) {
      throw new Refusal(misfit.faults());
    }
    return transaction.execute(
        status ->
            switch (store(List.of(reading)).getFirst()) {
              case Outcome.SetAside aside -> throw new Refusal(aside.faults());
              case Outcome taken -> taken;
            });
  }

  private List<Outcome> store(List<Reading> readings) {
    List<NewIncident> aside = new ArrayList<>();
    List<Reading.Fit> fits = new ArrayList<>();
    for (Reading reading : readings) {
      switch (reading) {
        case Reading.Fit fit -> fits.add(fit);
        case Reading.Misfit misfit -> aside.add(incident(misfit));
      }
    }
    if (!aside.isEmpty()) {
      incidents.raiseAll(aside);
    }
    Iterator<Outcome> outcomes = arrived(fits).iterator();
    return readings.stream()
        .map(r -> r instanceof Reading.Misfit misfit ? outcome(misfit) : outcomes.next())
        .toList();
  }

  /** One outcome per order, in order. */
  private List<Outcome> arrived(List<Reading.Fit> fits) {
    if (fits.isEmpty()) {
      return List.of();
    }
    List<Arrival> arrivals = orders.insert(fits.stream().map(Reading.Fit::order).toList());
    Map<Long, Reading.Fit> before = before(arrivals);
    payloads.keep(kept(fits, arrivals));
    updates.apply(fits, arrivals, before);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < fits.size(); i++) {
      outcomes.add(outcome(fits.get(i), arrivals.get(i), before));
    }
    return outcomes;
  }

  /** What the orders that come again said last, read anew: one query for all of them. */
  private Map<Long, Reading.Fit> before(List<Arrival> arrivals) {
    List<Long> again =
        arrivals.stream()
            .filter(a -> a instanceof Arrival.Changed || a instanceof Arrival.Contradicted)
            .map(Arrival::orderId)
            .distinct()
            .toList();
    Map<Long, Reading.Fit> before = new HashMap<>();
    if (!again.isEmpty()) {
      Map<Long, RawOrder> latest = payloads.latest(again);
      List<Long> ids = List.copyOf(latest.keySet());
      List<Reading> readings = mapping.read(ids.stream().map(latest::get).toList());
      for (int i = 0; i < ids.size(); i++) {
        if (readings.get(i) instanceof Reading.Fit fit) {
          before.put(ids.get(i), fit);
        }
      }
    }
    return before;
  }

  private static List<Payloads.Kept> kept(List<Reading.Fit> fits, List<Arrival> arrivals) {
    List<Payloads.Kept> kept = new ArrayList<>();
    for (int i = 0; i < fits.size(); i++) {
      Reading.Fit fit = fits.get(i);
      Arrival arrival = arrivals.get(i);
      if (arrival instanceof Arrival.Inserted || arrival instanceof Arrival.Changed) {
        long version = fit.order().version();
        kept.add(new Payloads.Kept(arrival.orderId(), version, fit.canonical(), fit.raw()));
      }
    }
    return kept;
  }

  private static Outcome outcome(Reading.Misfit misfit) {
    return new Outcome.SetAside(misfit.kind(), misfit.subject(), misfit.faults());
  }

  private Outcome outcome(Reading.Fit fit, Arrival arrival, Map<Long, Reading.Fit> before) {
    return switch (arrival) {
      case Arrival.Inserted a -> new Outcome.Stored(a.shop(), a.platformNo(), a.orderId());
      case Arrival.Known a -> new Outcome.Known(a.shop(), a.platformNo(), a.orderId());
      case Arrival.Changed a -> new Outcome.Changed(a.shop(), a.platformNo(), a.orderId());
      case Arrival.Contradicted a -> contradiction(fit, a, before.get(a.orderId()));
    };
  }

  /** The same version may be said in other words; what it says otherwise a person looks at. */
  private Outcome contradiction(
      Reading.Fit fit, Arrival.Contradicted arrival, Reading.@Nullable Fit before) {
    if (before != null && before.order().digest().equals(fit.order().digest())) {
      return new Outcome.Known(arrival.shop(), arrival.platformNo(), arrival.orderId());
    }
    String said = before == null ? "" : Differences.between(before, fit).text();
    Fault fault =
        new Fault(
            "modifiedAt",
            said.isEmpty() ? fit.canonical().modifiedAt().toString() : said,
            "This version is known with other content: ask the shop which one holds and send it"
                + " with a later modifiedAt.");
    Reading.Misfit misfit =
        new Reading.Misfit(
            fit.raw(), "CONTRADICTION", Mapping.number(fit.canonical()), List.of(fault));
    incidents.raise(incident(misfit));
    return outcome(misfit);
  }

  private static NewIncident incident(Reading.Misfit misfit) {
    RawOrder raw = misfit.raw();
    return new NewIncident(
        SOURCE,
        misfit.kind(),
        SOURCE + ":" + misfit.key(),
        misfit.subject(),
        IntakeResender.payload(raw),
        misfit.faults());
  }
}
