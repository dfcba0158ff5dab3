package dev.ordo.wave.solver;

import java.util.Arrays;

/**
 * What is known for certain of the closed walks over some spots: the shortest one of up to 12 spots
 * (Held and Karp 1962), and for more a length none can go below, that of the best 1-tree (Held and
 * Karp 1970), each way taken in its shorter direction.
 */
final class TourFacts {
  private static final int EXACT = 12;
  private static final int ROUNDS = 300;
  private static final int NEVER = Integer.MAX_VALUE / 2;

  private final int[][] far;

  /** The depot and the spots. */
  private final int[] spots;

  private TourFacts(int[][] far, int[] order) {
    this.far = far;
    spots = new int[order.length + 1];
    System.arraycopy(order, 0, spots, 1, order.length);
    Arrays.sort(spots);
  }

  /**
   * @param known units of a walk that is known
   */
  static int of(int[][] far, int[] order, int known) {
    return Math.min(known, new TourFacts(far, order).tree(known));
  }

  /** Whether so many spots can be put into the best order by looking at all orders. */
  static boolean few(int spots) {
    return spots <= EXACT;
  }

  /** The best order of a few spots, at least one. */
  static int[] best(int[][] far, int[] order) {
    return new TourFacts(far, order).best();
  }

  private int[] best() {
    int n = spots.length - 1;
    int[][] best = new int[1 << n][n];
    for (int[] row : best) {
      Arrays.fill(row, NEVER);
    }
    for (int i = 0; i < n; i++) {
      best[1 << i][i] = far[0][spots[i + 1]];
    }
    for (int set = 1; set < 1 << n; set++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n && best[set][i] < NEVER; j++) {
          if ((set >> j & 1) == 0) {
            int with = set | 1 << j;
            int units = best[set][i] + far[spots[i + 1]][spots[j + 1]];
            best[with][j] = Math.min(best[with][j], units);
          }
        }
      }
    }
    int[] order = new int[n];
    int after = 0;
    for (int set = (1 << n) - 1, place = n - 1; place >= 0; place--) {
      int last = last(best[set], after);
      after = spots[last + 1];
      order[place] = after;
      set ^= 1 << last;
    }
    return order;
  }

  /** The spot a shortest walk through a set ends at, if it goes on to another one. */
  private int last(int[] best, int after) {
    int last = 0;
    for (int i = 1; i < best.length; i++) {
      if (best[i] + far[spots[i + 1]][after] < best[last] + far[spots[last + 1]][after]) {
        last = i;
      }
    }
    return last;
  }

  /** Ascends over the prices of spots: a spot with many branches gets dearer, a leaf cheaper. */
  private int tree(int known) {
    int n = spots.length;
    double[] price = new double[n];
    double best = 0;
    double step = 2;
    int since = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int[] degree = new int[n];
      double length = oneTree(price, degree);
      if (length > best + 1e-6) {
        best = length;
        since = 0;
      } else if (++since == 10) {
        step /= 2;
        since = 0;
      }
      int off = 0;
      for (int d : degree) {
        off += (d - 2) * (d - 2);
      }
      if (off == 0) {
        break;
      }
      double move = step * Math.max(known - length, 1) / off;
      for (int i = 0; i < n; i++) {
        price[i] += move * (degree[i] - 2);
      }
    }
    return (int) Math.ceil(best - 1e-3);
  }

  /** The shortest tree over all spots but the depot, and the depot's two shortest ways. */
  private double oneTree(double[] price, int[] degree) {
    int n = spots.length;
    double[] near = new double[n];
    int[] to = new int[n];
    boolean[] in = new boolean[n];
    Arrays.fill(near, Double.MAX_VALUE);
    Arrays.fill(to, -1);
    double length = 0;
    int at = 1;
    for (int count = 1; count < n; count++) {
      in[at] = true;
      if (to[at] >= 0) {
        length += near[at];
        degree[at]++;
        degree[to[at]]++;
      }
      int next = -1;
      for (int i = 1; i < n; i++) {
        if (!in[i]) {
          double way = way(at, i, price);
          if (way < near[i]) {
            near[i] = way;
            to[i] = at;
          }
          next = next < 0 || near[i] < near[next] ? i : next;
        }
      }
      at = next;
    }
    int first = -1;
    int second = -1;
    for (int i = 1; i < n; i++) {
      if (first < 0 || way(0, i, price) < way(0, first, price)) {
        second = first;
        first = i;
      } else if (second < 0 || way(0, i, price) < way(0, second, price)) {
        second = i;
      }
    }
    degree[0] = 2;
    degree[first]++;
    degree[second]++;
    return length + way(0, first, price) + way(0, second, price) - 2 * Arrays.stream(price).sum();
  }

  private double way(int one, int other, double[] price) {
    int a = spots[one];
    int b = spots[other];
    return Math.min(far[a][b], far[b][a]) + price[one] + price[other];
  }
}
