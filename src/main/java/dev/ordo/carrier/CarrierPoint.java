package dev.ordo.carrier;

import dev.ordo.carrier.facts.CarrierFact;
import dev.ordo.carrier.facts.CarrierVerdict;
import dev.ordo.carrier.facts.ConsignmentFact;
import dev.ordo.console.Amounts;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads a choice of carrier: the code of the winner, or NO_CARRIER. */
@Component
class CarrierPoint implements DecisionPoint {
  @Override
  public String point() {
    return Carriers.POINT;
  }

  @Override
  public boolean holds(List<?> facts, List<Verdict> verdicts) {
    return !Race.canBeWon(of(facts, CarrierFact.class), of(verdicts, CarrierVerdict.class));
  }

  @Override
  public String outcome(List<?> facts, List<Verdict> verdicts) {
    List<CarrierChoice.Bid> bids =
        Race.run(of(facts, CarrierFact.class), of(verdicts, CarrierVerdict.class));
    return Race.won(bids) ? bids.getFirst().carrier() : "NO_CARRIER";
  }

  @Override
  public Stake stake(List<?> facts) {
    return of(facts, ConsignmentFact.class).stream()
        .findFirst()
        .map(c -> new Stake(c.shop(), c.goodsAmount()))
        .orElse(Stake.UNKNOWN);
  }

  @Override
  public List<Ruling> rulings(List<?> facts, List<Firing> firings) {
    List<Verdict> verdicts =
        firings.stream().map(Firing::verdict).filter(java.util.Objects::nonNull).toList();
    return Race.run(of(facts, CarrierFact.class), of(verdicts, CarrierVerdict.class)).stream()
        .map(bid -> ruling(bid, firings))
        .toList();
  }

  private static Ruling ruling(CarrierChoice.Bid bid, List<Firing> firings) {
    Map<String, String> figures = new TreeMap<>();
    figures.put("points", String.valueOf(bid.points()));
    figures.put("freight", Amounts.text(bid.freight()));
    return new Ruling(
        bid.carrier(),
        bid.outcome().equals("WON"),
        bid.outcome(),
        figures,
        Ruling.rules(
            firings,
            v -> v instanceof CarrierVerdict said && said.carrier().equals(bid.carrier())));
  }

  private static <T> List<T> of(List<?> all, Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
