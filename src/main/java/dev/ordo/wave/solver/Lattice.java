package dev.ordo.wave.solver;

import dev.ordo.site.Graph;
import dev.ordo.site.Layout;
import java.util.ArrayList;
import java.util.List;

/** A rectangular floor of so many blocks that it is walked as a free one. */
final class Lattice {
  private final Layout layout;
  private final List<Graph.Node> nodes = new ArrayList<>();
  private final List<Graph.Edge> edges = new ArrayList<>();
  private final List<Graph.Slot> slots = new ArrayList<>();

  private Lattice(Layout layout) {
    this.layout = layout;
  }

  /** Its slots are the cells, aisle by aisle and block by block, in the order of {@link #slot}. */
  static Graph of(Layout layout) {
    return new Lattice(layout).graph();
  }

  /** The number of the slot that a stop is. */
  static int slot(Layout layout, Stop stop) {
    if (!layout.has(stop.aisle(), stop.block(), stop.cell())) {
      throw new IllegalArgumentException("The layout has no cell (%s).".formatted(stop));
    }
    List<Integer> cells = layout.cellsPerBlock();
    int before = cells.subList(0, stop.block()).stream().mapToInt(Integer::intValue).sum();
    int inAisle = cells.stream().mapToInt(Integer::intValue).sum();
    return stop.aisle() * inAisle + before + stop.cell();
  }

  private Graph graph() {
    Route.Point depot = Tour.depotPoint(layout);
    nodes.add(new Graph.Node("depot", depot.x(), depot.y()));
    for (int aisle = 0; aisle < layout.aisles(); aisle++) {
      heads(aisle);
      cells(aisle);
    }
    for (Layout.Link link : layout.depot().links()) {
      way("depot", head(link.aisle(), layout.depot().crossAisle()), link.distance());
    }
    return new Graph("depot", nodes, edges, slots);
  }

  private void heads(int aisle) {
    for (int cross = 0; cross <= layout.blocks(); cross++) {
      double x = aisle * layout.aisleToAisle();
      nodes.add(new Graph.Node(head(aisle, cross), x, layout.crossAisleAt(cross)));
      if (aisle > 0) {
        way(head(aisle - 1, cross), head(aisle, cross), layout.aisleToAisle());
      }
      if (cross > 0) {
        way(head(aisle, cross - 1), head(aisle, cross), layout.blockLength(cross - 1));
      }
    }
  }

  private void cells(int aisle) {
    for (int block = 0; block < layout.blocks(); block++) {
      for (int cell = 0; cell < layout.cellsPerBlock().get(block); cell++) {
        String id = aisle + "." + block + "." + cell;
        String part = head(aisle, block) + "-" + head(aisle, block + 1);
        slots.add(new Graph.Slot(id, null, part, layout.positionInBlock(cell)));
      }
    }
  }

  private static String head(int aisle, int cross) {
    return "h" + aisle + "/" + cross;
  }

  private void way(String from, String to, double metres) {
    edges.add(new Graph.Edge(from + "-" + to, from, to, metres, false));
  }
}
