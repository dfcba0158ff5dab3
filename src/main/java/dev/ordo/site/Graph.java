package dev.ordo.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A free floor: nodes joined by ways, with slots at nodes or on ways. What {@link GraphSketch} has
 * checked: every name is known and every slot can be reached from the depot and left again.
 *
 * @param depot the node where trips begin and end
 */
public record Graph(String depot, List<Node> nodes, List<Edge> edges, List<Slot> slots) {
  /** A spot where ways meet or end; the coordinates are metres and serve drawing. */
  public record Node(String id, double x, double y) {}

  /**
   * A way between two nodes.
   *
   * @param length metres
   * @param oneWay walked from the first to the second node only
   */
  public record Edge(String id, String from, String to, double length, boolean oneWay) {}

  /**
   * A place goods are taken from, at a node or on a way.
   *
   * @param node null if it is on a way
   * @param edge null if it is at a node
   * @param offset metres from the way's first node
   */
  public record Slot(String id, @Nullable String node, @Nullable String edge, double offset) {}

  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    slots = List.copyOf(slots);
  }

  /** The place of each slot in the list. */
  public Map<String, Integer> slotNumbers() {
    Map<String, Integer> numbers = new HashMap<>();
    slots.forEach(slot -> numbers.put(slot.id(), numbers.size()));
    return numbers;
  }
}
