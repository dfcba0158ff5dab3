package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The equivalence classes of partial tours and how they follow from each other. A partial tour
 * covers the aisles left of a line; all that matters of it are, per cross aisle, the parity of the
 * edges that meet its last head (none, odd, even), and which heads are connected. Ratliff and
 * Rosenthal (1983) list the 7 classes of one block, Roodbergen and de Koster (2001) the 25 of two;
 * here the classes are generated, so that any number of blocks is solved exactly. Where the depot
 * is joined to several aisle heads it is one more head that moves along with the line.
 */
final class RouteStates {
  /** Ways through a part of an aisle between two cross aisles. */
  static final int NONE = 0;

  static final int ONCE = 1;
  static final int TWICE = 2;
  static final int FROM_FRONT = 3;
  static final int FROM_BACK = 4;
  static final int FROM_BOTH = 5;
  static final int WAYS = 6;

  private static final int INVALID = -1;
  private static final int ODD = 1;
  private static final int EVEN = 2;

  private record Key(int crossAisles, boolean freeDepot, boolean depotOnce) {}

  private static final Map<Key, RouteStates> KNOWN = new ConcurrentHashMap<>();

  private final int heads;
  private final boolean freeDepot;
  private final boolean depotOnce;
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<int[]> states = new ArrayList<>();

  /** vertical[block][way][state] is the next state or -1. */
  final int[][][] vertical;

  /** touch[cross aisle][state]: the head must be part of the tour. */
  final int[][] touch;

  /** link[cross aisle][copies][state]: walk that often between the depot and the head. */
  final int[][][] link;

  /** Per state the states of the next aisle and the aisle widths walked to get there. */
  final int[][] across;

  final int[][] acrossCopies;

  /** Whether a state is one closed tour. */
  final boolean[] closed;

  /**
   * @param crossAisles number of blocks + 1
   * @param freeDepot the depot is joined to several aisle heads
   * @param depotOnce no shortest tour passes the depot in its middle
   */
  static RouteStates of(int crossAisles, boolean freeDepot, boolean depotOnce) {
    return KNOWN.computeIfAbsent(new Key(crossAisles, freeDepot, depotOnce), RouteStates::new);
  }

  private RouteStates(Key key) {
    heads = key.crossAisles;
    freeDepot = key.freeDepot;
    depotOnce = key.depotOnce;
    number(new int[2 * (heads + 1)]);
    discover();
    int count = states.size();
    vertical = new int[heads - 1][WAYS][count];
    touch = new int[heads][count];
    link = new int[heads][3][count];
    across = new int[count][];
    acrossCopies = new int[count][];
    closed = new boolean[count];
    for (int s = 0; s < count; s++) {
      fill(s);
    }
  }

  int count() {
    return states.size();
  }

  private void discover() {
    for (int s = 0; s < states.size(); s++) {
      int[] state = states.get(s);
      for (int block = 0; block < heads - 1; block++) {
        for (int way = 0; way < WAYS; way++) {
          number(vertical(state, block, way));
        }
      }
      for (int head = 0; head < heads; head++) {
        number(touch(state, head));
        for (int copies = 0; copies <= 2; copies++) {
          linked(state, head, copies);
        }
      }
      for (int choice = 0; choice < 1 << heads; choice++) {
        Crossing crossing = cross(state, choice);
        if (crossing != null) {
          number(crossing.state);
        }
      }
    }
  }

  private void fill(int s) {
    int[] state = states.get(s);
    for (int block = 0; block < heads - 1; block++) {
      for (int way = 0; way < WAYS; way++) {
        vertical[block][way][s] = number(vertical(state, block, way));
      }
    }
    for (int head = 0; head < heads; head++) {
      touch[head][s] = number(touch(state, head));
      for (int copies = 0; copies <= 2; copies++) {
        link[head][copies][s] = linked(state, head, copies);
      }
    }
    fillCrossings(s, state);
    closed[s] = isClosed(state);
  }

  private void fillCrossings(int s, int[] state) {
    int[] to = new int[1 << heads];
    int[] copies = new int[1 << heads];
    int found = 0;
    for (int choice = 0; choice < 1 << heads; choice++) {
      Crossing crossing = cross(state, choice);
      if (crossing != null) {
        to[found] = number(crossing.state);
        copies[found++] = crossing.copies;
      }
    }
    across[s] = Arrays.copyOf(to, found);
    acrossCopies[s] = Arrays.copyOf(copies, found);
  }

  /** How often each cross aisle was walked to get into a state that a crossing leads to. */
  int[] copiesInto(int state) {
    return Arrays.copyOf(states.get(state), heads);
  }

  private int[] vertical(int[] state, int block, int way) {
    int[] next = state.clone();
    switch (way) {
      case ONCE, TWICE -> {
        add(next, block, way);
        add(next, block + 1, way);
        join(next, block, block + 1);
      }
      case FROM_FRONT -> add(next, block, 2);
      case FROM_BACK -> add(next, block + 1, 2);
      case FROM_BOTH -> {
        add(next, block, 2);
        add(next, block + 1, 2);
      }
      default -> {}
    }
    return next;
  }

  private int[] touch(int[] state, int head) {
    int[] next = state.clone();
    if (next[head] == 0) {
      add(next, head, 2);
    }
    return next;
  }

  private int linked(int[] state, int head, int copies) {
    if (copies == 0) {
      return number(state);
    }
    boolean full = depotOnce && (state[heads] == EVEN || (state[heads] == ODD && copies == 2));
    if (!freeDepot || full) {
      return INVALID;
    }
    int[] next = state.clone();
    add(next, head, copies);
    add(next, heads, copies);
    join(next, head, heads);
    return number(next);
  }

  private record Crossing(int[] state, int copies) {}

  /** Moves the line one aisle on; bit h of the choice: an even head h is left with two edges. */
  private @Nullable Crossing cross(int[] state, int choice) {
    int[] next = new int[state.length];
    int total = 0;
    for (int head = 0; head < heads; head++) {
      boolean twice = (choice >> head & 1) == 1;
      if (twice && state[head] != EVEN) {
        return null;
      }
      int copies = state[head] == ODD ? 1 : twice ? 2 : 0;
      if (copies > 0) {
        next[head] = copies;
        next[label(head)] = state[label(head)];
      }
      total += copies;
    }
    next[heads] = state[heads];
    next[label(heads)] = state[label(heads)];
    return allAlive(state, next) ? new Crossing(next, total) : null;
  }

  private boolean allAlive(int[] state, int[] next) {
    for (int head = 0; head <= heads; head++) {
      if (state[label(head)] != 0 && !alive(next, state[label(head)])) {
        return false;
      }
    }
    return true;
  }

  private boolean alive(int[] next, int component) {
    for (int head = 0; head < heads; head++) {
      if (next[label(head)] == component) {
        return true;
      }
    }
    return next[label(heads)] == component && (!depotOnce || next[heads] == ODD);
  }

  private boolean isClosed(int[] state) {
    int component = 0;
    for (int head = 0; head <= heads; head++) {
      int label = state[label(head)];
      if (state[head] == ODD || (label != 0 && component != 0 && label != component)) {
        return false;
      }
      component = label == 0 ? component : label;
    }
    return component != 0 && (!freeDepot || state[heads] != 0);
  }

  private int label(int head) {
    return heads + 1 + head;
  }

  private void add(int[] state, int head, int edges) {
    if (state[head] == 0) {
      state[label(head)] = 100 + head;
    }
    state[head] = edges == 2 ? (state[head] == 0 ? EVEN : state[head]) : flipped(state[head]);
  }

  private static int flipped(int parity) {
    return parity == ODD ? EVEN : ODD;
  }

  private void join(int[] state, int one, int other) {
    int from = state[label(other)];
    int to = state[label(one)];
    for (int head = 0; head <= heads; head++) {
      if (state[label(head)] == from) {
        state[label(head)] = to;
      }
    }
  }

  private int number(int[] state) {
    int[] canonical = canonical(state);
    List<Integer> key = Arrays.stream(canonical).boxed().toList();
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, states.size());
    states.add(canonical);
    return states.size() - 1;
  }

  private int[] canonical(int[] state) {
    int[] canonical = state.clone();
    Map<Integer, Integer> names = new HashMap<>();
    for (int head = 0; head <= heads; head++) {
      int label = state[label(head)];
      canonical[label(head)] = label == 0 ? 0 : names.computeIfAbsent(label, l -> names.size() + 1);
    }
    return canonical;
  }
}
