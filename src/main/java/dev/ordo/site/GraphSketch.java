package dev.ordo.site;

import dev.ordo.shared.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A free floor as it is sent; everything may be missing or wrong until it was checked. */
public record GraphSketch(
    @Nullable String depot,
    @Nullable List<@Nullable NodeSketch> nodes,
    @Nullable List<@Nullable EdgeSketch> edges,
    @Nullable List<@Nullable SlotSketch> slots) {
  /** A node as it is sent. */
  public record NodeSketch(@Nullable String id, @Nullable Double x, @Nullable Double y) {}

  /**
   * A way as it is sent.
   *
   * @param id {@code from-to} if it is missing
   * @param length the straight line between its nodes if it is missing
   * @param oneWay both ways if it is missing
   */
  public record EdgeSketch(
      @Nullable String id,
      @Nullable String from,
      @Nullable String to,
      @Nullable Double length,
      @Nullable Boolean oneWay) {}

  /** A slot as it is sent: with a node, or with a way and the metres from its first node. */
  public record SlotSketch(
      @Nullable String id, @Nullable String node, @Nullable String edge, @Nullable Double offset) {}

  private static final int MOST_NODES = 20_000;
  private static final int MOST_EDGES = 50_000;
  private static final int MOST_SLOTS = 20_000;
  private static final int LONGEST_NAME = 30;
  private static final double FARTHEST = 10_000;

  /**
   * The graph, if nothing new is found wrong; else one that is of no use, as the checks will throw.
   */
  public Graph checked(String at, Checks checks) {
    int before = checks.count();
    Map<String, Graph.Node> known = nodes(at + ".nodes", checks);
    Map<String, Graph.Edge> ways = edges(at + ".edges", known, checks);
    Graph graph =
        new Graph(
            node(at + ".depot", depot, known, checks),
            List.copyOf(known.values()),
            List.copyOf(ways.values()),
            slots(at + ".slots", known, ways, checks));
    if (checks.count() == before) {
      new GraphPaths(graph).unreachable().forEach(slot -> refuse(at, slot, checks));
    }
    return graph;
  }

  private static void refuse(String at, GraphPaths.Unreachable slot, Checks checks) {
    checks.fault(
        at + ".slots." + slot.slot(),
        slot.slot(),
        slot.thither()
            ? "Nobody gets from slot %s back to the depot: join %s to it by a way in that direction."
                .formatted(slot.slot(), slot.spot())
            : "Nobody gets from the depot to slot %s: join %s to it by a way."
                .formatted(slot.slot(), slot.spot()),
        "");
  }

  private static <T> List<@Nullable T> list(
      String at, @Nullable List<@Nullable T> given, int most, Checks checks) {
    if (given == null || given.isEmpty() || given.size() > most) {
      String said = given == null ? "missing" : given.size() + " elements";
      return checks.fault(at, said, "Give a list of 1 to " + most + " elements.", List.of());
    }
    return given;
  }

  private Map<String, Graph.Node> nodes(String at, Checks checks) {
    Map<String, Graph.Node> known = new LinkedHashMap<>();
    List<@Nullable NodeSketch> given = list(at, nodes, MOST_NODES, checks);
    for (int i = 0; i < given.size(); i++) {
      NodeSketch said = given.get(i);
      NodeSketch node = said == null ? new NodeSketch(null, null, null) : said;
      String path = "%s[%d]".formatted(at, i);
      String id = checks.text(path + ".id", node.id, LONGEST_NAME);
      double x = coordinate(path + ".x", node.x, checks);
      double y = coordinate(path + ".y", node.y, checks);
      if (known.putIfAbsent(id, new Graph.Node(id, x, y)) != null) {
        checks.fault(path + ".id", id, "Give every node an id of its own.", "");
      }
    }
    return known;
  }

  private static double coordinate(String field, @Nullable Double value, Checks checks) {
    if (value == null || !(Math.abs(value) <= FARTHEST)) {
      return checks.fault(field, value, "Give metres from -10000 to 10000.", 0.0);
    }
    return value;
  }

  private static String node(
      String field, @Nullable String id, Map<String, Graph.Node> known, Checks checks) {
    if (id == null || !known.containsKey(id.strip())) {
      return checks.fault(field, id, "Name a node of the graph.", "");
    }
    return id.strip();
  }

  private Map<String, Graph.Edge> edges(String at, Map<String, Graph.Node> known, Checks checks) {
    Map<String, Graph.Edge> ways = new LinkedHashMap<>();
    List<@Nullable EdgeSketch> given = list(at, edges, MOST_EDGES, checks);
    for (int i = 0; i < given.size(); i++) {
      EdgeSketch said = given.get(i);
      EdgeSketch edge = said == null ? new EdgeSketch(null, null, null, null, null) : said;
      String path = "%s[%d]".formatted(at, i);
      Graph.Edge way = edge(path, edge, known, checks);
      if (ways.putIfAbsent(way.id(), way) != null) {
        checks.fault(path + ".id", way.id(), "Give every edge an id of its own.", "");
      }
    }
    return ways;
  }

  private static Graph.Edge edge(
      String at, EdgeSketch edge, Map<String, Graph.Node> known, Checks checks) {
    String from = node(at + ".from", edge.from, known, checks);
    String to = node(at + ".to", edge.to, known, checks);
    if (from.equals(to) && !from.isEmpty()) {
      checks.fault(at + ".to", to, "Join two different nodes.", "");
    }
    String id =
        edge.id == null ? from + "-" + to : checks.text(at + ".id", edge.id, 2 * LONGEST_NAME + 1);
    Double length = edge.length == null ? straight(known.get(from), known.get(to)) : edge.length;
    return new Graph.Edge(
        id, from, to, checks.metres(at + ".length", length, 0), Boolean.TRUE.equals(edge.oneWay));
  }

  private static double straight(Graph.@Nullable Node one, Graph.@Nullable Node other) {
    return one == null || other == null ? 0 : Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  private List<Graph.Slot> slots(
      String at, Map<String, Graph.Node> known, Map<String, Graph.Edge> ways, Checks checks) {
    List<Graph.Slot> checked = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    List<@Nullable SlotSketch> given = list(at, slots, MOST_SLOTS, checks);
    for (int i = 0; i < given.size(); i++) {
      SlotSketch said = given.get(i);
      SlotSketch slot = said == null ? new SlotSketch(null, null, null, null) : said;
      String path = "%s[%d]".formatted(at, i);
      String id = checks.text(path + ".id", slot.id, LONGEST_NAME);
      Integer other = seen.putIfAbsent(id, i);
      if (other != null) {
        checks.fault(path + ".id", id, "slots[%d] has this id already.".formatted(other), "");
      }
      checked.add(slot(path, id, slot, known, ways, checks));
    }
    return checked;
  }

  private static Graph.Slot slot(
      String at,
      String id,
      SlotSketch slot,
      Map<String, Graph.Node> known,
      Map<String, Graph.Edge> ways,
      Checks checks) {
    if ((slot.node == null) == (slot.edge == null)) {
      checks.fault(at, id, "Give the slot a node, or an edge and an offset.", "");
      return new Graph.Slot(id, null, null, 0);
    }
    if (slot.node != null) {
      return new Graph.Slot(id, node(at + ".node", slot.node, known, checks), null, 0);
    }
    Graph.Edge way = slot.edge == null ? null : ways.get(slot.edge.strip());
    if (way == null) {
      checks.fault(at + ".edge", slot.edge, "Name an edge of the graph.", "");
      return new Graph.Slot(id, null, null, 0);
    }
    double offset = slot.offset == null ? way.length() / 2 : slot.offset;
    if (!(offset >= 0 && offset <= way.length())) {
      checks.fault(
          at + ".offset",
          slot.offset,
          "Give metres from 0 to the length of edge %s, %s.".formatted(way.id(), way.length()),
          0);
    }
    return new Graph.Slot(id, null, way.id(), offset);
  }
}
