package dev.ordo.wave;

import dev.ordo.site.GraphPaths;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import java.util.List;

/** Metres between two slots of a layout, and where a further slot fits into a walk. */
final class Way {
  private Way() {}

  /** The shortest way along aisles and cross aisles; slots face each other across an aisle. */
  static double metres(Layout layout, Location from, Location to) {
    if (layout.graph() != null) {
      return new GraphPaths(layout.graph()).metres(from.cell(), to.cell());
    }
    double start = depth(layout, from);
    double end = depth(layout, to);
    if (from.aisle() == to.aisle()) {
      return Math.abs(start - end);
    }
    double best = Double.MAX_VALUE;
    for (int cross = 0; cross <= layout.blocks(); cross++) {
      double at = layout.crossAisleAt(cross);
      best = Math.min(best, Math.abs(start - at) + Math.abs(end - at));
    }
    return best + Math.abs(from.aisle() - to.aisle()) * layout.aisleToAisle();
  }

  /** The shortest way from a slot to where trips begin and end. */
  static double toDepot(Layout layout, Location from) {
    if (layout.graph() != null) {
      return new GraphPaths(layout.graph()).toDepot(from.cell());
    }
    double depot = layout.crossAisleAt(layout.depot().crossAisle());
    double best = Double.MAX_VALUE;
    for (Layout.Link link : layout.depot().links()) {
      double across = Math.abs(from.aisle() - link.aisle()) * layout.aisleToAisle();
      best = Math.min(best, Math.abs(depth(layout, from) - depot) + across + link.distance());
    }
    return best;
  }

  /** Metres behind the front cross aisle. */
  private static double depth(Layout layout, Location location) {
    return layout.crossAisleAt(location.block()) + layout.positionInBlock(location.cell());
  }

  /**
   * Where a further slot makes a walk longer by the least.
   *
   * @param walk where the walker stands and then the slots to come; at least one
   * @return how many of the slots to come are visited before it
   */
  static int cheapest(Layout layout, List<Location> walk, Location further) {
    int best = walk.size() - 1;
    double least = metres(layout, walk.getLast(), further);
    for (int i = walk.size() - 2; i >= 0; i--) {
      double more =
          metres(layout, walk.get(i), further)
              + metres(layout, further, walk.get(i + 1))
              - metres(layout, walk.get(i), walk.get(i + 1));
      if (more < least) {
        least = more;
        best = i;
      }
    }
    return best;
  }
}
