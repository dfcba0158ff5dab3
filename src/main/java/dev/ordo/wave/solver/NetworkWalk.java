package dev.ordo.wave.solver;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Finds the way of one trip over a {@link Network}. */
final class NetworkWalk implements Guide {
  /** Makes a good walk better. */
  interface Polish {
    /**
     * @param least units no walk can go below
     */
    void improve(Round round, int least);
  }

  private final Network network;
  private final Round round;
  private final Polish polish;

  NetworkWalk(Network network, Polish polish) {
    this.network = network;
    this.polish = polish;
    round = new Round(network.far);
  }

  @Override
  public double metres(Collection<Stop> stops) {
    round.begin(network.bits(stops));
    return network.metres(round.shortened());
  }

  @Override
  public Route route(Collection<Stop> stops) {
    round.begin(network.bits(stops));
    round.shortened();
    int least = round.length();
    if (!TourFacts.few(round.size())) {
      least = TourFacts.of(network.far, round.order(), round.length());
      if (round.length() > least) {
        polish.improve(round, least);
      }
    } else if (round.size() > 2) {
      round.begin(TourFacts.best(network.far, round.order()));
      least = round.length();
    }
    int[] order = round.order();
    return new Route(
        network.metres(round.length()),
        visited(stops, order),
        network.path(order),
        network.metres(least));
  }

  /** The stops in the order of their spots; those at the depot come first. */
  private List<Stop> visited(Collection<Stop> stops, int[] order) {
    Map<Integer, Integer> place = new HashMap<>(Map.of(0, -1));
    for (int i = 0; i < order.length; i++) {
      place.put(order[i], i);
    }
    return new LinkedHashSet<>(stops)
        .stream()
            .sorted(
                Comparator.comparingInt((Stop stop) -> place.getOrDefault(network.spot(stop), -1))
                    .thenComparingInt(Stop::cell))
            .toList();
  }
}
