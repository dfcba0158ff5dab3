package dev.ordo.wave.solver;

import java.util.Arrays;

/**
 * The exact lengths of trips, measured many at once and remembered by what a trip carries. Serves
 * one thread.
 */
final class Lengths {
  /** How many trips a search remembers. */
  static final int REMEMBERED = 1 << 19;

  private final JobBook book;
  private final Ground.Lanes lanes;
  private final int mask;
  private final long[] memory;
  private final long[] union;
  private final long[] keys = new long[Ground.LANES];
  private int[] measured = {};
  private int laid;

  /**
   * @param remembered how many trips to remember, a power of two
   */
  Lengths(JobBook book, int remembered) {
    this.book = book;
    mask = remembered - 1;
    memory = new long[2 * remembered];
    lanes = book.ground.lanes();
    union = new long[book.ground.words()];
  }

  /** The length in units if it is remembered, else -1. */
  int known(long key) {
    if (key == 0) {
      return 0;
    }
    int place = place(key);
    return memory[place] == key ? (int) memory[place + 1] : -1;
  }

  private int place(long key) {
    return 2 * (int) (key & mask);
  }

  int room() {
    return Ground.LANES - laid;
  }

  /** Lays a trip into the next lane and returns the lane. */
  int lay(long key, int[] jobs, int count) {
    Arrays.fill(union, 0);
    for (int i = 0; i < count; i++) {
      long[] more = book.bits[jobs[i]];
      for (int word = 0; word < union.length; word++) {
        union[word] |= more[word];
      }
    }
    keys[laid] = key;
    lanes.lay(laid, union);
    return laid++;
  }

  /** Measures all lanes; their lengths are remembered and stay until the next is laid. */
  void measure() {
    measured = lanes.measure();
    for (int lane = 0; lane < laid; lane++) {
      int place = place(keys[lane]);
      memory[place] = keys[lane];
      memory[place + 1] = measured[lane];
    }
    laid = 0;
  }

  /** The length in units a lane had in the last measuring. */
  int of(int lane) {
    return measured[lane];
  }

  /** The length of one trip in units. */
  int of(long key, int[] jobs, int count) {
    int known = known(key);
    if (known >= 0) {
      return known;
    }
    if (room() == 0) {
      measure();
    }
    int lane = lay(key, jobs, count);
    measure();
    return measured[lane];
  }
}
