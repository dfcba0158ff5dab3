package dev.ordo.wave.solver;

import java.util.Arrays;

/**
 * A closed walk over some spots of a {@link Network}, made short by farthest insertion and then by
 * turning pieces around (2-opt) and moving them (Or-opt, with pieces of any length) as long as that
 * helps. Ways may be longer in one direction than in the other. Working memory of one thread.
 */
final class Round {
  /** Pieces are moved beside spots that are among the nearest of one of their ends. */
  private static final int NEIGHBOURS = 8;

  private final int[][] far;

  /** The depot and the spots of this walk, as the network numbers them. */
  private int[] spots = {0};

  private int size;

  /** Units between the spots of this walk, row by row. */
  private int[] units = {};

  private int wide;

  /** The depot, the places of the spots above in their order, and the depot again. */
  private int[] at = {};

  private int[] placeOf = {};
  private int[] near = {};
  private int[] spare = {};

  /** Units walked up to each place of the order, forwards and if it is walked backwards. */
  private int[] along = {};

  private int[] against = {};

  Round(int[][] far) {
    this.far = far;
  }

  /** Begins with the spots of these bits, in the order of their numbers; the depot is left out. */
  void begin(long[] bits) {
    size = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
        add(word * 64 + Long.numberOfTrailingZeros(rest));
      }
    }
    lay();
  }

  /** Begins with an order that is known. */
  void begin(int[] order) {
    size = 0;
    for (int spot : order) {
      add(spot);
    }
    lay();
  }

  private void add(int spot) {
    if (spot != 0) {
      if (spots.length < size + 2) {
        spots = Arrays.copyOf(spots, 2 * (size + 2));
      }
      spots[++size] = spot;
    }
  }

  private void lay() {
    wide = size + 1;
    if (at.length < size + 2) {
      int room = 2 * (size + 2);
      at = new int[room];
      placeOf = new int[room];
      spare = new int[room];
      along = new int[room];
      against = new int[room];
      near = new int[room * NEIGHBOURS];
      units = new int[room * room];
    }
    for (int one = 0; one < wide; one++) {
      int[] row = far[spots[one]];
      for (int other = 0; other < wide; other++) {
        units[one * wide + other] = row[spots[other]];
      }
      at[one] = one;
    }
    at[size + 1] = 0;
  }

  private int way(int one, int other) {
    return units[one * wide + other];
  }

  int[] order() {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = spots[at[i + 1]];
    }
    return order;
  }

  int[][] far() {
    return far;
  }

  int size() {
    return size;
  }

  /** Units of the walk as it stands. */
  int length() {
    int length = 0;
    for (int i = 1; i <= size + 1; i++) {
      length += way(at[i - 1], at[i]);
    }
    return size == 0 ? 0 : length;
  }

  /** Puts the spots into a good order and returns the units of the walk. */
  int shortened() {
    if (size > 1) {
      insert();
      improve();
    }
    return length();
  }

  /** Takes the spot that lies farthest off the walk next, where it costs least. */
  private void insert() {
    int[] left = spare;
    int[] off = along;
    int count = size;
    for (int i = 0; i < count; i++) {
      left[i] = i + 1;
      off[i] = way(0, i + 1) + way(i + 1, 0);
    }
    at[1] = 0;
    for (int laid = 0; laid < size; laid++) {
      int next = 0;
      for (int i = 1; i < count; i++) {
        next = off[i] > off[next] ? i : next;
      }
      int spot = left[next];
      put(spot, laid);
      count--;
      left[next] = left[count];
      off[next] = off[count];
      for (int i = 0; i < count; i++) {
        off[i] = Math.min(off[i], way(spot, left[i]) + way(left[i], spot));
      }
    }
  }

  private void put(int spot, int laid) {
    int best = 1;
    int least = Integer.MAX_VALUE;
    for (int i = 1; i <= laid + 1; i++) {
      int more = way(at[i - 1], spot) + way(spot, at[i]) - way(at[i - 1], at[i]);
      if (more < least) {
        least = more;
        best = i;
      }
    }
    System.arraycopy(at, best, at, best + 1, laid + 2 - best);
    at[best] = spot;
  }

  /** Shortens the order as it stands until neither turning nor moving a piece helps. */
  void improve() {
    findNear();
    sum();
    boolean better = true;
    while (better) {
      better = false;
      for (int i = 1; i <= size; i++) {
        while (turned(i) || moved(i)) {
          better = true;
        }
      }
    }
  }

  /** For each place the nearest others, by the way there and back. */
  private void findNear() {
    int most = Math.min(NEIGHBOURS, size);
    for (int one = 0; one < wide; one++) {
      int from = one * NEIGHBOURS;
      int found = 0;
      for (int other = 0; other < wide; other++) {
        if (other == one) {
          continue;
        }
        int apart = way(one, other) + way(other, one);
        int place = found < most ? found++ : most;
        while (place > 0 && apart < apart(one, near[from + place - 1])) {
          if (place < most) {
            near[from + place] = near[from + place - 1];
          }
          place--;
        }
        if (place < most) {
          near[from + place] = other;
        }
      }
    }
  }

  private int apart(int one, int other) {
    return way(one, other) + way(other, one);
  }

  private void sum() {
    along[0] = 0;
    against[0] = 0;
    for (int i = 1; i <= size + 1; i++) {
      along[i] = along[i - 1] + way(at[i - 1], at[i]);
      against[i] = against[i - 1] + way(at[i], at[i - 1]);
      placeOf[at[i]] = i;
    }
    placeOf[0] = 0;
  }

  /** Turns the piece from here to somewhere, if that helps. */
  private boolean turned(int i) {
    int before = at[i - 1];
    int first = at[i];
    int base = way(before, first) - along[i] + against[i];
    for (int j = i + 1; j <= size; j++) {
      int last = at[j];
      int after = at[j + 1];
      int now = base + along[j] + way(last, after);
      if (way(before, last) + against[j] + way(first, after) < now) {
        turn(i, j);
        sum();
        return true;
      }
    }
    return false;
  }

  private void turn(int i, int j) {
    for (int one = i, other = j; one < other; one++, other--) {
      int spot = at[one];
      at[one] = at[other];
      at[other] = spot;
    }
  }

  /** Moves a piece that begins here, if that helps. */
  private boolean moved(int i) {
    for (int j = i; j <= size; j++) {
      int gone = way(at[i - 1], at[i]) + way(at[j], at[j + 1]) - way(at[i - 1], at[j + 1]);
      if (gone > 0 && moved(i, j, gone)) {
        return true;
      }
    }
    return false;
  }

  private boolean moved(int i, int j, int gone) {
    int most = Math.min(NEIGHBOURS, size);
    for (int end = 0; end < 2; end++) {
      int spot = at[end == 0 ? i : j];
      for (int n = 0; n < most; n++) {
        int other = near[spot * NEIGHBOURS + n];
        if (apart(spot, other) >= 2 * gone) {
          break;
        }
        int beside = placeOf[other];
        if (moved(i, j, beside, gone) || moved(i, j, beside == 0 ? size : beside - 1, gone)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Moves a piece behind a place outside of it, turned around or not, if that helps. */
  private boolean moved(int i, int j, int k, int gone) {
    if (k >= i - 1 && k <= j) {
      return false;
    }
    int one = at[k];
    int other = at[k + 1];
    int open = way(one, other) + gone;
    int straight = way(one, at[i]) + way(at[j], other);
    int around =
        way(one, at[j]) + way(at[i], other) + against[j] - against[i] - along[j] + along[i];
    if (Math.min(straight, around) >= open) {
      return false;
    }
    if (around < straight) {
      turn(i, j);
    }
    move(i, j, k);
    sum();
    return true;
  }

  private void move(int i, int j, int k) {
    int piece = j - i + 1;
    System.arraycopy(at, i, spare, 0, piece);
    if (k > j) {
      System.arraycopy(at, j + 1, at, i, k - j);
      System.arraycopy(spare, 0, at, k - piece + 1, piece);
    } else {
      System.arraycopy(at, k + 1, at, k + 1 + piece, i - k - 1);
      System.arraycopy(spare, 0, at, k + 1, piece);
    }
  }
}
