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

  /** What still fits on a trip; below 0 where it is overloaded. */
  long[] freeTotes = {};

  long[] freeVolumeMm3 = {};
  long[] freeWeightG = {};
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
    freeTotes = new long[size];
    freeVolumeMm3 = new long[size];
    freeWeightG = new long[size];
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
    long now = overWith(trip, 0, 0, 0);
    totalOver += now - over[trip];
    over[trip] = now;
    if (now == 0 && pace.remembers()) {
      seen.add(key, units[trip], members[trip], count[trip]);
    }
    int better = bonusWith(trip, 0, 0, 0);
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
    Load room = trips[trip].room();
    freeTotes[trip] = room.totes() - sumTotes;
    freeVolumeMm3[trip] = room.volumeMm3() - sumVolume;
    freeWeightG[trip] = room.weightG() - sumWeight;
    return key;
  }

  /** By how many thousandths a trip would be overloaded with so much more on it. */
  long overWith(int trip, long moreTotes, long moreVolume, long moreWeight) {
    if (moreTotes <= freeTotes[trip]
        && moreVolume <= freeVolumeMm3[trip]
        && moreWeight <= freeWeightG[trip]) {
      return 0;
    }
    Load room = trips[trip].room();
    return new Load(
            (int) (room.totes() - freeTotes[trip] + moreTotes),
            room.volumeMm3() - freeVolumeMm3[trip] + moreVolume,
            room.weightG() - freeWeightG[trip] + moreWeight)
        .overIn(room);
  }

  /** What would be taken off the length of a trip for being full with so much more on it. */
  int bonusWith(int trip, long moreTotes, long moreVolume, long moreWeight) {
    double most = pace.fullness();
    if (most == 0) {
      return 0;
    }
    Load room = trips[trip].room();
    double full =
        1
            - Math.min(
                share(freeTotes[trip] - moreTotes, room.totes()),
                Math.min(
                    share(freeVolumeMm3[trip] - moreVolume, room.volumeMm3()),
                    share(freeWeightG[trip] - moreWeight, room.weightG())));
    return (int) (most * full * full);
  }

  private static double share(long free, long room) {
    return room == 0 ? 1 : free / (double) room;
  }

  /** All trips together, less what is taken off for fullness. */
  long millimetres() {
    return book.ground.millimetres(totalUnits - totalBonus);
  }

  long over() {
    return totalOver;
  }
}
