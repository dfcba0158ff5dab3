package dev.ordo.carrier;

import dev.ordo.carrier.facts.CarrierFact;
import dev.ordo.carrier.facts.CarrierVerdict;
import dev.ordo.carrier.facts.ChooseCarrier;
import dev.ordo.carrier.facts.ExcludeCarrier;
import dev.ordo.carrier.facts.PreferCarrier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Resolves the verdicts on one consignment, always the same way: exclusion beats everything, then
 * the chosen ones, then points, then freight, then the alphabet.
 */
final class Race {
  private static final Comparator<CarrierChoice.Bid> ORDER =
      Comparator.comparing((CarrierChoice.Bid b) -> -b.points())
          .thenComparing(CarrierChoice.Bid::freight)
          .thenComparing(CarrierChoice.Bid::carrier);

  private final Map<String, String> excluded = new TreeMap<>();
  private final Set<String> chosen = new HashSet<>();
  private final Map<String, Integer> points = new HashMap<>();

  private Race(Collection<CarrierVerdict> verdicts) {
    for (CarrierVerdict verdict : verdicts) {
      switch (verdict) {
        case ExcludeCarrier v -> excluded.merge(v.carrier(), v.code(), Race::firstInAlphabet);
        case ChooseCarrier v -> chosen.add(v.carrier());
        case PreferCarrier v -> points.merge(v.carrier(), v.points(), Integer::sum);
      }
    }
  }

  /** All carriers with their outcome, the winner first if there is one. */
  static List<CarrierChoice.Bid> run(
      Collection<CarrierFact> carriers, Collection<CarrierVerdict> verdicts) {
    return new Race(verdicts).bids(carriers);
  }

  /** Whether there is a winner at all: some carrier is not excluded. */
  static boolean canBeWon(Collection<CarrierFact> carriers, Collection<CarrierVerdict> verdicts) {
    Race race = new Race(verdicts);
    return carriers.stream().anyMatch(carrier -> !race.excluded.containsKey(carrier.code()));
  }

  static boolean won(List<CarrierChoice.Bid> bids) {
    return !bids.isEmpty() && bids.getFirst().outcome().equals("WON");
  }

  private List<CarrierChoice.Bid> bids(Collection<CarrierFact> carriers) {
    boolean narrowed = carriers.stream().anyMatch(c -> isChosen(c.code()));
    List<CarrierChoice.Bid> runners = new ArrayList<>();
    List<CarrierChoice.Bid> out = new ArrayList<>();
    for (CarrierFact carrier : carriers) {
      String reason = excluded.get(carrier.code());
      if (reason != null) {
        out.add(bid(carrier, reason));
      } else if (narrowed && !chosen.contains(carrier.code())) {
        out.add(bid(carrier, "NOT_CHOSEN"));
      } else {
        runners.add(bid(carrier, ""));
      }
    }
    return Stream.concat(ranked(runners).stream(), out.stream().sorted(ORDER)).toList();
  }

  private boolean isChosen(String carrier) {
    return chosen.contains(carrier) && !excluded.containsKey(carrier);
  }

  private static List<CarrierChoice.Bid> ranked(List<CarrierChoice.Bid> runners) {
    List<CarrierChoice.Bid> sorted = runners.stream().sorted(ORDER).toList();
    return sorted.stream().map(bid -> judged(bid, sorted.getFirst())).toList();
  }

  private static CarrierChoice.Bid judged(CarrierChoice.Bid bid, CarrierChoice.Bid winner) {
    String outcome =
        bid == winner
            ? "WON"
            : bid.points() < winner.points()
                ? "FEWER_POINTS"
                : bid.freight().compareTo(winner.freight()) > 0 ? "DEARER" : "LATER_IN_ALPHABET";
    return new CarrierChoice.Bid(bid.carrier(), outcome, bid.freight(), bid.points());
  }

  private CarrierChoice.Bid bid(CarrierFact carrier, String outcome) {
    BigDecimal freight = carrier.freight();
    return new CarrierChoice.Bid(
        carrier.code(), outcome, freight, points.getOrDefault(carrier.code(), 0));
  }

  /** Two reasons against one carrier: the alphabet decides, so that every run says the same. */
  private static String firstInAlphabet(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
