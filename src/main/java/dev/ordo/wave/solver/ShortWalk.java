package dev.ordo.wave.solver;

import java.util.Arrays;

/**
 * A good order of many places: farthest insertion and what comes out of the order as it is given,
 * both made shorter by turning pieces around and moving them; the shorter one.
 */
public final class ShortWalk {
  private static final double UNITS_PER_METRE = 1000;

  private ShortWalk() {}

  /**
   * @param metres from each place to each; place 0 is where the walk begins and ends, and the ways
   *     from it and to it may be of different lengths
   * @return the other places in the order to walk them, 0 for place 1
   */
  public static int[] order(double[][] metres) {
    int[][] units =
        Arrays.stream(metres)
            .map(row -> Arrays.stream(row).mapToInt(ShortWalk::units).toArray())
            .toArray(int[][]::new);
    int[] given = new int[metres.length - 1];
    Arrays.setAll(given, i -> i + 1);
    Round kept = new Round(units);
    kept.begin(given);
    Round found = new Round(units);
    found.begin(given);
    if (given.length > 1) {
      kept.improve();
      found.shortened();
    }
    int[] order = (found.length() < kept.length() ? found : kept).order();
    return Arrays.stream(order).map(place -> place - 1).toArray();
  }

  private static int units(double metres) {
    return (int) Math.round(metres * UNITS_PER_METRE);
  }
}
