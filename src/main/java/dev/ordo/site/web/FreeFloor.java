package dev.ordo.site.web;

import dev.ordo.site.Graph;
import dev.ordo.site.GraphPaths;
import dev.ordo.site.GraphPaths.Point;
import dev.ordo.site.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A free floor as it is drawn; its unit is the metre.
 *
 * @param unit a hundredth of the longer side: the width of lines
 * @param zones how many slots each zone has
 */
public record FreeFloor(
    String viewBox,
    double unit,
    List<Way> ways,
    List<Dot> slots,
    Point depot,
    Map<String, Long> zones) {
  /** A way between two nodes. */
  public record Way(Graph.Node from, Graph.Node to) {}

  /** A slot, coloured by the place of its zone. */
  public record Dot(double x, double y, String code, String zone, int hue) {}

  static FreeFloor of(Graph graph, List<Location> locations) {
    Map<String, Graph.Node> nodes =
        graph.nodes().stream().collect(Collectors.toMap(Graph.Node::id, Function.identity()));
    Map<String, Long> zones =
        locations.stream()
            .collect(Collectors.groupingBy(Location::zone, TreeMap::new, Collectors.counting()));
    var across = graph.nodes().stream().mapToDouble(Graph.Node::x).summaryStatistics();
    var down = graph.nodes().stream().mapToDouble(Graph.Node::y).summaryStatistics();
    double wide = across.getMax() - across.getMin();
    double deep = down.getMax() - down.getMin();
    double unit = Math.max(1, Math.max(wide, deep)) / 100;
    Graph.Node depot = node(nodes, graph.depot());
    return new FreeFloor(
        String.format(
            Locale.ROOT,
            "%.2f %.2f %.2f %.2f",
            across.getMin() - 5 * unit,
            down.getMin() - 5 * unit,
            wide + 10 * unit,
            deep + 10 * unit),
        unit,
        graph.edges().stream()
            .map(e -> new Way(node(nodes, e.from()), node(nodes, e.to())))
            .toList(),
        dots(graph, locations, new ArrayList<>(zones.keySet())),
        new Point(depot.x(), depot.y()),
        zones);
  }

  private static Graph.Node node(Map<String, Graph.Node> nodes, String id) {
    return Objects.requireNonNull(nodes.get(id), id);
  }

  private static List<Dot> dots(Graph graph, List<Location> locations, List<String> zones) {
    GraphPaths paths = new GraphPaths(graph);
    List<Dot> dots = new ArrayList<>();
    for (Location l : locations) {
      Point at = paths.point(paths.spot(l.cell()));
      dots.add(new Dot(at.x(), at.y(), l.code(), l.zone(), zones.indexOf(l.zone()) * 137 % 360));
    }
    return dots;
  }
}
