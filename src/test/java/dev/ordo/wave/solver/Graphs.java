package dev.ordo.wave.solver;

import dev.ordo.site.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Free floors to test with, and the truth about them by other means. */
final class Graphs {
  private Graphs() {}

  /** A ring through all nodes and some more ways; a few of those lead one way only. */
  static Graph random(Random random, int nodes, int slots) {
    List<Graph.Node> spots = new ArrayList<>();
    List<Graph.Edge> ways = new ArrayList<>();
    for (int n = 0; n < nodes; n++) {
      spots.add(new Graph.Node("n" + n, random.nextInt(100), random.nextInt(100)));
      int to = (n + 1) % nodes;
      ways.add(new Graph.Edge("ring" + n, "n" + n, "n" + to, 1 + random.nextInt(30), false));
    }
    for (int e = 0; e < nodes; e++) {
      int from = random.nextInt(nodes);
      int to = (from + 1 + random.nextInt(nodes - 1)) % nodes;
      boolean oneWay = random.nextInt(3) == 0;
      ways.add(new Graph.Edge("e" + e, "n" + from, "n" + to, 1 + random.nextInt(20), oneWay));
    }
    List<Graph.Slot> places = new ArrayList<>();
    for (int s = 0; s < slots; s++) {
      Graph.Edge way = ways.get(random.nextInt(ways.size()));
      places.add(
          random.nextBoolean()
              ? new Graph.Slot("s" + s, "n" + random.nextInt(nodes), null, 0)
              : new Graph.Slot("s" + s, null, way.id(), random.nextDouble() * way.length()));
    }
    return new Graph("n0", spots, ways, places);
  }

  /** Between all slots and the depot, which comes last, by Floyd and Warshall. */
  static double[][] distances(Graph graph) {
    List<String> names = new ArrayList<>(graph.nodes().stream().map(Graph.Node::id).toList());
    List<double[]> arcs = new ArrayList<>();
    int[] at = new int[graph.slots().size() + 1];
    for (int s = 0; s < graph.slots().size(); s++) {
      Graph.Slot slot = graph.slots().get(s);
      at[s] = slot.node() == null ? names.size() : names.indexOf(slot.node());
      if (slot.node() == null) {
        names.add(slot.id());
      }
    }
    at[graph.slots().size()] = names.indexOf(graph.depot());
    for (Graph.Edge edge : graph.edges()) {
      List<Graph.Slot> on =
          graph.slots().stream().filter(slot -> edge.id().equals(slot.edge())).toList();
      List<String> chain = new ArrayList<>(List.of(edge.from()));
      List<Double> offsets = new ArrayList<>(List.of(0.0));
      on.stream()
          .sorted(java.util.Comparator.comparingDouble(Graph.Slot::offset))
          .forEach(
              slot -> {
                chain.add(slot.id());
                offsets.add(slot.offset());
              });
      chain.add(edge.to());
      offsets.add(edge.length());
      for (int i = 1; i < chain.size(); i++) {
        int from = names.indexOf(chain.get(i - 1));
        int to = names.indexOf(chain.get(i));
        double metres = offsets.get(i) - offsets.get(i - 1);
        arcs.add(new double[] {from, to, metres});
        if (!edge.oneWay()) {
          arcs.add(new double[] {to, from, metres});
        }
      }
    }
    int n = names.size();
    double[][] d = new double[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(d[i], 1e12);
      d[i][i] = 0;
    }
    arcs.forEach(
        arc -> d[(int) arc[0]][(int) arc[1]] = Math.min(d[(int) arc[0]][(int) arc[1]], arc[2]));
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
        }
      }
    }
    double[][] between = new double[at.length][at.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at.length; j++) {
        between[i][j] = d[at[i]][at[j]];
      }
    }
    return between;
  }

  /** The shortest closed walk from the last place over some others, trying all orders. */
  static double shortest(double[][] distance, List<Integer> places) {
    return extend(distance, distance.length - 1, new ArrayList<>(places), 0, 1e12);
  }

  private static double extend(
      double[][] distance, int at, List<Integer> left, double walked, double best) {
    if (walked >= best) {
      return best;
    }
    if (left.isEmpty()) {
      return Math.min(best, walked + distance[at][distance.length - 1]);
    }
    double found = best;
    for (int i = 0; i < left.size(); i++) {
      int next = left.remove(i);
      found = extend(distance, next, left, walked + distance[at][next], found);
      left.add(i, next);
    }
    return found;
  }
}
