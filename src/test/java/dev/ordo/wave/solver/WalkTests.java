package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ordo.site.Layout;
import dev.ordo.site.Walking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTests {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isAsShortAsTheBestOfAllOrders(int blocks) {
    Random random = new Random(blocks);
    for (int i = 0; i < 250; i++) {
      Layout layout = layout(random, blocks);
      Set<Stop> stops = stops(random, layout);
      BruteForce truth = new BruteForce(layout);
      Walk walk = new Walk(new Floor(layout));
      Route route = walk.route(stops);

      assertThat(walk.metres(stops)).isCloseTo(truth.best(List.copyOf(stops)), within(1e-6));
      assertThat(swept(layout, stops)).isCloseTo(route.metres(), within(1e-3));
      assertThat(new HashSet<>(route.stops())).isEqualTo(stops);
      assertThat(truth.length(route.stops())).isCloseTo(route.metres(), within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isAsShortAsTheBestOfAllOrdersThatTurnBackInNoAisle(int blocks) {
    Random random = new Random(100 + blocks);
    for (int i = 0; i < 250; i++) {
      Layout layout = layout(random, blocks);
      Set<Stop> stops = stops(random, layout);
      Floor floor = new Floor(layout, Walking.THROUGH);
      Route route = new Walk(floor).route(stops);

      assertThat(route.metres()).isCloseTo(new Through(layout).best(stops), within(1e-6));
      assertThat(swept(floor, stops)).isCloseTo(route.metres(), within(1e-3));
      assertThat(new HashSet<>(route.stops())).isEqualTo(stops);
      assertThat(turns(layout, route.path())).isZero();
    }
  }

  @Test
  void isWalkedTwiceThroughTheOnlyAisleIfNobodyTurnsBack() {
    Layout layout =
        new Layout(3, List.of(10), 5, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 2))));
    Walk walk = new Walk(new Floor(layout, Walking.THROUGH));
    assertThat(walk.metres(List.of(new Stop(1, 0, 3)))).isEqualTo(2 * (2 + 5 + 11));
    assertThat(walk.metres(List.of(new Stop(0, 0, 9), new Stop(1, 0, 3))))
        .isEqualTo(2 * (2 + 5 + 11));
  }

  /** How often a walk turns inside an aisle. */
  private static int turns(Layout layout, List<Route.Point> path) {
    Set<Double> crossAisles = new HashSet<>();
    for (int cross = 0; cross <= layout.blocks(); cross++) {
      crossAisles.add(layout.crossAisleAt(cross));
    }
    int turns = 0;
    for (int p = 1; p < path.size() - 1; p++) {
      double y = path.get(p).y();
      boolean back = (path.get(p - 1).y() - y) * (path.get(p + 1).y() - y) > 0;
      boolean depot = path.get(p).equals(path.getFirst());
      turns += back && !crossAisles.contains(y) && !depot ? 1 : 0;
    }
    return turns;
  }

  private static double swept(Layout layout, Set<Stop> stops) {
    return swept(new Floor(layout), stops);
  }

  private static double swept(Floor floor, Set<Stop> stops) {
    Sweep.Lanes lanes = floor.sweep.new Lanes();
    lanes.lay(5, floor.bits(stops));
    return floor.sweep.millimetres(lanes.measure()[5]) / 1000.0;
  }

  @Test
  void walksNowhereForNothing() {
    Layout layout = layout(new Random(1), 2);
    assertThat(new Walk(new Floor(layout)).metres(List.of())).isZero();
  }

  @Test
  void drawsAPathOfTheSameLength() {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Layout drawn = layout(random, 2);
      double off = drawn.aisleToAisle();
      Layout layout =
          new Layout(
              drawn.aisles(),
              drawn.cellsPerBlock(),
              drawn.aisleToAisle(),
              drawn.cellToCell(),
              drawn.frontCrossAisleToFirstCell(),
              drawn.lastCellToBackCrossAisle(),
              new Layout.Depot(0, List.of(new Layout.Link(0, off))));
      Route route = new Walk(new Floor(layout)).route(stops(random, layout));
      double metres = 0;
      for (int p = 1; p < route.path().size(); p++) {
        Route.Point from = route.path().get(p - 1);
        Route.Point to = route.path().get(p);
        metres += Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
      }
      assertThat(metres).isCloseTo(route.metres(), within(1e-6));
    }
  }

  private static Layout layout(Random random, int blocks) {
    List<Integer> cells = new ArrayList<>();
    for (int b = 0; b < blocks; b++) {
      cells.add(1 + random.nextInt(b == 1 ? 70 : 6));
    }
    int aisles = 1 + random.nextInt(5);
    double between = 1 + random.nextInt(4);
    return new Layout(
        aisles,
        cells,
        between,
        1,
        random.nextInt(3),
        random.nextInt(3),
        new Layout.Depot(random.nextInt(blocks + 1), links(random, aisles, between)));
  }

  private static List<Layout.Link> links(Random random, int aisles, double between) {
    if (random.nextBoolean()) {
      return List.of(new Layout.Link(random.nextInt(aisles), random.nextInt(3)));
    }
    List<Layout.Link> links = new ArrayList<>();
    for (int a = 0; a < aisles; a++) {
      links.add(new Layout.Link(a, random.nextBoolean() ? random.nextInt(9) : 2.5 + a * between));
    }
    return links;
  }

  private static Set<Stop> stops(Random random, Layout layout) {
    Set<Stop> stops = new HashSet<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      int block = random.nextInt(layout.blocks());
      stops.add(
          new Stop(
              random.nextInt(layout.aisles()),
              block,
              random.nextInt(layout.cellsPerBlock().get(block))));
    }
    return stops;
  }

  /**
   * Tries every order and direction of the aisle parts that must be walked through, with shortest
   * paths over the aisle heads between them.
   */
  private static final class Through {
    private final Layout layout;
    private final double[][] distance;

    Through(Layout layout) {
      this.layout = layout;
      int nodes = 1 + layout.aisles() * (layout.blocks() + 1);
      distance = new double[nodes][nodes];
      for (int n = 0; n < nodes; n++) {
        Arrays.fill(distance[n], 1e15);
        distance[n][n] = 0;
      }
      for (int a = 0; a < layout.aisles(); a++) {
        for (int c = 0; c <= layout.blocks(); c++) {
          edge(head(a, c), a == 0 ? head(a, c) : head(a - 1, c), layout.aisleToAisle());
          edge(head(a, c), head(a, Math.max(0, c - 1)), c == 0 ? 0 : layout.blockLength(c - 1));
        }
      }
      for (Layout.Link link : layout.depot().links()) {
        edge(0, head(link.aisle(), layout.depot().crossAisle()), link.distance());
      }
      for (int k = 0; k < nodes; k++) {
        for (int i = 0; i < nodes; i++) {
          for (int j = 0; j < nodes; j++) {
            distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
          }
        }
      }
    }

    private int head(int aisle, int cross) {
      return 1 + aisle * (layout.blocks() + 1) + cross;
    }

    private void edge(int one, int other, double metres) {
      distance[one][other] = Math.min(distance[one][other], metres);
      distance[other][one] = Math.min(distance[other][one], metres);
    }

    double best(Set<Stop> stops) {
      List<Stop> parts =
          List.copyOf(
              stops.stream()
                  .map(s -> new Stop(s.aisle(), s.block(), 0))
                  .collect(java.util.stream.Collectors.toSet()));
      int n = parts.size();
      double[][] best = new double[1 << n][2 * n];
      for (double[] row : best) {
        Arrays.fill(row, 1e15);
      }
      for (int j = 0; j < 2 * n; j++) {
        best[1 << j / 2][j] = distance[0][from(parts, j)] + length(parts, j);
      }
      for (int set = 1; set < 1 << n; set++) {
        for (int i = 0; i < 2 * n; i++) {
          for (int j = 0; j < 2 * n && best[set][i] < 1e15; j++) {
            if ((set >> j / 2 & 1) == 0) {
              double metres =
                  best[set][i] + distance[from(parts, i ^ 1)][from(parts, j)] + length(parts, j);
              int with = set | 1 << j / 2;
              best[with][j] = Math.min(best[with][j], metres);
            }
          }
        }
      }
      double shortest = 1e15;
      for (int i = 0; i < 2 * n; i++) {
        shortest = Math.min(shortest, best[(1 << n) - 1][i] + distance[from(parts, i ^ 1)][0]);
      }
      return shortest;
    }

    /** Where a part is entered: even numbers at the front, odd ones at the back. */
    private int from(List<Stop> parts, int j) {
      Stop part = parts.get(j / 2);
      return head(part.aisle(), part.block() + j % 2);
    }

    private double length(List<Stop> parts, int j) {
      return layout.blockLength(parts.get(j / 2).block());
    }
  }

  /** Walks by shortest paths on the graph of the floor and tries every order (Held and Karp). */
  private static final class BruteForce {
    private final Layout layout;
    private final List<double[]> edges = new ArrayList<>();
    private final int[] blockStart;
    private final int heads;
    private final int nodes;
    private final double[][] distance;

    BruteForce(Layout layout) {
      this.layout = layout;
      heads = layout.aisles() * (layout.blocks() + 1);
      blockStart = new int[layout.blocks()];
      int cells = 0;
      for (int b = 0; b < layout.blocks(); b++) {
        blockStart[b] = cells;
        cells += layout.cellsPerBlock().get(b);
      }
      nodes = 1 + heads + cells * layout.aisles();
      connect(cells);
      distance = new double[nodes][];
    }

    private int head(int aisle, int cross) {
      return 1 + aisle * (layout.blocks() + 1) + cross;
    }

    private int cell(Stop s) {
      int cells = (nodes - 1 - heads) / layout.aisles();
      return 1 + heads + s.aisle() * cells + blockStart[s.block()] + s.cell();
    }

    private void connect(int cells) {
      for (int a = 0; a < layout.aisles(); a++) {
        for (int c = 0; c <= layout.blocks() && a > 0; c++) {
          edge(head(a - 1, c), head(a, c), layout.aisleToAisle());
        }
        for (int b = 0; b < layout.blocks(); b++) {
          int first = 1 + heads + a * cells + blockStart[b];
          int last = first + layout.cellsPerBlock().get(b) - 1;
          edge(head(a, b), first, layout.frontCrossAisleToFirstCell());
          edge(last, head(a, b + 1), layout.lastCellToBackCrossAisle());
          for (int n = first; n < last; n++) {
            edge(n, n + 1, layout.cellToCell());
          }
        }
      }
      for (Layout.Link link : layout.depot().links()) {
        edge(0, head(link.aisle(), layout.depot().crossAisle()), link.distance());
      }
    }

    private void edge(int one, int other, double metres) {
      edges.add(new double[] {one, other, metres});
    }

    private double[] from(int node) {
      if (distance[node] == null) {
        double[] d = new double[nodes];
        Arrays.fill(d, 1e15);
        d[node] = 0;
        for (boolean better = true; better; ) {
          better = false;
          for (double[] e : edges) {
            better |=
                relax(d, (int) e[0], (int) e[1], e[2]) | relax(d, (int) e[1], (int) e[0], e[2]);
          }
        }
        distance[node] = d;
      }
      return distance[node];
    }

    private static boolean relax(double[] d, int from, int to, double metres) {
      if (d[from] + metres < d[to] - 1e-12) {
        d[to] = d[from] + metres;
        return true;
      }
      return false;
    }

    double length(List<Stop> order) {
      int at = 0;
      double sum = 0;
      for (Stop stop : order) {
        sum += from(at)[cell(stop)];
        at = cell(stop);
      }
      return sum + from(at)[0];
    }

    double best(List<Stop> stops) {
      int n = stops.size();
      double[][] best = new double[1 << n][n];
      for (double[] row : best) {
        Arrays.fill(row, 1e15);
      }
      for (int i = 0; i < n; i++) {
        best[1 << i][i] = from(0)[cell(stops.get(i))];
      }
      for (int set = 1; set < 1 << n; set++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n && best[set][i] < 1e15; j++) {
            if ((set >> j & 1) == 0) {
              double metres = best[set][i] + from(cell(stops.get(i)))[cell(stops.get(j))];
              best[set | 1 << j][j] = Math.min(best[set | 1 << j][j], metres);
            }
          }
        }
      }
      double shortest = 1e15;
      for (int i = 0; i < n; i++) {
        shortest = Math.min(shortest, best[(1 << n) - 1][i] + from(0)[cell(stops.get(i))]);
      }
      return shortest;
    }
  }
}
