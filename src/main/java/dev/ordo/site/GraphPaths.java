package dev.ordo.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Shortest ways over a {@link Graph} (Dijkstra 1959). Slots on ways cut them into pieces; slots at
 * one place share a spot. Immutable once built, so threads may share it.
 */
public final class GraphPaths {
  /** A spot on the floor. */
  public record Point(double x, double y) {}

  /**
   * A slot that cannot be walked to, or from.
   *
   * @param spot its node or its way
   * @param thither people get there but not back
   */
  record Unreachable(String slot, String spot, boolean thither) {}

  /** How far all spots are from one, and the spot before each on the way; -1 before the first. */
  public record Reach(double[] metres, int[] before) {}

  private record Arc(int to, double metres) {}

  private final Graph graph;
  private final List<Point> points = new ArrayList<>();
  private final List<List<Arc>> arcs = new ArrayList<>();
  private final List<List<Arc>> against = new ArrayList<>();
  private final int[] spotOf;
  private final int depot;

  public GraphPaths(Graph graph) {
    this.graph = graph;
    Map<String, Integer> nodes = new HashMap<>();
    for (Graph.Node node : graph.nodes()) {
      nodes.put(node.id(), spot(new Point(node.x(), node.y())));
    }
    depot = at(nodes, graph.depot());
    spotOf = new int[graph.slots().size()];
    Map<String, List<Integer>> onWay = new LinkedHashMap<>();
    for (int slot = 0; slot < spotOf.length; slot++) {
      Graph.Slot of = graph.slots().get(slot);
      if (of.node() != null) {
        spotOf[slot] = at(nodes, of.node());
      } else if (of.edge() != null) {
        onWay.computeIfAbsent(of.edge(), edge -> new ArrayList<>()).add(slot);
      }
    }
    for (Graph.Edge edge : graph.edges()) {
      int from = at(nodes, edge.from());
      int to = at(nodes, edge.to());
      cut(edge, from, to, onWay.getOrDefault(edge.id(), List.of()));
    }
  }

  private static int at(Map<String, Integer> nodes, String id) {
    Integer spot = nodes.get(id);
    if (spot == null) {
      throw new IllegalArgumentException("The graph has no node (%s).".formatted(id));
    }
    return spot;
  }

  private int spot(Point point) {
    points.add(point);
    arcs.add(new ArrayList<>());
    against.add(new ArrayList<>());
    return points.size() - 1;
  }

  private void cut(Graph.Edge edge, int from, int to, List<Integer> slots) {
    List<Integer> inOrder =
        slots.stream()
            .sorted(Comparator.comparingDouble(slot -> graph.slots().get(slot).offset()))
            .toList();
    int last = from;
    double walked = 0;
    for (int slot : inOrder) {
      double offset = graph.slots().get(slot).offset();
      if (offset > walked) {
        int here = offset < edge.length() ? spot(between(edge, from, to, offset)) : to;
        join(last, here, offset - walked, edge.oneWay());
        last = here;
        walked = offset;
      }
      spotOf[slot] = last;
    }
    if (last != to) {
      join(last, to, edge.length() - walked, edge.oneWay());
    }
  }

  private Point between(Graph.Edge edge, int from, int to, double offset) {
    double share = offset / edge.length();
    Point one = points.get(from);
    Point other = points.get(to);
    return new Point(one.x + share * (other.x - one.x), one.y + share * (other.y - one.y));
  }

  private void join(int from, int to, double metres, boolean oneWay) {
    arc(from, to, metres);
    if (!oneWay) {
      arc(to, from, metres);
    }
  }

  private void arc(int from, int to, double metres) {
    arcs.get(from).add(new Arc(to, metres));
    against.get(to).add(new Arc(from, metres));
  }

  /** The spot trips begin and end at. */
  public int depot() {
    return depot;
  }

  /** The spot of a slot, by its place in the graph's list. */
  public int spot(int slot) {
    return spotOf[slot];
  }

  public Point point(int spot) {
    return points.get(spot);
  }

  /** How far all spots are from one; infinitely, where no way leads. */
  public Reach from(int spot) {
    return reach(spot, arcs);
  }

  private Reach reach(int spot, List<List<Arc>> along) {
    record Entry(int spot, double metres) {}
    double[] metres = new double[points.size()];
    int[] before = new int[points.size()];
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    metres[spot] = 0;
    PriorityQueue<Entry> open = new PriorityQueue<>(Comparator.comparingDouble(Entry::metres));
    open.add(new Entry(spot, 0));
    while (!open.isEmpty()) {
      Entry next = open.remove();
      if (next.metres > metres[next.spot]) {
        continue;
      }
      for (Arc arc : along.get(next.spot)) {
        double there = next.metres + arc.metres;
        if (there < metres[arc.to]) {
          metres[arc.to] = there;
          before[arc.to] = next.spot;
          open.add(new Entry(arc.to, there));
        }
      }
    }
    return new Reach(metres, before);
  }

  /** Metres by the shortest way from one slot to another. */
  public double metres(int fromSlot, int toSlot) {
    return from(spotOf[fromSlot]).metres[spotOf[toSlot]];
  }

  /** Metres by the shortest way from a slot to where trips begin and end. */
  public double toDepot(int slot) {
    return from(spotOf[slot]).metres[depot];
  }

  /** Slots nobody gets to from the depot, and those nobody gets back from. */
  List<Unreachable> unreachable() {
    double[] thither = reach(depot, arcs).metres;
    double[] back = reach(depot, against).metres;
    return IntStream.range(0, spotOf.length)
        .filter(slot -> thither[spotOf[slot]] + back[spotOf[slot]] == Double.POSITIVE_INFINITY)
        .mapToObj(slot -> unreachable(slot, thither[spotOf[slot]] < Double.POSITIVE_INFINITY))
        .toList();
  }

  private Unreachable unreachable(int slot, boolean thither) {
    Graph.Slot of = graph.slots().get(slot);
    String spot = of.node() == null ? "edge " + of.edge() : "node " + of.node();
    return new Unreachable(of.id(), spot, thither);
  }
}
