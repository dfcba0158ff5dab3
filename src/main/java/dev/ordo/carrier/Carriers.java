package dev.ordo.carrier;

import dev.ordo.carrier.facts.CarrierFact;
import dev.ordo.carrier.facts.CarrierVerdict;
import dev.ordo.carrier.facts.ConsignmentFact;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The door to carriers: who they are, which one carries what, what it costs. */
@Service
public class Carriers {
  /** Decision point and folder of its rules. */
  static final String POINT = "carrier";

  private final CarrierRows rows;
  private final Sites sites;
  private final Rules rules;
  private final BusinessClock clock;
  private final Ids ids;
  private final JsonMapper json;

  Carriers(
      CarrierRows rows, Sites sites, Rules rules, BusinessClock clock, Ids ids, JsonMapper json) {
    this.rows = rows;
    this.sites = sites;
    this.rules = rules;
    this.clock = clock;
    this.ids = ids;
    this.json = json;
  }

  public List<Carrier> all() {
    return rows.carriers();
  }

  public Optional<Carrier> find(String code) {
    return all().stream().filter(c -> c.code().equals(code)).findFirst();
  }

  /** The carrier of this code; an unknown code is refused. */
  public Carrier carrier(String code) {
    return find(code)
        .orElseThrow(() -> new Refusal("carrier", code, "Name a carrier of GET /api/carriers."));
  }

  public List<CarrierPrice> prices() {
    return rows.prices();
  }

  /** Adds or replaces carriers by code. */
  @Transactional
  public void putCarriers(List<Carrier> carriers) {
    rows.putCarriers(carriers);
  }

  /** Adds or replaces rows of price lists by carrier, warehouse and province. */
  @Transactional
  public void putPrices(List<CarrierPrice> prices) {
    List<String> known = all().stream().map(Carrier::code).toList();
    prices.stream()
        .map(CarrierPrice::carrier)
        .filter(code -> !known.contains(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw new Refusal("carrier", code, "Send the carrier before its prices.");
            });
    rows.putPrices(prices);
  }

  /**
   * Decides for a batch; writes nothing.
   *
   * @return one choice per demand, in order
   */
  public List<CarrierChoice> choose(Collection<CarrierDemand> demands) {
    if (demands.isEmpty()) {
      return List.of();
    }
    Tariff tariff = new Tariff(rows.carriers(), rows.prices());
    Map<String, ZoneId> zones =
        sites.warehouses().stream().collect(Collectors.toMap(Warehouse::code, Warehouse::zone));
    Instant now = clock.now();
    return rules.together(
        () ->
            demands.stream()
                .map(
                    d ->
                        choose(d, tariff, zones.getOrDefault(d.warehouse(), ZoneId.of("UTC")), now))
                .toList());
  }

  /** Keeps choices and their decisions in the caller's transaction. */
  public void record(Collection<CarrierChoice> choices) {
    rules.record(
        choices.stream()
            .map(
                c ->
                    new Recorded(
                        c.decision(),
                        List.of(new Subject("CONSIGNMENT", c.demand().consignmentId()))))
            .toList());
    rows.insertChoices(choices.stream().map(this::past).toList());
  }

  /** One parcel with the carrier that is to take it. */
  public record Load(
      String carrier, String warehouse, String province, int weightG, long volumeMm3) {}

  /**
   * What carriers will bill.
   *
   * @return by load; loads of unknown carriers or to provinces not served are absent
   */
  public Map<Load, BigDecimal> freights(Collection<Load> loads) {
    if (loads.isEmpty()) {
      return Map.of();
    }
    Tariff tariff = new Tariff(rows.carriers(), rows.prices());
    Map<Load, BigDecimal> freights = new HashMap<>();
    for (Load load : loads) {
      tariff.freight(load).ifPresent(freight -> freights.put(load, freight));
    }
    return freights;
  }

  /** Stored choices of a consignment, oldest first. */
  List<PastChoice> choicesOf(long consignmentId) {
    return rows.choices(consignmentId);
  }

  private CarrierChoice choose(CarrierDemand demand, Tariff tariff, ZoneId zone, Instant now) {
    List<CarrierFact> looked =
        tariff.carriers().stream().map(c -> look(c, demand, tariff, zone, now)).toList();
    List<Object> facts = new ArrayList<>(looked);
    facts.add(fact(demand, now));
    Decision decision =
        rules.decide(POINT, now, facts, new Routing(demand.shop(), demand.consignmentId()));
    List<CarrierChoice.Bid> bids = Race.run(looked, decision.all(CarrierVerdict.class));
    if (!Race.won(bids)) {
      return new CarrierChoice.NoCarrier(demand, decision, bids);
    }
    Map<String, Carrier> byCode =
        tariff.carriers().stream().collect(Collectors.toMap(Carrier::code, Function.identity()));
    CarrierChoice.Bid winner = bids.getFirst();
    Carrier carrier = java.util.Objects.requireNonNull(byCode.get(winner.carrier()));
    return new CarrierChoice.Chosen(
        demand, decision, bids, carrier, winner.freight(), carrier.departure(now, zone));
  }

  private static CarrierFact look(
      Carrier carrier, CarrierDemand demand, Tariff tariff, ZoneId zone, Instant now) {
    Optional<CarrierPrice> price =
        tariff.price(carrier.code(), demand.warehouse(), demand.province());
    int billed = carrier.billedWeightG(demand.weightG(), demand.volumeMm3());
    return new CarrierFact(
        carrier.code(),
        price.isPresent(),
        price.map(p -> freight(carrier, demand, p)).orElse(BigDecimal.ZERO),
        billed,
        price.map(CarrierPrice::days).orElse(0),
        (int) Duration.between(now, carrier.departure(now, zone)).toMinutes(),
        demand.goodsClasses().stream().anyMatch(carrier.refusedGoods()::contains),
        demand.weightG() > carrier.maxWeightG(),
        carrier.cod(),
        demand.appointed().equals(carrier.code()),
        demand.excluded().contains(carrier.code()));
  }

  /** Every parcel begins with a first weight of its own. */
  private static BigDecimal freight(Carrier carrier, CarrierDemand demand, CarrierPrice price) {
    return demand.parcels().stream()
        .map(piece -> price.freight(carrier.billedWeightG(piece.weightG(), piece.volumeMm3())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static ConsignmentFact fact(CarrierDemand demand, Instant now) {
    return new ConsignmentFact(
        demand.warehouse(),
        demand.province(),
        demand.weightG(),
        demand.volumeMm3(),
        demand.measured(),
        demand.goodsClasses().stream().sorted().toList(),
        demand.appointed(),
        demand.cod(),
        demand.goodsAmount(),
        (int) Duration.between(now, demand.promisedAt()).toHours(),
        demand.shop());
  }

  private PastChoice past(CarrierChoice choice) {
    boolean found = choice instanceof CarrierChoice.Chosen;
    return new PastChoice(
        ids.next(),
        choice.demand().consignmentId(),
        choice.decision().id(),
        choice.decision().at(),
        choice.demand().measured(),
        found ? choice.bids().getFirst().carrier() : "",
        found ? choice.bids().getFirst().freight() : BigDecimal.ZERO,
        json.writeValueAsString(choice.bids()));
  }
}
