package dev.ordo.wave;

import dev.ordo.catalog.GoodsClass;
import dev.ordo.catalog.Product;
import dev.ordo.fulfilment.Consignment.Line;
import dev.ordo.fulfilment.Consignment.Spot;
import dev.ordo.site.Location;
import dev.ordo.wave.solver.Route;
import dev.ordo.wave.solver.Stop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A closed walk is as long in one direction as in the other: this one takes heavy goods first and
 * fragile ones last, so that nothing is crushed.
 */
record HeavyFirst(PlanFacts facts) {

  Route of(Route route, List<Portion> portions) {
    Map<Stop, Long> weights = weights(portions);
    return late(route.stops(), weights) > late(route.stops().reversed(), weights)
        ? new Route(
            route.metres(), route.stops().reversed(), route.path().reversed(), route.least())
        : route;
  }

  /** Grams times the number of the stop they are taken at. */
  private static double late(List<Stop> stops, Map<Stop, Long> weights) {
    double late = 0;
    for (int i = 0; i < stops.size(); i++) {
      late += (double) i * weights.getOrDefault(stops.get(i), 0L);
    }
    return late;
  }

  private Map<Stop, Long> weights(List<Portion> portions) {
    Map<Stop, Long> weights = new HashMap<>();
    for (Portion portion : portions) {
      for (Line line : portion.lines()) {
        for (Spot spot : line.places()) {
          Location location = facts.locations().get(spot.location());
          if (location != null) {
            weights.merge(PickGroup.stop(location), weight(line.sku(), spot.qty()), Long::sum);
          }
        }
      }
    }
    return weights;
  }

  /** Fragile goods count as if they lifted what they weigh; unknown ones do not count. */
  private long weight(String sku, int qty) {
    Product product = facts.products().get(sku);
    if (product == null) {
      return 0;
    }
    long grams = (long) product.weightG() * qty;
    return product.goodsClass() == GoodsClass.FRAGILE ? -grams : grams;
  }
}
