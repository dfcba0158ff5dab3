package dev.ordo.wave.solver;

import dev.ordo.site.GraphPaths;
import dev.ordo.site.Layout;
import dev.ordo.wave.solver.Route.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a trip whose stops are walked in a given order, each by the shortest way from the
 * last; nobody crosses the depot in between.
 */
public final class OrderedWalk {
  private final Layout layout;
  private final List<Point> path = new ArrayList<>();
  private double metres;

  private OrderedWalk(Layout layout) {
    this.layout = layout;
  }

  /**
   * From the depot through the stops and back.
   *
   * @param stops cells of the layout
   */
  public static Route route(Layout layout, List<Stop> stops) {
    OrderedWalk walk = new OrderedWalk(layout);
    if (!stops.isEmpty()) {
      if (layout.graph() == null) {
        walk.overAisles(stops);
      } else {
        walk.overGraph(new GraphPaths(layout.graph()), stops);
      }
    }
    return new Route(walk.metres, stops, walk.path, walk.metres);
  }

  private void overAisles(List<Stop> stops) {
    Point depot = Tour.depotPoint(layout);
    Layout.Link out = link(point(stops.getFirst()));
    path.add(depot);
    path.add(head(out));
    metres = out.distance();
    to(out.aisle(), stops.getFirst());
    for (int i = 1; i < stops.size(); i++) {
      to(stops.get(i - 1).aisle(), stops.get(i));
    }
    Layout.Link home = link(point(stops.getLast()));
    across(layout.depot().crossAisle(), head(home));
    metres += home.distance();
    path.add(depot);
  }

  private void to(int fromAisle, Stop stop) {
    Point to = point(stop);
    if (fromAisle == stop.aisle()) {
      step(to);
      return;
    }
    Point from = path.getLast();
    int best = 0;
    for (int cross = 1; cross <= layout.blocks(); cross++) {
      best = over(from, to, cross) < over(from, to, best) ? cross : best;
    }
    across(best, to);
  }

  private double over(Point from, Point to, int cross) {
    double at = layout.crossAisleAt(cross);
    return Math.abs(from.y() - at) + Math.abs(to.y() - at);
  }

  private void across(int cross, Point to) {
    double at = layout.crossAisleAt(cross);
    step(new Point(path.getLast().x(), at));
    step(new Point(to.x(), at));
    step(to);
  }

  private void step(Point to) {
    Point from = path.getLast();
    metres += Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
    if (!from.equals(to)) {
      path.add(to);
    }
  }

  private Point point(Stop stop) {
    return new Point(
        stop.aisle() * layout.aisleToAisle(),
        layout.crossAisleAt(stop.block()) + layout.positionInBlock(stop.cell()));
  }

  private Point head(Layout.Link link) {
    return new Point(
        link.aisle() * layout.aisleToAisle(), layout.crossAisleAt(layout.depot().crossAisle()));
  }

  private Layout.Link link(Point slot) {
    Layout.Link best = layout.depot().links().getFirst();
    for (Layout.Link link : layout.depot().links()) {
      best = toDepot(slot, link) < toDepot(slot, best) ? link : best;
    }
    return best;
  }

  private double toDepot(Point slot, Layout.Link link) {
    return Math.abs(slot.x() - head(link).x()) + link.distance();
  }

  private void overGraph(GraphPaths paths, List<Stop> stops) {
    int at = paths.depot();
    path.add(point(paths, at));
    for (Stop stop : stops) {
      at = over(paths, at, paths.spot(stop.cell()));
    }
    over(paths, at, paths.depot());
  }

  private int over(GraphPaths paths, int from, int to) {
    GraphPaths.Reach reach = paths.from(from);
    List<Point> back = new ArrayList<>();
    for (int at = to; at != from && at >= 0; at = reach.before()[at]) {
      back.add(point(paths, at));
    }
    path.addAll(back.reversed());
    metres += reach.metres()[to];
    return to;
  }

  private static Point point(GraphPaths paths, int spot) {
    GraphPaths.Point point = paths.point(spot);
    return new Point(point.x(), point.y());
  }
}
