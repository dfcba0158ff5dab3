package dev.ordo.wave.solver;

import dev.ordo.site.Graph;
import dev.ordo.site.GraphPaths;
import dev.ordo.site.Layout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A free floor made ready for walking: the shortest ways between the depot and all spots of a wave.
 * Spot 0 is the depot, the others are numbered as they come; slots at one place share a spot.
 */
final class Network implements Ground {
  private static final int FARTHEST = 1 << 29;

  final GraphPaths paths;
  private final Map<Stop, Integer> spots = new HashMap<>();
  private final List<Integer> places = new ArrayList<>();
  private final double scale;

  /** Units from spot to spot. */
  final int[][] far;

  Network(Graph graph, Collection<Stop> stops) {
    this(graph, stops, stop -> slot(graph, stop));
  }

  /** A rectangular floor. */
  Network(Layout layout, Collection<Stop> stops) {
    this(Lattice.of(layout), stops, stop -> Lattice.slot(layout, stop));
  }

  private Network(Graph graph, Collection<Stop> stops, ToIntFunction<Stop> slotOf) {
    paths = new GraphPaths(graph);
    Map<Integer, Integer> known = new LinkedHashMap<>(Map.of(paths.depot(), 0));
    places.add(paths.depot());
    for (Stop stop : stops.stream().distinct().sorted(Comparator.comparingInt(slotOf)).toList()) {
      int place = paths.spot(slotOf.applyAsInt(stop));
      Integer spot = known.putIfAbsent(place, places.size());
      if (spot == null) {
        places.add(place);
      }
      spots.put(stop, spot == null ? places.size() - 1 : spot);
    }
    double[][] metres = metres();
    scale = scale(metres);
    far = new int[places.size()][places.size()];
    for (int from = 0; from < far.length; from++) {
      for (int to = 0; to < far.length; to++) {
        far[from][to] = (int) Math.round(metres[from][to] * scale);
      }
    }
  }

  private static int slot(Graph graph, Stop stop) {
    if (stop.aisle() != 0 || stop.block() != 0 || stop.cell() >= graph.slots().size()) {
      throw new IllegalArgumentException("The graph has no slot (%s).".formatted(stop));
    }
    return stop.cell();
  }

  private double[][] metres() {
    double[][] metres = new double[places.size()][places.size()];
    for (int from = 0; from < metres.length; from++) {
      double[] all = paths.from(places.get(from)).metres();
      for (int to = 0; to < metres.length; to++) {
        metres[from][to] = all[places.get(to)];
      }
    }
    return metres;
  }

  /** So many units make a metre that no walk comes near the largest number. */
  private static double scale(double[][] metres) {
    double bound = 0;
    for (int spot = 0; spot < metres.length; spot++) {
      bound += 2 * (metres[0][spot] + metres[spot][0]);
    }
    if (bound == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("The graph is not connected.");
    }
    double scale = 1000;
    while (bound * scale > FARTHEST) {
      scale /= 10;
    }
    return scale;
  }

  int spot(Stop stop) {
    Integer spot = spots.get(stop);
    if (spot == null) {
      throw new IllegalArgumentException("The wave has no such stop (%s).".formatted(stop));
    }
    return spot;
  }

  double metres(long units) {
    return units / scale;
  }

  @Override
  public int words() {
    return (places.size() + 63) / 64;
  }

  @Override
  public long[] bits(Collection<Stop> stops) {
    long[] bits = new long[words()];
    for (Stop stop : stops) {
      int spot = spot(stop);
      bits[spot / 64] |= 1L << spot % 64;
    }
    return bits;
  }

  @Override
  public Ground.Lanes lanes() {
    return new Lanes();
  }

  @Override
  public long millimetres(long units) {
    return Math.round(units * 1000.0 / scale);
  }

  @Override
  public double unitsPerMillimetre() {
    return scale / 1000;
  }

  @Override
  public Guide guide() {
    return new NetworkWalk(this, (round, least) -> {});
  }

  /** The walk on the floor plan that visits spots in this order. */
  List<Route.Point> path(int[] order) {
    List<Route.Point> path = new ArrayList<>(List.of(point(places.getFirst())));
    int at = 0;
    for (int i = 0; i <= order.length; i++) {
      int to = i == order.length ? 0 : order[i];
      leg(places.get(at), places.get(to), path);
      at = to;
    }
    return path;
  }

  private void leg(int from, int to, List<Route.Point> path) {
    int[] before = paths.from(from).before();
    List<Route.Point> backwards = new ArrayList<>();
    for (int place = to; place != from; place = before[place]) {
      backwards.add(point(place));
    }
    path.addAll(backwards.reversed());
  }

  private Route.Point point(int place) {
    GraphPaths.Point point = paths.point(place);
    return new Route.Point(point.x(), point.y());
  }

  /** The lengths of good tours; not always the shortest, but the same for the same cells. */
  private final class Lanes implements Ground.Lanes {
    private final Round round = new Round(far);
    private final int[] lengths = new int[LANES];

    @Override
    public void lay(int lane, long[] bits) {
      round.begin(bits);
      lengths[lane] = round.shortened();
    }

    @Override
    public int[] measure() {
      return lengths;
    }
  }
}
