package dev.ordo.wave.web;

import dev.ordo.site.Graph;
import dev.ordo.site.Layout;
import dev.ordo.wave.Pick;
import dev.ordo.wave.WaveTrip;
import dev.ordo.wave.solver.Route.Point;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The floor plan as an SVG drawing whose unit is the metre.
 *
 * @param viewBox the part of the plane that is shown
 * @param unit a tenth of the distance of two aisles: the width of thin lines
 */
public record FloorMap(
    String viewBox,
    double unit,
    List<Rack> racks,
    List<Way> ways,
    List<Line> lines,
    List<Label> labels,
    List<Heat> heat) {

  /**
   * How much is picked along one block of one aisle.
   *
   * @param share opacity, 0 to 0.66, by the busiest place
   */
  public record Heat(String x, String y, String width, String height, String share, int units) {}

  /** One side of one block of one aisle. */
  public record Rack(String x, String y, String width, String height) {}

  /** A way of a free floor. */
  public record Way(String x1, String y1, String x2, String y2) {}

  /** The route of one trip. */
  public record Line(int trip, String points, String colour, Point start) {}

  /** The number of an aisle. */
  public record Label(String x, String y, int aisle) {}

  static FloorMap of(Layout layout, List<WaveTrip> trips, List<Pick> picks) {
    if (layout.graph() != null) {
      return of(layout.graph(), trips);
    }
    double wide = layout.aisleToAisle();
    double width = (layout.aisles() - 1) * wide;
    double depth = layout.crossAisleAt(layout.blocks());
    String viewBox =
        "%s %s %s %s"
            .formatted(
                text(-wide), text(-1.2 * wide), text(width + 2 * wide), text(depth + 2.8 * wide));
    return new FloorMap(
        viewBox,
        wide / 10,
        racks(layout),
        List.of(),
        lines(wide, trips),
        labels(layout),
        heat(layout, picks));
  }

  private static List<Heat> heat(Layout layout, List<Pick> picks) {
    Map<String, Integer> units = new TreeMap<>();
    for (Pick pick : picks) {
      String[] at = pick.slot().split("\\.", -1);
      if (at.length == 4
          && layout.has(
              Integer.parseInt(at[0]), Integer.parseInt(at[1]), Integer.parseInt(at[2]))) {
        units.merge(at[0] + "." + at[1], pick.qty(), Integer::sum);
      }
    }
    int most = units.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    return units.entrySet().stream()
        .map(e -> heat(layout, e.getKey(), e.getValue(), most))
        .toList();
  }

  private static Heat heat(Layout layout, String place, int units, int most) {
    int aisle = Integer.parseInt(place.substring(0, place.indexOf('.')));
    int block = Integer.parseInt(place.substring(place.indexOf('.') + 1));
    double from = layout.crossAisleAt(block) + layout.positionInBlock(0);
    double length = (layout.cellsPerBlock().get(block) - 1) * layout.cellToCell();
    double half = layout.cellToCell() / 2;
    return new Heat(
        text(layout.aisleToAisle() * (aisle - 0.48)),
        text(from - half),
        text(layout.aisleToAisle() * 0.96),
        text(length + 2 * half),
        text(0.66 * units / most),
        units);
  }

  /** A free floor: as much as its nodes take. */
  private static FloorMap of(Graph graph, List<WaveTrip> trips) {
    DoubleSummaryStatistics across =
        graph.nodes().stream().mapToDouble(Graph.Node::x).summaryStatistics();
    DoubleSummaryStatistics along =
        graph.nodes().stream().mapToDouble(Graph.Node::y).summaryStatistics();
    double width = across.getMax() - across.getMin();
    double depth = along.getMax() - along.getMin();
    double wide = Math.max(1, Math.max(width, depth) / 20);
    String viewBox =
        "%s %s %s %s"
            .formatted(
                text(across.getMin() - wide),
                text(along.getMin() - wide),
                text(width + 2 * wide),
                text(depth + 2 * wide));
    return new FloorMap(
        viewBox, wide / 10, List.of(), ways(graph), lines(wide, trips), List.of(), List.of());
  }

  private static List<Way> ways(Graph graph) {
    Map<String, Graph.Node> nodes = new HashMap<>();
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
    List<Way> ways = new ArrayList<>();
    for (Graph.Edge edge : graph.edges()) {
      Graph.Node from = nodes.get(edge.from());
      Graph.Node to = nodes.get(edge.to());
      if (from != null && to != null) {
        ways.add(new Way(text(from.x()), text(from.y()), text(to.x()), text(to.y())));
      }
    }
    return ways;
  }

  private static List<Rack> racks(Layout layout) {
    List<Rack> racks = new ArrayList<>();
    double wide = layout.aisleToAisle();
    for (int aisle = 0; aisle < layout.aisles(); aisle++) {
      for (int block = 0; block < layout.blocks(); block++) {
        double from = layout.crossAisleAt(block) + layout.positionInBlock(0);
        double length = (layout.cellsPerBlock().get(block) - 1) * layout.cellToCell();
        double half = layout.cellToCell() / 2;
        for (double side : new double[] {-0.48, 0.2}) {
          racks.add(
              new Rack(
                  text(wide * (aisle + side)),
                  text(from - half),
                  text(wide * 0.28),
                  text(length + 2 * half)));
        }
      }
    }
    return racks;
  }

  private static List<Label> labels(Layout layout) {
    List<Label> labels = new ArrayList<>();
    double y = layout.crossAisleAt(layout.blocks()) + layout.aisleToAisle();
    for (int aisle = 0; aisle < layout.aisles(); aisle++) {
      labels.add(new Label(text(aisle * layout.aisleToAisle()), text(y), aisle));
    }
    return labels;
  }

  /** Routes lie a little beside each other, so that trips in one aisle can be told apart. */
  private static List<Line> lines(double wide, List<WaveTrip> trips) {
    List<Line> lines = new ArrayList<>();
    for (WaveTrip trip : trips) {
      double aside = trips.size() == 1 ? 0 : ((trip.number() % 7) - 3) * wide * 0.05;
      String points =
          trip.path().stream()
              .map(p -> text(p.x() + aside) + "," + text(p.y() + aside))
              .collect(Collectors.joining(" "));
      Point start = trip.path().isEmpty() ? new Point(0, 0) : trip.path().getFirst();
      String colour = "hsl(%d 70%% 42%%)".formatted(trip.number() * 47 % 360);
      lines.add(new Line(trip.number(), points, colour, start));
    }
    return lines;
  }

  private static String text(double metres) {
    return String.format(Locale.ROOT, "%.2f", metres);
  }
}
