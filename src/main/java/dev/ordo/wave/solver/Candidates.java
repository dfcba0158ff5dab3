package dev.ordo.wave.solver;

import java.util.Iterator;
import java.util.SplittableRandom;

/**
 * Draws exchanges between trips that have jobs near each other, measures them many at once, and
 * passes on those that the present temperature could accept at all.
 */
final class Candidates implements Iterator<Exchange> {
  private static final int MOST = 128;

  /** Beyond so many temperatures a loss is hopeless: accepted once in 8,000 times. */
  private static final double HOPELESS = 9;

  private static final int PATIENCE = 4096;

  private final TripBoard board;
  private final JobBook book;
  private final SplittableRandom random;
  private final int[][] near;

  private final int[] oneOf = new int[MOST];
  private final int[] otherOf = new int[MOST];
  private final long[] oneKey = new long[MOST];
  private final long[] otherKey = new long[MOST];
  private final int[][] out = new int[MOST][2];
  private final int[] outCount = new int[MOST];
  private final int[][] in = new int[MOST][2];
  private final int[] inCount = new int[MOST];
  private final int[] oneLength = new int[MOST];
  private final int[] otherLength = new int[MOST];
  private int size;
  private int at;
  private int[] scratch = new int[64];

  Candidates(TripBoard board, long seed) {
    this.board = board;
    book = board.book;
    near = book.near();
    random = new SplittableRandom(seed);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Exchange next() {
    board.refresh();
    double worst = HOPELESS * board.pace.temperature();
    long looked = 0;
    while (true) {
      while (at < size) {
        int i = at++;
        looked++;
        if (!current(i)) {
          continue;
        }
        long loss =
            (long) oneLength[i] + otherLength[i] - board.units[oneOf[i]] - board.units[otherOf[i]];
        if (loss <= worst || looked > PATIENCE) {
          board.pace.tried(looked);
          return exchange(i);
        }
      }
      draw();
    }
  }

  private boolean current(int i) {
    return board.keys[oneOf[i]] == oneKey[i] && board.keys[otherOf[i]] == otherKey[i];
  }

  private Exchange exchange(int i) {
    int one = oneOf[i];
    int other = otherOf[i];
    return new Exchange(
        board.trips[one],
        jobs(one, out[i], outCount[i], in[i], inCount[i]),
        board.trips[other],
        jobs(other, in[i], inCount[i], out[i], outCount[i]));
  }

  private Job[] jobs(int trip, int[] without, int withoutCount, int[] with, int withCount) {
    int members = fill(trip, without, withoutCount, with, withCount);
    Job[] jobs = new Job[members];
    for (int i = 0; i < members; i++) {
      jobs[i] = book.jobs[scratch[i]];
    }
    return jobs;
  }

  /** Lays the jobs of a trip after an exchange into the scratch. */
  private int fill(int trip, int[] without, int withoutCount, int[] with, int withCount) {
    int size = 0;
    int[] members = board.members[trip];
    int count = board.count[trip];
    if (scratch.length < count + withCount) {
      scratch = new int[2 * (count + withCount)];
    }
    for (int i = 0; i < count; i++) {
      int job = members[i];
      if ((withoutCount == 0 || job != without[0]) && (withoutCount < 2 || job != without[1])) {
        scratch[size++] = job;
      }
    }
    for (int i = 0; i < withCount; i++) {
      scratch[size++] = with[i];
    }
    return size;
  }

  private void draw() {
    Lengths lengths = board.lengths;
    size = 0;
    at = 0;
    for (int tries = 0; tries < 2 * MOST && size < MOST && lengths.room() >= 2; tries++) {
      if (propose(size)) {
        size++;
      }
    }
    if (lengths.room() < Sweep.LANES) {
      lengths.measure();
      for (int i = 0; i < size; i++) {
        oneLength[i] = oneLength[i] < 0 ? lengths.of(-1 - oneLength[i]) : oneLength[i];
        otherLength[i] = otherLength[i] < 0 ? lengths.of(-1 - otherLength[i]) : otherLength[i];
      }
    }
  }

  private boolean propose(int i) {
    int job = board.present[random.nextInt(board.present.length)];
    int one = board.tripOf[job];
    int[] neighbours = near[job];
    double u = random.nextDouble();
    int beside = neighbours[(int) (u * u * neighbours.length)];
    int other = board.tripOf[beside];
    if (other < 0 || other == one) {
      return false;
    }
    out[i][0] = job;
    outCount[i] = 1;
    inCount[i] = 0;
    int kind = random.nextInt(100);
    if (kind < 10) {
      inCount[i] = 0;
    } else if (kind < 60) {
      in[i][0] = any(other);
      inCount[i] = 1;
    } else if (kind < 75) {
      in[i][0] = any(other);
      inCount[i] = 1;
      if (!second(one, out[i])) {
        return false;
      }
      outCount[i] = 2;
    } else if (kind < 90) {
      in[i][0] = any(other);
      inCount[i] = 2;
      if (!second(other, in[i])) {
        return false;
      }
    } else {
      in[i][0] = any(other);
      inCount[i] = 2;
      outCount[i] = 2;
      if (!second(other, in[i]) || !second(one, out[i])) {
        return false;
      }
    }
    return fits(i, one, other) && laid(i, one, other);
  }

  private int any(int trip) {
    return board.members[trip][random.nextInt(board.count[trip])];
  }

  private boolean second(int trip, int[] jobs) {
    int count = board.count[trip];
    if (count < 2) {
      return false;
    }
    jobs[1] = any(trip);
    return jobs[1] != jobs[0];
  }

  private boolean fits(int i, int one, int other) {
    long totes = 0;
    long volume = 0;
    long weight = 0;
    for (int k = 0; k < inCount[i]; k++) {
      totes += book.totes[in[i][k]];
      volume += book.volumeMm3[in[i][k]];
      weight += book.weightG[in[i][k]];
    }
    for (int k = 0; k < outCount[i]; k++) {
      totes -= book.totes[out[i][k]];
      volume -= book.volumeMm3[out[i][k]];
      weight -= book.weightG[out[i][k]];
    }
    return board.over(
                one,
                board.totes[one] + totes,
                board.volumeMm3[one] + volume,
                board.weightG[one] + weight)
            + board.over(
                other,
                board.totes[other] - totes,
                board.volumeMm3[other] - volume,
                board.weightG[other] - weight)
        <= board.over[one] + board.over[other];
  }

  private boolean laid(int i, int one, int other) {
    long moved = 0;
    for (int k = 0; k < inCount[i]; k++) {
      moved ^= book.keys[in[i][k]];
    }
    for (int k = 0; k < outCount[i]; k++) {
      moved ^= book.keys[out[i][k]];
    }
    oneOf[i] = one;
    otherOf[i] = other;
    oneKey[i] = board.keys[one];
    otherKey[i] = board.keys[other];
    oneLength[i] = length(one, oneKey[i] ^ moved, out[i], outCount[i], in[i], inCount[i]);
    otherLength[i] = length(other, otherKey[i] ^ moved, in[i], inCount[i], out[i], outCount[i]);
    return true;
  }

  /** The length if it is known, else -1 - the lane it is laid in. */
  private int length(
      int trip, long key, int[] without, int withoutCount, int[] with, int withCount) {
    int known = board.lengths.known(key);
    return known >= 0
        ? known
        : -1
            - board.lengths.lay(
                key, scratchOf(trip, without, withoutCount, with, withCount), filled);
  }

  private int filled;

  private int[] scratchOf(int trip, int[] without, int withoutCount, int[] with, int withCount) {
    filled = fill(trip, without, withoutCount, with, withCount);
    return scratch;
  }
}
