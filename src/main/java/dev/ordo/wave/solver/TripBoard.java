package dev.ordo.wave.solver;

import java.util.Arrays;
import java.util.List;

/**
 * What the search knows of each trip at this moment: who is on it, how full and how long it is.
 * Follows the working plan change by change; serves one thread.
 */
final class TripBoard {
  final JobBook book;
  final Lengths lengths;
  final Pace pace;
  private final TripsSeen seen = new TripsSeen();
  Trip[] trips = {};
  int[] tripOf = {};

  /** The jobs of this plan, which may be a part of all. */
  int[] present = {};

  int[][] members = {};
  int[] count = {};
  long[] keys = {};
  private long[] keysBefore = {};
  int[] units = {};
  private int[] unitsBefore = {};
  long[] totes = {};
  long[] volumeMm3 = {};
  long[] weightG = {};
  long[] over = {};

  /** What is taken off for fullness, in units of length. */
  int[] bonus = {};

  private boolean[] stale = {};
  private int[] staleTrips = {};
  private int staleCount;
  private long totalUnits;
  private long totalOver;
  private long totalBonus;

  TripBoard(JobBook book, Pace pace) {
    this.book = book;
    this.pace = pace;
    lengths = new Lengths(book, Lengths.REMEMBERED);
    book.seen.add(seen);
  }

  void reset(TripPlan plan) {
    trips = plan.trips().toArray(Trip[]::new);
    present = plan.jobs().stream().mapToInt(Job::number).toArray();
    tripOf = new int[book.size()];
    Arrays.fill(tripOf, -1);
    int size = trips.length;
    members = new int[size][8];
    count = new int[size];
    keys = new long[size];
    keysBefore = new long[size];
    units = new int[size];
    unitsBefore = new int[size];
    totes = new long[size];
    volumeMm3 = new long[size];
    weightG = new long[size];
    over = new long[size];
    bonus = new int[size];
    stale = new boolean[size];
    staleTrips = new int[size];
    staleCount = 0;
    totalUnits = 0;
    totalOver = 0;
    totalBonus = 0;
    for (int trip = 0; trip < size; trip++) {
      changed(trip);
    }
    refresh();
  }

  void changed(int trip) {
    if (!stale[trip]) {
      stale[trip] = true;
      staleTrips[staleCount++] = trip;
    }
  }

  /** Takes over what changed since the last time. */
  void refresh() {
    for (int i = 0; i < staleCount; i++) {
      int trip = staleTrips[i];
      stale[trip] = false;
      refresh(trip);
    }
    staleCount = 0;
  }

  private void refresh(int trip) {
    long key = read(trip);
    if (key != keys[trip]) {
      int length =
          key == keysBefore[trip] ? unitsBefore[trip] : lengths.of(key, members[trip], count[trip]);
      totalUnits += length - units[trip];
      keysBefore[trip] = keys[trip];
      unitsBefore[trip] = units[trip];
      keys[trip] = key;
      units[trip] = length;
    }
    long now = over(trip, totes[trip], volumeMm3[trip], weightG[trip]);
    totalOver += now - over[trip];
    over[trip] = now;
    if (now == 0 && pace.remembers()) {
      seen.add(key, units[trip], members[trip], count[trip]);
    }
    int better = bonus(trip, totes[trip], volumeMm3[trip], weightG[trip]);
    totalBonus += better - bonus[trip];
    bonus[trip] = better;
  }

  private long read(int trip) {
    List<Job> jobs = trips[trip].jobs();
    int size = jobs.size();
    if (members[trip].length < size) {
      members[trip] = new int[2 * size];
    }
    int[] to = members[trip];
    long key = 0;
    long sumTotes = 0;
    long sumVolume = 0;
    long sumWeight = 0;
    for (int i = 0; i < size; i++) {
      int job = jobs.get(i).number();
      to[i] = job;
      tripOf[job] = trip;
      key ^= book.keys[job];
      sumTotes += book.totes[job];
      sumVolume += book.volumeMm3[job];
      sumWeight += book.weightG[job];
    }
    count[trip] = size;
    totes[trip] = sumTotes;
    volumeMm3[trip] = sumVolume;
    weightG[trip] = sumWeight;
    return key;
  }

  /** By how many thousandths a trip would be overloaded with so much on it. */
  long over(int trip, long withTotes, long withVolume, long withWeight) {
    Load room = trips[trip].room();
    if (withTotes <= room.totes()
        && withVolume <= room.volumeMm3()
        && withWeight <= room.weightG()) {
      return 0;
    }
    return new Load((int) withTotes, withVolume, withWeight).overIn(room);
  }

  /** What is taken off the length of a trip for being full. */
  int bonus(int trip, long withTotes, long withVolume, long withWeight) {
    double most = pace.fullness();
    if (most == 0) {
      return 0;
    }
    Load room = trips[trip].room();
    double full =
        Math.max(
            share(withTotes, room.totes()),
            Math.max(share(withVolume, room.volumeMm3()), share(withWeight, room.weightG())));
    return (int) (most * full * full);
  }

  private static double share(long load, long room) {
    return room == 0 ? 0 : load / (double) room;
  }

  /** All trips together, less what is taken off for fullness. */
  long millimetres() {
    return book.ground.millimetres(totalUnits - totalBonus);
  }

  long over() {
    return totalOver;
  }
}
