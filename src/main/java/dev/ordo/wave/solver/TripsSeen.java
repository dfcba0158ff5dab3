package dev.ordo.wave.solver;

import java.util.function.IntConsumer;

/**
 * Trips a search came across lately: what each carries and how long it is. Of two that meet in one
 * place the newer stays. Serves one thread.
 */
final class TripsSeen {
  private static final int PLACES = 1 << 17;

  /** Trips with more jobs are not kept. */
  private static final int MOST_JOBS = 24;

  private long[] keys = {};
  private int[] units = {};
  private byte[] count = {};
  private short[] members = {};

  void add(long key, int length, int[] jobs, int size) {
    if (keys.length == 0) {
      makeRoom();
    }
    int place = (int) (key >>> 40) & PLACES - 1;
    if (keys[place] == key || size > MOST_JOBS || size == 0) {
      return;
    }
    keys[place] = key;
    units[place] = length;
    count[place] = (byte) size;
    for (int i = 0; i < size; i++) {
      members[place * MOST_JOBS + i] = (short) jobs[i];
    }
  }

  private void makeRoom() {
    keys = new long[PLACES];
    units = new int[PLACES];
    count = new byte[PLACES];
    members = new short[PLACES * MOST_JOBS];
  }

  /** Calls with the place of each trip. */
  void forEach(IntConsumer each) {
    for (int place = 0; place < keys.length; place++) {
      if (count[place] > 0) {
        each.accept(place);
      }
    }
  }

  long key(int place) {
    return keys[place];
  }

  int units(int place) {
    return units[place];
  }

  int[] jobs(int place) {
    int[] jobs = new int[count[place]];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] = members[place * MOST_JOBS + i] & 0xffff;
    }
    return jobs;
  }
}
