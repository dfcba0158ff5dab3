package dev.ordo.wave.solver;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exact shortest closed walk from the depot through a set of cells by dynamic programming
 * over the aisles, left to right. Holds its working memory, so one instance serves one thread.
 */
public final class Walk implements Guide {
  private static final double NEVER = 1e18;

  private final Floor floor;
  private final RouteStates states;
  private final double[] wayCost = new double[RouteStates.WAYS];
  private double[] now;
  private double[] next;

  public Walk(Floor floor) {
    this.floor = floor;
    states = floor.states;
    now = new double[states.count()];
    next = new double[states.count()];
  }

  @Override
  public double metres(Collection<Stop> stops) {
    return metres(floor.bits(stops));
  }

  /** As {@link #metres(Collection)} for cells as {@link Floor#bits bits}. */
  public double metres(long[] bits) {
    return walk(bits, null);
  }

  @Override
  public Route route(Collection<Stop> stops) {
    long[] bits = floor.bits(stops);
    Steps steps = new Steps(states.count());
    double metres = walk(bits, steps);
    return new Tour(floor, bits).route(metres, steps.chosen());
  }

  private double walk(long[] bits, @Nullable Steps steps) {
    int first = firstAisle(bits);
    if (first < 0) {
      return 0;
    }
    int last = lastAisle(bits);
    int nearest = Math.clamp(floor.depotVia[first], first, last);
    Arrays.fill(now, NEVER);
    now[0] = floor.freeDepot ? 0 : 2 * floor.depotTo[nearest];
    for (int aisle = first; aisle <= last; aisle++) {
      for (int block = 0; block < floor.blocks; block++) {
        vertical(bits, aisle, block, steps);
      }
      if (floor.freeDepot) {
        link(aisle, steps);
      } else if (aisle == nearest) {
        touch(aisle, steps);
      }
      if (aisle < last) {
        across(aisle, steps);
      }
    }
    return best(steps);
  }

  private double best(@Nullable Steps steps) {
    int best = -1;
    for (int s = 0; s < now.length; s++) {
      if (states.closed[s] && now[s] < NEVER && (best < 0 || now[s] < now[best])) {
        best = s;
      }
    }
    if (best < 0) {
      throw new IllegalStateException("The floor plan has no closed walk.");
    }
    if (steps != null) {
      steps.end(best);
    }
    return now[best];
  }

  private int firstAisle(long[] bits) {
    for (int word = 0; word < bits.length; word++) {
      if (bits[word] != 0) {
        return word / (floor.blocks * floor.wordsPerPart);
      }
    }
    return -1;
  }

  private int lastAisle(long[] bits) {
    int word = bits.length - 1;
    while (bits[word] == 0) {
      word--;
    }
    return word / (floor.blocks * floor.wordsPerPart);
  }

  private void vertical(long[] bits, int aisle, int block, @Nullable Steps steps) {
    ways(bits, floor.part(aisle, block) * floor.wordsPerPart, block);
    begin(steps, Steps.VERTICAL, aisle, block);
    int[][] follow = states.vertical[block];
    for (int s = 0; s < now.length; s++) {
      if (now[s] >= NEVER) {
        continue;
      }
      for (int way = 0; way < RouteStates.WAYS; way++) {
        if (wayCost[way] < NEVER) {
          reach(s, follow[way][s], now[s] + wayCost[way], way, steps);
        }
      }
    }
    swap();
  }

  /** What each way through a part costs, and which ways reach all its cells. */
  private void ways(long[] bits, int from, int block) {
    double length = floor.blockLength[block];
    Arrays.fill(wayCost, NEVER);
    wayCost[RouteStates.ONCE] = length;
    wayCost[RouteStates.TWICE] = 2 * length;
    if (floor.through) {
      wayCost[RouteStates.NONE] = floor.empty(bits, from) ? 0 : NEVER;
    } else {
      turns(bits, from, block);
    }
  }

  /** The ways that turn back, from one end or from both. */
  private void turns(long[] bits, int from, int block) {
    double length = floor.blockLength[block];
    int first = -1;
    int previous = -1;
    double gap = 0;
    double[] at = floor.cellAt[block];
    for (int word = 0; word < floor.wordsPerPart; word++) {
      for (long rest = bits[from + word]; rest != 0; rest &= rest - 1) {
        int cell = word * 64 + Long.numberOfTrailingZeros(rest);
        if (first < 0) {
          first = cell;
        } else {
          gap = Math.max(gap, at[cell] - at[previous]);
        }
        previous = cell;
      }
    }
    if (first < 0) {
      wayCost[RouteStates.NONE] = 0;
    } else {
      wayCost[RouteStates.FROM_FRONT] = 2 * at[previous];
      wayCost[RouteStates.FROM_BACK] = 2 * (length - at[first]);
      wayCost[RouteStates.FROM_BOTH] = first == previous ? NEVER : 2 * (length - gap);
    }
  }

  private void link(int aisle, @Nullable Steps steps) {
    begin(steps, Steps.LINK, aisle, floor.depotCrossAisle);
    int[][] follow = states.link[floor.depotCrossAisle];
    for (int s = 0; s < now.length; s++) {
      if (now[s] >= NEVER) {
        continue;
      }
      for (int copies = 0; copies <= 2; copies++) {
        if (follow[copies][s] >= 0) {
          reach(s, follow[copies][s], now[s] + copies * floor.depotTo[aisle], copies, steps);
        }
      }
    }
    swap();
  }

  private void touch(int aisle, @Nullable Steps steps) {
    begin(steps, Steps.TOUCH, aisle, floor.depotCrossAisle);
    int[] follow = states.touch[floor.depotCrossAisle];
    for (int s = 0; s < now.length; s++) {
      if (now[s] < NEVER) {
        reach(s, follow[s], now[s], 2, steps);
      }
    }
    swap();
  }

  private void across(int aisle, @Nullable Steps steps) {
    begin(steps, Steps.ACROSS, aisle, 0);
    for (int s = 0; s < now.length; s++) {
      if (now[s] >= NEVER) {
        continue;
      }
      int[] to = states.across[s];
      int[] copies = states.acrossCopies[s];
      for (int i = 0; i < to.length; i++) {
        reach(s, to[i], now[s] + copies[i] * floor.aisleToAisle, 0, steps);
      }
    }
    swap();
  }

  private void begin(@Nullable Steps steps, int kind, int aisle, int where) {
    Arrays.fill(next, NEVER);
    if (steps != null) {
      steps.begin(kind, aisle, where);
    }
  }

  private void reach(int from, int to, double metres, int choice, @Nullable Steps steps) {
    if (metres < next[to]) {
      next[to] = metres;
      if (steps != null) {
        steps.reach(from, to, choice);
      }
    }
  }

  private void swap() {
    double[] spare = now;
    now = next;
    next = spare;
  }
}
