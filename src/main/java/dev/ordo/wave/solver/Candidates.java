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

  /** After so many hopeless ones one is passed on, so that the clock is looked at. */
  private static final int PATIENCE = 4096;

  /** A chance in a hundred to draw a ring of three trips. */
  private static final int RING = 20;

  private final TripBoard board;
  private final JobBook book;
  private final SplittableRandom random;
  private final int[][] near;
  private final Draft[] drafts = new Draft[MOST];
  private int size;
  private int at;
  private final Window window = new Window();
  private int[] scratch = new int[64];
  private int filled;

  /** An exchange before it is one: trip i gives some jobs to trip i + 1, the last to the first. */
  private static final class Draft {
    private final int[] trip = new int[3];
    private final long[] key = new long[3];
    private final int[][] give = new int[3][2];
    private final int[] given = new int[3];
    private final int[] length = new int[3];
    private int trips;
    private int bonus;

    int before(int i) {
      return i == 0 ? trips - 1 : i - 1;
    }
  }

  Candidates(TripBoard board, long seed) {
    this.board = board;
    book = board.book;
    near = book.near();
    random = new SplittableRandom(seed);
    for (int i = 0; i < MOST; i++) {
      drafts[i] = new Draft();
    }
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
        Draft draft = drafts[at++];
        looked++;
        if (current(draft) && (loss(draft) <= worst || looked > PATIENCE)) {
          board.pace.tried(looked);
          return exchange(draft);
        }
      }
      if (!draw() && (looked += MOST) > PATIENCE) {
        board.pace.tried(looked);
        return new Exchange(new Trip[0], new Job[0][]);
      }
    }
  }

  private boolean current(Draft draft) {
    for (int i = 0; i < draft.trips; i++) {
      if (board.keys[draft.trip[i]] != draft.key[i]) {
        return false;
      }
    }
    return true;
  }

  private long loss(Draft draft) {
    long loss = -draft.bonus;
    for (int i = 0; i < draft.trips; i++) {
      loss += draft.length[i] - board.units[draft.trip[i]];
    }
    return loss;
  }

  private Exchange exchange(Draft draft) {
    Trip[] trips = new Trip[draft.trips];
    Job[][] jobs = new Job[draft.trips][];
    for (int i = 0; i < draft.trips; i++) {
      trips[i] = board.trips[draft.trip[i]];
      fill(draft, i);
      jobs[i] = new Job[filled];
      for (int k = 0; k < filled; k++) {
        jobs[i][k] = book.jobs[scratch[k]];
      }
    }
    return new Exchange(trips, jobs);
  }

  /** Lays the jobs that a trip of a draft carries afterwards into the scratch. */
  private void fill(Draft draft, int i) {
    int trip = draft.trip[i];
    int[] members = board.members[trip];
    int count = board.count[trip];
    int[] give = draft.give[i];
    int given = draft.given[i];
    int from = draft.before(i);
    if (scratch.length < count + 2) {
      scratch = new int[2 * (count + 2)];
    }
    int to = 0;
    for (int k = 0; k < count; k++) {
      int job = members[k];
      if ((given == 0 || job != give[0]) && (given < 2 || job != give[1])) {
        scratch[to++] = job;
      }
    }
    for (int k = 0; k < draft.given[from]; k++) {
      scratch[to++] = draft.give[from][k];
    }
    filled = to;
  }

  /** False if nothing could be drawn. */
  private boolean draw() {
    Lengths lengths = board.lengths;
    size = 0;
    at = 0;
    for (int tries = 0; tries < 16 * MOST && size < MOST && lengths.room() >= 3; tries++) {
      if (propose(drafts[size])) {
        size++;
      }
    }
    if (lengths.room() < Ground.LANES) {
      lengths.measure();
      for (int d = 0; d < size; d++) {
        int[] length = drafts[d].length;
        for (int i = 0; i < drafts[d].trips; i++) {
          length[i] = length[i] < 0 ? lengths.of(-1 - length[i]) : length[i];
        }
      }
    }
    return size > 0;
  }

  private boolean propose(Draft draft) {
    int job = board.present[random.nextInt(board.present.length)];
    int one = board.tripOf[job];
    int other = beside(job);
    if (other < 0 || other == one) {
      return false;
    }
    draft.trips = 2;
    draft.trip[0] = one;
    draft.trip[1] = other;
    draft.give[0][0] = job;
    draft.given[0] = 1;
    boolean possible =
        random.nextInt(100) < RING ? ring(draft, one, other) : pair(draft, one, other);
    return possible && (fits(draft) || fitting(draft)) && lay(draft);
  }

  /**
   * Where trolleys are nearly full hardly any exchange fits: then the last trip gives whichever one
   * or two jobs, drawn from all that fit.
   */
  private boolean fitting(Draft draft) {
    int last = draft.trips - 1;
    int trip = draft.trip[last];
    int[] members = board.members[trip];
    int count = board.count[trip];
    if (!window.opens(draft)) {
      return false;
    }
    int found = 0;
    int one = 0;
    int other = -1;
    for (int i = 0; i < count; i++) {
      if (window.takes(members[i]) && random.nextInt(++found) == 0) {
        one = i;
        other = -1;
      }
      for (int k = draft.trips == 2 ? i + 1 : count; k < count; k++) {
        if (window.takes(members[i], members[k]) && random.nextInt(++found) == 0) {
          one = i;
          other = k;
        }
      }
    }
    if (found > 0) {
      give(draft, last, one, other);
    }
    return found > 0;
  }

  private void give(Draft draft, int i, int one, int other) {
    int[] members = board.members[draft.trip[i]];
    draft.give[i][0] = members[one];
    draft.given[i] = 1;
    if (other >= 0) {
      draft.give[i][1] = members[other];
      draft.given[i] = 2;
    }
  }

  /** A trip that has a job near this one; -1 if that job is not in this plan. */
  private int beside(int job) {
    int[] neighbours = near[job];
    double u = random.nextDouble();
    return board.tripOf[neighbours[(int) (u * u * neighbours.length)]];
  }

  /** One or two jobs for none, one or two. */
  private boolean pair(Draft draft, int one, int other) {
    int kind = random.nextInt(100);
    if (kind < 10) {
      draft.given[1] = 0;
      return true;
    }
    draft.give[1][0] = any(other);
    draft.given[1] = 1;
    if (kind < 60) {
      return true;
    }
    return (kind >= 75 || second(draft, 0, one))
        && (kind < 75 || second(draft, 1, other))
        && (kind < 90 || second(draft, 0, one));
  }

  /** One job each from the first to the second, to a third, to the first. */
  private boolean ring(Draft draft, int one, int other) {
    int job = any(other);
    int third = beside(job);
    if (third < 0 || third == one || third == other) {
      return false;
    }
    draft.trips = 3;
    draft.trip[2] = third;
    draft.give[1][0] = job;
    draft.given[1] = 1;
    draft.give[2][0] = any(third);
    draft.given[2] = 1;
    return true;
  }

  private int any(int trip) {
    return board.members[trip][random.nextInt(board.count[trip])];
  }

  private boolean second(Draft draft, int i, int trip) {
    if (board.count[trip] < 2) {
      return false;
    }
    draft.give[i][1] = any(trip);
    draft.given[i] = 2;
    return draft.give[i][1] != draft.give[i][0];
  }

  private boolean fits(Draft draft) {
    long more = 0;
    for (int i = 0; i < draft.trips; i++) {
      int trip = draft.trip[i];
      long totes = more(draft, i, book.totes);
      long volume = more(draft, i, book.volumeMm3);
      long weight = more(draft, i, book.weightG);
      if (totes <= board.freeTotes[trip]
          && volume <= board.freeVolumeMm3[trip]
          && weight <= board.freeWeightG[trip]) {
        more -= board.over[trip];
      } else if (board.over() == 0) {
        return false;
      } else {
        more += board.overWith(trip, totes, volume, weight) - board.over[trip];
      }
    }
    return more <= 0;
  }

  /** How much of one measure a trip has more after an exchange. */
  private static long more(Draft draft, int i, long[] measure) {
    int from = draft.before(i);
    long more = 0;
    for (int k = 0; k < draft.given[from]; k++) {
      more += measure[draft.give[from][k]];
    }
    for (int k = 0; k < draft.given[i]; k++) {
      more -= measure[draft.give[i][k]];
    }
    return more;
  }

  private int bonus(Draft draft) {
    int bonus = 0;
    for (int i = 0; i < draft.trips && board.pace.fullness() > 0; i++) {
      int trip = draft.trip[i];
      bonus +=
          board.bonusWith(
                  trip,
                  more(draft, i, book.totes),
                  more(draft, i, book.volumeMm3),
                  more(draft, i, book.weightG))
              - board.bonus[trip];
    }
    return bonus;
  }

  private boolean lay(Draft draft) {
    draft.bonus = bonus(draft);
    for (int i = 0; i < draft.trips; i++) {
      draft.key[i] = board.keys[draft.trip[i]];
      long key = draft.key[i] ^ moved(draft, i) ^ moved(draft, draft.before(i));
      int known = board.lengths.known(key);
      if (known >= 0) {
        draft.length[i] = known;
      } else {
        fill(draft, i);
        draft.length[i] = -1 - board.lengths.lay(key, scratch, filled);
      }
    }
    return true;
  }

  private long moved(Draft draft, int i) {
    long moved = 0;
    for (int k = 0; k < draft.given[i]; k++) {
      moved ^= book.keys[draft.give[i][k]];
    }
    return moved;
  }

  /** How much the last trip of a draft has to give, and the first one takes. */
  private final class Window {
    private long leastTotes;
    private long mostTotes;
    private long leastVolumeMm3;
    private long mostVolumeMm3;
    private long leastWeightG;
    private long mostWeightG;

    /** False if whatever the last trip gives does not help. */
    boolean opens(Draft draft) {
      int last = draft.trips - 1;
      int to = draft.trip[0];
      int from = draft.trip[last];
      draft.given[last] = 0;
      leastTotes = more(draft, last, book.totes) - board.freeTotes[from];
      leastVolumeMm3 = more(draft, last, book.volumeMm3) - board.freeVolumeMm3[from];
      leastWeightG = more(draft, last, book.weightG) - board.freeWeightG[from];
      mostTotes = board.freeTotes[to] - more(draft, 0, book.totes);
      mostVolumeMm3 = board.freeVolumeMm3[to] - more(draft, 0, book.volumeMm3);
      mostWeightG = board.freeWeightG[to] - more(draft, 0, book.weightG);
      return leastTotes <= mostTotes
          && leastVolumeMm3 <= mostVolumeMm3
          && leastWeightG <= mostWeightG
          && (last == 1 || fitsBetween(draft));
    }

    private boolean fitsBetween(Draft draft) {
      int trip = draft.trip[1];
      return more(draft, 1, book.totes) <= board.freeTotes[trip]
          && more(draft, 1, book.volumeMm3) <= board.freeVolumeMm3[trip]
          && more(draft, 1, book.weightG) <= board.freeWeightG[trip];
    }

    boolean takes(int job) {
      return takes(book.totes[job], book.volumeMm3[job], book.weightG[job]);
    }

    boolean takes(int one, int other) {
      return takes(
          book.totes[one] + book.totes[other],
          book.volumeMm3[one] + book.volumeMm3[other],
          book.weightG[one] + book.weightG[other]);
    }

    private boolean takes(long totes, long volume, long weight) {
      return totes >= leastTotes
          && totes <= mostTotes
          && volume >= leastVolumeMm3
          && volume <= mostVolumeMm3
          && weight >= leastWeightG
          && weight <= mostWeightG;
    }
  }
}
