package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The shortest lengths of many walks at once. The classes of partial tours are those of {@link
 * RouteStates}, flattened into additions and comparisons that are the same for every walk, so that
 * the processor does them for several walks in one instruction. Finds lengths only; {@link Walk}
 * finds the way.
 */
final class Sweep {
  private static final int LANES = Ground.LANES;

  private static final int NEVER = 1 << 29;
  private static final int WAYS = RouteStates.WAYS;

  /**
   * One step of all walks: each class after it is the cheapest of some classes before it plus a
   * way.
   *
   * @param start where the sources of a class begin, one more than there are classes
   * @param from sources
   * @param way the way from a source
   * @param widths aisle widths walked to get into a class
   */
  private record Step(int[] start, int[] from, int[] way, int[] widths) {
    int classes() {
      return widths.length;
    }
  }

  private record Source(int from, int way) {}

  private final Floor floor;
  private final RouteStates states;
  private final int blocks;
  private final double scale;
  private final int width;
  private final int[] length;
  private final int[][] cellAt;
  private final int[] depotTo;
  private final int[] begin;
  private final int done;
  private final Step[] steps;
  private final int[] touched;
  private final int largest;

  Sweep(Floor floor) {
    this.floor = floor;
    states = floor.states;
    blocks = floor.blocks;
    scale = scale(floor);
    width = units(floor.aisleToAisle);
    length = Arrays.stream(floor.blockLength).mapToInt(this::units).toArray();
    cellAt =
        Arrays.stream(floor.cellAt)
            .map(at -> Arrays.stream(at).mapToInt(this::units).toArray())
            .toArray(int[][]::new);
    depotTo = Arrays.stream(floor.depotTo).mapToInt(this::units).toArray();
    begin = between();
    done = begin.length;
    steps = new Step[floor.freeDepot ? blocks + 1 : blocks];
    int[] layer = begin;
    int most = begin.length + 1;
    for (int part = 0; part < steps.length - 1; part++) {
      int[] next = after(layer, part);
      steps[part] = step(layer, next, part);
      layer = next;
      most = Math.max(most, next.length + 1);
    }
    steps[steps.length - 1] = across(layer, steps.length - 1);
    touched = touched();
    largest = most;
  }

  /** So many units make a metre that no walk comes near the largest number. */
  private static double scale(Floor floor) {
    double bound = Arrays.stream(floor.depotTo).max().orElse(0) * 2;
    for (double block : floor.blockLength) {
      bound += 2 * floor.aisles * (block + floor.aisleToAisle);
    }
    bound += 2 * floor.aisles * floor.aisleToAisle;
    double scale = 1e4;
    while (bound * scale > NEVER / 2.0) {
      scale /= 10;
    }
    return scale;
  }

  private int units(double metres) {
    return (int) Math.round(metres * scale);
  }

  long millimetres(long units) {
    return Math.round(units * 1000.0 / scale);
  }

  double unitsPerMillimetre() {
    return scale / 1000;
  }

  final class Lanes implements Ground.Lanes {
    private int[][] now = new int[largest][LANES];
    private int[][] next = new int[largest][LANES];
    private final int[][] cost = new int[floor.aisles * blocks * WAYS][LANES];
    private final int[][] links = new int[WAYS][LANES];
    private final int[] lengths = new int[LANES];

    Lanes() {
      for (int part = 0; part < floor.aisles * blocks; part++) {
        Arrays.fill(cost[part * WAYS + RouteStates.ONCE], length[part % blocks]);
        Arrays.fill(cost[part * WAYS + RouteStates.TWICE], 2 * length[part % blocks]);
      }
    }

    @Override
    public void lay(int lane, long[] bits) {
      int parts = floor.aisles * blocks;
      for (int part = 0, word = 0; part < parts; part++, word += floor.wordsPerPart) {
        lay(lane, bits, part, word);
      }
    }

    private void lay(int lane, long[] bits, int part, int from) {
      if (floor.through) {
        cost[part * WAYS][lane] = floor.empty(bits, from) ? 0 : NEVER;
      } else {
        turns(lane, bits, part, from);
      }
    }

    private void turns(int lane, long[] bits, int part, int from) {
      int first = -1;
      int previous = -1;
      int gap = 0;
      for (int word = 0; word < floor.wordsPerPart; word++) {
        for (long rest = bits[from + word]; rest != 0; rest &= rest - 1) {
          int cell = word * 64 + Long.numberOfTrailingZeros(rest);
          if (first < 0) {
            first = cell;
          } else {
            gap = Math.max(gap, cell - previous);
          }
          previous = cell;
        }
      }
      int at = part * WAYS;
      if (first < 0) {
        cost[at][lane] = 0;
        cost[at + RouteStates.FROM_FRONT][lane] = NEVER;
        cost[at + RouteStates.FROM_BACK][lane] = NEVER;
        cost[at + RouteStates.FROM_BOTH][lane] = NEVER;
      } else {
        int block = part % blocks;
        int[] position = cellAt[block];
        cost[at][lane] = NEVER;
        cost[at + RouteStates.FROM_FRONT][lane] = 2 * position[previous];
        cost[at + RouteStates.FROM_BACK][lane] = 2 * (length[block] - position[first]);
        cost[at + RouteStates.FROM_BOTH][lane] =
            gap == 0 ? NEVER : 2 * (length[block] - (position[gap] - position[0]));
      }
    }

    @Override
    public int[] measure() {
      for (int s = 0; s <= done; s++) {
        Arrays.fill(now[s], s == 0 ? 0 : NEVER);
      }
      for (int aisle = 0; aisle < floor.aisles; aisle++) {
        if (!floor.freeDepot && aisle == floor.depotVia[0]) {
          touch();
        }
        for (int part = 0; part < blocks; part++) {
          go(steps[part], cost, (aisle * blocks + part) * WAYS);
        }
        if (floor.freeDepot) {
          Arrays.fill(links[1], depotTo[aisle]);
          Arrays.fill(links[2], 2 * depotTo[aisle]);
          go(steps[blocks], links, 0);
        }
      }
      int extra = floor.freeDepot ? 0 : 2 * depotTo[floor.depotVia[0]];
      for (int lane = 0; lane < LANES; lane++) {
        lengths[lane] = now[done][lane] + extra;
      }
      return lengths;
    }

    private void touch() {
      for (int s = 0; s < touched.length; s++) {
        if (touched[s] != s) {
          least(now[touched[s]], now[s]);
          Arrays.fill(now[s], NEVER);
        }
      }
      Arrays.fill(now[done], NEVER);
    }

    private void go(Step step, int[][] ways, int base) {
      for (int t = 0; t < step.classes(); t++) {
        int at = step.start[t];
        int end = step.start[t + 1];
        int[] to = next[t];
        begin(to, now[step.from[at]], ways[base + step.way[at]]);
        for (at++; at < end - 1; at += 2) {
          least(
              to,
              now[step.from[at]],
              ways[base + step.way[at]],
              now[step.from[at + 1]],
              ways[base + step.way[at + 1]]);
        }
        if (at < end) {
          least(to, now[step.from[at]], ways[base + step.way[at]]);
        }
        if (step.widths[t] > 0) {
          add(to, step.widths[t] * width);
        }
      }
      int[][] spare = now;
      now = next;
      next = spare;
    }
  }

  private static void begin(int[] to, int[] from, int[] way) {
    for (int lane = 0; lane < LANES; lane++) {
      to[lane] = Math.min(NEVER, from[lane] + way[lane]);
    }
  }

  private static void least(int[] to, int[] from) {
    for (int lane = 0; lane < LANES; lane++) {
      to[lane] = Math.min(to[lane], from[lane]);
    }
  }

  private static void least(int[] to, int[] from, int[] way) {
    for (int lane = 0; lane < LANES; lane++) {
      to[lane] = Math.min(to[lane], from[lane] + way[lane]);
    }
  }

  private static void least(int[] to, int[] from, int[] way, int[] from2, int[] way2) {
    for (int lane = 0; lane < LANES; lane++) {
      to[lane] = Math.min(to[lane], Math.min(from[lane] + way[lane], from2[lane] + way2[lane]));
    }
  }

  private static void add(int[] to, int more) {
    for (int lane = 0; lane < LANES; lane++) {
      to[lane] += more;
    }
  }

  /** The classes that can occur between two aisles, the empty one first. */
  private int[] between() {
    Set<Integer> found = new LinkedHashSet<>(List.of(0));
    for (boolean more = true; more; ) {
      int before = found.size();
      int[] layer = array(found);
      int[] at = layer;
      for (int part = 0; part < (floor.freeDepot ? blocks + 1 : blocks); part++) {
        at = after(at, part);
      }
      for (int s : at) {
        IntStream.of(states.across[s]).forEach(found::add);
      }
      if (!floor.freeDepot) {
        IntStream.of(layer).forEach(s -> found.add(states.touch[floor.depotCrossAisle][s]));
      }
      more = found.size() > before;
    }
    return array(found);
  }

  private static int[] array(Set<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] after(int[] layer, int part) {
    Set<Integer> found = new TreeSet<>();
    for (int s : layer) {
      int[][] follow = follow(part);
      for (int way = 0; way < follow.length; way++) {
        if (follow[way][s] >= 0 && (part == blocks || useful(way))) {
          found.add(follow[way][s]);
        }
      }
    }
    return array(found);
  }

  private int[][] follow(int part) {
    return part == blocks ? states.link[floor.depotCrossAisle] : states.vertical[part];
  }

  /** The sources of each class in the given order. */
  private Map<Integer, Set<Source>> sources(int[] layer, int[] next, int part) {
    Map<Integer, Set<Source>> sources = new LinkedHashMap<>();
    IntStream.of(next).forEach(t -> sources.put(t, new LinkedHashSet<>()));
    int[][] follow = follow(part);
    for (int i = 0; i < layer.length; i++) {
      for (int way = 0; way < follow.length; way++) {
        Set<Source> of = sources.get(follow[way][layer[i]]);
        if (of != null && (part == blocks || useful(way))) {
          of.add(new Source(i, way));
        }
      }
    }
    return sources;
  }

  /** Turning back may be forbidden; where it is not, one block is never walked twice end to end. */
  private boolean useful(int way) {
    return floor.through ? way <= RouteStates.TWICE : way != RouteStates.TWICE || blocks > 1;
  }

  private Step step(int[] layer, int[] next, int part) {
    List<Set<Source>> all = new ArrayList<>(sources(layer, next, part).values());
    all.add(Set.of(new Source(layer.length, 0)));
    return flat(all, new int[all.size()]);
  }

  /** The last step of an aisle together with crossing to the next one, or with being done. */
  private Step across(int[] layer, int part) {
    Map<Integer, Set<Source>> before = sources(layer, after(layer, part), part);
    List<Set<Source>> all = new ArrayList<>();
    int[] widths = new int[begin.length + 1];
    Set<Source> closing = new LinkedHashSet<>(Set.of(new Source(layer.length, 0)));
    for (int t = 0; t < begin.length; t++) {
      Set<Source> of = new LinkedHashSet<>();
      for (var entry : before.entrySet()) {
        int s = entry.getKey();
        for (int c = 0; c < states.across[s].length; c++) {
          if (states.across[s][c] == begin[t]) {
            widths[t] = states.acrossCopies[s][c];
            of.addAll(entry.getValue());
          }
        }
      }
      all.add(of);
    }
    before.forEach((s, of) -> closing.addAll(states.closed[s] ? of : Set.of()));
    all.add(closing);
    return flat(all, widths);
  }

  private static Step flat(List<Set<Source>> sources, int[] widths) {
    int[] start = new int[sources.size() + 1];
    List<Source> all = new ArrayList<>();
    for (int t = 0; t < sources.size(); t++) {
      all.addAll(sources.get(t));
      start[t + 1] = all.size();
    }
    return new Step(
        start,
        all.stream().mapToInt(Source::from).toArray(),
        all.stream().mapToInt(Source::way).toArray(),
        widths);
  }

  private int[] touched() {
    int[] to = new int[begin.length];
    List<Integer> order = IntStream.of(begin).boxed().toList();
    for (int i = 0; i < begin.length && !floor.freeDepot; i++) {
      to[i] = order.indexOf(states.touch[floor.depotCrossAisle][begin[i]]);
    }
    return to;
  }
}
