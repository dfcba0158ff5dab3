package dev.ordo.wave;

import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.wave.solver.ShortWalk;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way that is left of a trip: from where the picker stands through the slots to come, back to
 * the depot. Up to {@value #EXACT} slots in the shortest order there is (Held and Karp 1962), more
 * in a good one (see {@link ShortWalk}).
 */
final class Rest {
  static final int EXACT = 12;

  private final double[][] metres;
  private final double[] from;
  private final double[] home;

  /**
   * @param here where the picker stands, null for the depot
   */
  Rest(Layout layout, @Nullable Location here, List<Location> slots) {
    int n = slots.size();
    Way way = new Way(layout);
    metres = new double[n][];
    home = new double[n];
    for (int i = 0; i < n; i++) {
      home[i] = way.toDepot(slots.get(i));
      metres[i] = way.metres(slots.get(i), slots);
    }
    from = here == null ? home : way.metres(here, slots);
  }

  /** The slots by their numbers, in the order to walk them. */
  List<Integer> order() {
    int[] order = from.length == 0 || from.length > EXACT ? improved() : exact();
    return Arrays.stream(order).boxed().toList();
  }

  /** Metres of the way that is left, in this order. */
  double length(List<Integer> order) {
    return length(order.stream().mapToInt(Integer::intValue).toArray());
  }

  private double length(int[] order) {
    if (order.length == 0) {
      return 0;
    }
    double sum = from[order[0]] + home[order[order.length - 1]];
    for (int i = 1; i < order.length; i++) {
      sum += metres[order[i - 1]][order[i]];
    }
    return sum;
  }

  private int[] exact() {
    int n = from.length;
    double[][] best = new double[1 << n][n];
    int[][] next = new int[1 << n][n];
    for (int left = 0; left < best.length; left++) {
      for (int at = 0; at < n; at++) {
        choose(best, next, left, at);
      }
    }
    return walked(best, next);
  }

  /** The shortest way from a slot through those that are left. */
  private void choose(double[][] best, int[][] next, int left, int at) {
    best[left][at] = left == 0 ? home[at] : Double.MAX_VALUE;
    for (int to = 0; to < from.length; to++) {
      if ((left >> to & 1) == 1) {
        double way = metres[at][to] + best[left ^ 1 << to][to];
        if (way < best[left][at]) {
          best[left][at] = way;
          next[left][at] = to;
        }
      }
    }
  }

  private int[] walked(double[][] best, int[][] next) {
    int n = from.length;
    int left = (1 << n) - 1;
    int at = 0;
    for (int i = 1; i < n; i++) {
      if (from[i] + best[left ^ 1 << i][i] < from[at] + best[left ^ 1 << at][at]) {
        at = i;
      }
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = at;
      left ^= 1 << at;
      at = next[left][at];
    }
    return order;
  }

  private int[] improved() {
    int n = from.length;
    double[][] all = new double[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      all[0][i + 1] = from[i];
      all[i + 1][0] = home[i];
      System.arraycopy(metres[i], 0, all[i + 1], 1, n);
    }
    return ShortWalk.order(all);
  }
}
