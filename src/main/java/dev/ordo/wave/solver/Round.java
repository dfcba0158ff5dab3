package dev.ordo.wave.solver;

/**
 * A closed walk over some spots of a {@link Network}, made short by farthest insertion and then by
 * turning pieces around (2-opt) and moving them (Or-opt) as long as that helps. Ways may be longer
 * in one direction than in the other. Working memory of one thread.
 */
final class Round {
  private static final int LONGEST_PIECE = 3;

  private final int[][] far;

  /** The depot, the spots in their order, and the depot again. */
  private int[] at = new int[16];

  private int[] spare = new int[16];
  private int[] near = new int[16];

  /** Units walked up to each place of the order, forwards and if it is walked backwards. */
  private int[] along = new int[16];

  private int[] against = new int[16];
  private int size;

  Round(int[][] far) {
    this.far = far;
  }

  /** Begins with the spots of these bits, in the order of their numbers; the depot is left out. */
  void begin(long[] bits) {
    size = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
        int spot = word * 64 + Long.numberOfTrailingZeros(rest);
        if (spot != 0) {
          add(spot);
        }
      }
    }
    close();
  }

  /** Begins with an order that is known. */
  void begin(int[] order) {
    size = 0;
    for (int spot : order) {
      add(spot);
    }
    close();
  }

  private void add(int spot) {
    if (size + 3 > at.length) {
      at = java.util.Arrays.copyOf(at, 2 * at.length);
      spare = new int[at.length];
      near = new int[at.length];
      along = new int[at.length];
      against = new int[at.length];
    }
    at[++size] = spot;
  }

  private void close() {
    at[0] = 0;
    at[size + 1] = 0;
  }

  int[] order() {
    return java.util.Arrays.copyOfRange(at, 1, size + 1);
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
      length += far[at[i - 1]][at[i]];
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
    System.arraycopy(at, 1, left, 0, size);
    int count = size;
    for (int i = 0; i < count; i++) {
      near[i] = far[0][left[i]] + far[left[i]][0];
    }
    size = 0;
    close();
    while (count > 0) {
      int next = 0;
      for (int i = 1; i < count; i++) {
        next = near[i] > near[next] ? i : next;
      }
      int spot = left[next];
      put(spot);
      count--;
      left[next] = left[count];
      near[next] = near[count];
      for (int i = 0; i < count; i++) {
        near[i] = Math.min(near[i], far[spot][left[i]] + far[left[i]][spot]);
      }
    }
  }

  private void put(int spot) {
    int best = 1;
    int least = Integer.MAX_VALUE;
    for (int i = 1; i <= size + 1; i++) {
      int more = far[at[i - 1]][spot] + far[spot][at[i]] - far[at[i - 1]][at[i]];
      if (more < least) {
        least = more;
        best = i;
      }
    }
    System.arraycopy(at, best, at, best + 1, size + 2 - best);
    at[best] = spot;
    size++;
  }

  /** Shortens the order as it stands until neither turning nor moving a piece helps. */
  void improve() {
    sum();
    while (turned() || moved()) {
      sum();
    }
  }

  private void sum() {
    along[0] = 0;
    against[0] = 0;
    for (int i = 1; i <= size + 1; i++) {
      along[i] = along[i - 1] + far[at[i - 1]][at[i]];
      against[i] = against[i - 1] + far[at[i]][at[i - 1]];
    }
  }

  private boolean turned() {
    for (int i = 1; i < size; i++) {
      for (int j = i + 1; j <= size; j++) {
        int now = far[at[i - 1]][at[i]] + along[j] - along[i] + far[at[j]][at[j + 1]];
        int then = far[at[i - 1]][at[j]] + against[j] - against[i] + far[at[i]][at[j + 1]];
        if (then < now) {
          turn(i, j);
          return true;
        }
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

  private boolean moved() {
    for (int piece = 1; piece <= Math.min(LONGEST_PIECE, size - 1); piece++) {
      for (int i = 1; i + piece - 1 <= size; i++) {
        if (moved(i, i + piece - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Moves the piece between two places to somewhere else, turned around or not. */
  private boolean moved(int i, int j) {
    int first = at[i];
    int last = at[j];
    int ahead = along[j] - along[i];
    int gone = far[at[i - 1]][first] + ahead + far[last][at[j + 1]] - far[at[i - 1]][at[j + 1]];
    int turned = against[j] - against[i];
    for (int k = 0; k <= size; k++) {
      if (k >= i - 1 && k <= j) {
        continue;
      }
      int one = at[k];
      int other = at[k + 1];
      int straight = far[one][first] + ahead + far[last][other] - far[one][other];
      int around = far[one][last] + turned + far[first][other] - far[one][other];
      if (Math.min(straight, around) < gone) {
        if (around < straight) {
          turn(i, j);
        }
        move(i, j, k);
        return true;
      }
    }
    return false;
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
