package dev.ordo.wave.solver;

import dev.ordo.site.Layout;
import dev.ordo.wave.solver.Route.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the chosen edges into one closed walk (Hierholzer's circuit) that begins at the depot. */
final class Tour {
  /** A spot of the walk: the depot, a head (cell -1) at a cross aisle, or a cell of a block. */
  private record Spot(int aisle, int level, int cell) {}

  private static final Spot DEPOT = new Spot(-1, -1, -1);

  private final Floor floor;
  private final long[] bits;
  private final Map<Spot, Deque<Spot>> edges = new HashMap<>();

  Tour(Floor floor, long[] bits) {
    this.floor = floor;
    this.bits = bits;
  }

  Route route(double metres, List<Steps.Chosen> chosen) {
    chosen.forEach(this::draw);
    List<Spot> circuit = walked(circuit());
    Set<Stop> stops = new LinkedHashSet<>();
    for (Spot spot : circuit) {
      if (spot.cell >= 0) {
        stops.add(new Stop(spot.aisle, spot.level, spot.cell));
      }
    }
    return new Route(metres, List.copyOf(stops), path(circuit));
  }

  private void draw(Steps.Chosen step) {
    switch (step.kind()) {
      case Steps.VERTICAL -> vertical(step.aisle(), step.where(), step.choice());
      case Steps.LINK, Steps.TOUCH ->
          connect(DEPOT, head(step.aisle(), step.where()), step.choice());
      default -> {
        int[] copies = floor.states.copiesInto(step.state());
        for (int level = 0; level < copies.length; level++) {
          connect(head(step.aisle(), level), head(step.aisle() + 1, level), copies[level]);
        }
      }
    }
  }

  private void vertical(int aisle, int block, int way) {
    List<Spot> line = line(aisle, block);
    int last = line.size() - 1;
    switch (way) {
      case RouteStates.ONCE, RouteStates.TWICE -> connect(line.getFirst(), line.get(last), way);
      case RouteStates.FROM_FRONT -> chain(line, 0, last - 1, 2);
      case RouteStates.FROM_BACK -> chain(line, 1, last, 2);
      case RouteStates.FROM_BOTH -> {
        int gap = largestGap(block, line);
        chain(line, 0, gap, 2);
        chain(line, gap + 1, last, 2);
      }
      default -> {}
    }
  }

  private int largestGap(int block, List<Spot> line) {
    double[] at = floor.cellAt[block];
    int best = 1;
    for (int i = 1; i < line.size() - 2; i++) {
      if (gap(at, line, i) > gap(at, line, best)) {
        best = i;
      }
    }
    return best;
  }

  private static double gap(double[] at, List<Spot> line, int i) {
    return at[line.get(i + 1).cell] - at[line.get(i).cell];
  }

  private List<Spot> line(int aisle, int block) {
    List<Spot> line = new ArrayList<>();
    line.add(head(aisle, block));
    int from = floor.part(aisle, block) * floor.wordsPerPart;
    for (int cell = 0; cell < floor.cellAt[block].length; cell++) {
      if ((bits[from + cell / 64] >> (cell % 64) & 1) == 1) {
        line.add(new Spot(aisle, block, cell));
      }
    }
    line.add(head(aisle, block + 1));
    return line;
  }

  private void chain(List<Spot> line, int from, int to, int copies) {
    for (int i = from; i < to; i++) {
      connect(line.get(i), line.get(i + 1), copies);
    }
  }

  private static Spot head(int aisle, int crossAisle) {
    return new Spot(aisle, crossAisle, -1);
  }

  private void connect(Spot one, Spot other, int copies) {
    for (int i = 0; i < copies; i++) {
      edges.computeIfAbsent(one, s -> new ArrayDeque<>()).add(other);
      edges.computeIfAbsent(other, s -> new ArrayDeque<>()).add(one);
    }
  }

  private List<Spot> circuit() {
    Deque<Spot> open = new ArrayDeque<>(List.of(DEPOT));
    List<Spot> circuit = new ArrayList<>();
    while (!open.isEmpty()) {
      Spot at = open.peek();
      Deque<Spot> ways = edges.getOrDefault(at, new ArrayDeque<>());
      if (ways.isEmpty()) {
        circuit.add(open.pop());
      } else {
        Spot to = ways.poll();
        edges.getOrDefault(to, new ArrayDeque<>()).removeFirstOccurrence(at);
        open.push(to);
      }
    }
    return circuit;
  }

  /** Lays the cells between two ends of a part in the direction it is walked. */
  private List<Spot> walked(List<Spot> circuit) {
    List<Spot> walked = new ArrayList<>();
    for (Spot spot : circuit) {
      Spot before = walked.isEmpty() ? DEPOT : walked.getLast();
      if (spot.cell < 0
          && before.cell < 0
          && spot.level != before.level
          && spot.aisle == before.aisle) {
        List<Spot> line = line(spot.aisle, Math.min(spot.level, before.level));
        List<Spot> between = line.subList(1, line.size() - 1);
        walked.addAll(spot.level > before.level ? between : between.reversed());
      }
      walked.add(spot);
    }
    return walked;
  }

  private List<Point> path(List<Spot> circuit) {
    List<Point> path = new ArrayList<>();
    for (int i = 0; i < circuit.size(); i++) {
      Spot spot = circuit.get(i);
      if (spot.equals(DEPOT)) {
        if (i > 0) {
          path.add(linkHead(circuit.get(i - 1)));
        }
        path.add(depotPoint(floor.layout));
        if (i < circuit.size() - 1) {
          path.add(linkHead(circuit.get(i + 1)));
        }
      } else {
        path.add(point(spot));
      }
    }
    return path;
  }

  private Point linkHead(Spot head) {
    return point(head(floor.depotVia[head.aisle], floor.depotCrossAisle));
  }

  private Point point(Spot spot) {
    double y = floor.layout.crossAisleAt(spot.level);
    return new Point(
        spot.aisle * floor.aisleToAisle,
        spot.cell < 0 ? y : y + floor.cellAt[spot.level][spot.cell]);
  }

  /** Where the depot is drawn: beyond its cross aisle, beside the nearest of its links. */
  static Point depotPoint(Layout layout) {
    Layout.Link nearest =
        layout.depot().links().stream()
            .min(java.util.Comparator.comparingDouble(Layout.Link::distance))
            .orElseThrow();
    double y = layout.crossAisleAt(layout.depot().crossAisle());
    double off = Math.max(nearest.distance(), layout.aisleToAisle() / 2);
    return new Point(
        nearest.aisle() * layout.aisleToAisle(),
        layout.depot().crossAisle() == layout.blocks() && layout.depot().crossAisle() > 0
            ? y + off
            : y - off);
  }
}
