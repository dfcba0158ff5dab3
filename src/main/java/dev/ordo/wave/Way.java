package dev.ordo.wave;

import dev.ordo.site.GraphPaths;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metres between two slots of a layout, and where a further slot fits into a walk. */
final class Way {
  private final Layout layout;
  private final @Nullable GraphPaths paths;

  Way(Layout layout) {
    this.layout = layout;
    paths = layout.graph() == null ? null : new GraphPaths(layout.graph());
  }

  /** Metres from one slot to others by the shortest ways; on a free floor all found at once. */
  double[] metres(Location from, List<Location> to) {
    if (paths == null) {
      return to.stream().mapToDouble(slot -> metres(from, slot)).toArray();
    }
    double[] reach = paths.from(paths.spot(from.cell())).metres();
    return to.stream().mapToDouble(slot -> reach[paths.spot(slot.cell())]).toArray();
  }

  /** The shortest way along aisles and cross aisles; slots face each other across an aisle. */
  double metres(Location from, Location to) {
    if (paths != null) {
      return paths.metres(from.cell(), to.cell());
    }
    double start = depth(from);
    double end = depth(to);
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
  double toDepot(Location from) {
    if (paths != null) {
      return paths.toDepot(from.cell());
    }
    double depot = layout.crossAisleAt(layout.depot().crossAisle());
    double best = Double.MAX_VALUE;
    for (Layout.Link link : layout.depot().links()) {
      double across = Math.abs(from.aisle() - link.aisle()) * layout.aisleToAisle();
      best = Math.min(best, Math.abs(depth(from) - depot) + across + link.distance());
    }
    return best;
  }

  /** Metres behind the front cross aisle. */
  private double depth(Location location) {
    return layout.crossAisleAt(location.block()) + layout.positionInBlock(location.cell());
  }

  /**
   * Where a further slot makes a walk longer by the least.
   *
   * @param walk where the walker stands and then the slots to come; at least one
   * @return how many of the slots to come are visited before it
   */
  int cheapest(List<Location> walk, Location further) {
    double[] onward = metres(further, walk);
    int best = walk.size() - 1;
    double least = metres(walk.getLast(), further);
    for (int i = walk.size() - 2; i >= 0; i--) {
      double[] ways = metres(walk.get(i), List.of(further, walk.get(i + 1)));
      double more = ways[0] + onward[i + 1] - ways[1];
      if (more < least) {
        least = more;
        best = i;
      }
    }
    return best;
  }
}
