package dev.ordo.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The three edges of a box in millimetres, in ascending order.
 *
 * @param a shortest edge
 * @param c longest edge
 */
record Sides(int a, int b, int c) {
  static Sides of(int x, int y, int z) {
    int[] sorted = IntStream.of(x, y, z).sorted().toArray();
    return new Sides(sorted[0], sorted[1], sorted[2]);
  }

  /** Whether one box of these edges goes into a space of those, turned as needed. */
  boolean within(Sides space) {
    return a <= space.a && b <= space.b && c <= space.c;
  }

  /** How many boxes of these edges go into a space as one regular grid, the best way round. */
  long gridIn(Sides space) {
    return turns().stream()
        .mapToLong(t -> (long) (space.a / t[0]) * (space.b / t[1]) * (space.c / t[2]))
        .max()
        .orElse(0);
  }

  private List<int[]> turns() {
    return List.of(
        new int[] {a, b, c},
        new int[] {a, c, b},
        new int[] {b, a, c},
        new int[] {b, c, a},
        new int[] {c, a, b},
        new int[] {c, b, a});
  }
}
