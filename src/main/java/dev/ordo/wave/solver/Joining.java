package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Joins trips two by two as long as that saves walking and the trolley holds it. */
final class Joining {
  private static final int NONE = -1;

  private final JobBook book;
  private final Lengths lengths;
  private final Load room;
  private final int[][] groups;
  private final Load[] loads;
  private final long[] keys;
  private final int[] length;
  private final int[][] saved;
  private final int[] best;
  private final boolean[] alive;

  Joining(JobBook book, Lengths lengths, Pairs pairs, Load room) {
    this.book = book;
    this.lengths = lengths;
    this.room = room;
    int size = book.size();
    groups = IntStream.range(0, size).mapToObj(job -> new int[] {job}).toArray(int[][]::new);
    loads = Arrays.stream(book.jobs).map(Job::load).toArray(Load[]::new);
    keys = book.keys.clone();
    length = pairs.alone.clone();
    saved = new int[size][];
    best = new int[size];
    alive = new boolean[size];
    Arrays.fill(alive, true);
    for (int one = 0; one < size; one++) {
      saved[one] = Arrays.copyOf(pairs.saved[one], one);
      for (int other = 0; other < one; other++) {
        if (!fit(one, other)) {
          saved[one][other] = NONE;
        }
      }
    }
    IntStream.range(0, size).forEach(this::choose);
  }

  List<int[]> groups() {
    for (int one = most(); one >= 0; one = most()) {
      join(best[one], one);
    }
    List<int[]> left = new ArrayList<>();
    for (int group = 0; group < groups.length; group++) {
      if (alive[group]) {
        left.add(groups[group]);
      }
    }
    return left;
  }

  private boolean fit(int one, int other) {
    return loads[one].plus(loads[other]).fitsIn(room);
  }

  private int most() {
    int most = -1;
    for (int one = 0; one < best.length; one++) {
      if (alive[one]
          && best[one] >= 0
          && (most < 0 || saved[one][best[one]] > saved[most][best[most]])) {
        most = one;
      }
    }
    return most;
  }

  /** The partner before it with which a group saves most. */
  private void choose(int one) {
    int most = -1;
    int[] row = saved[one];
    for (int other = 0; other < one; other++) {
      if (alive[other] && row[other] > 0 && (most < 0 || row[other] > row[most])) {
        most = other;
      }
    }
    best[one] = most;
  }

  private void join(int one, int other) {
    int joined = length[one] + length[other] - saved[other][one];
    groups[one] =
        IntStream.concat(IntStream.of(groups[one]), IntStream.of(groups[other])).toArray();
    keys[one] ^= keys[other];
    loads[one] = loads[one].plus(loads[other]);
    length[one] = joined;
    alive[other] = false;
    List<Integer> partners = new ArrayList<>();
    for (int partner = 0; partner < groups.length; partner++) {
      if (alive[partner] && partner != one) {
        int high = Math.max(one, partner);
        int low = Math.min(one, partner);
        if (saved[high][low] != NONE && fit(one, partner)) {
          partners.add(partner);
        } else {
          saved[high][low] = NONE;
        }
      }
    }
    measure(one, partners);
    chooseAgain(one, other);
  }

  private void measure(int one, List<Integer> partners) {
    for (int from = 0; from < partners.size(); from += Ground.LANES) {
      int to = Math.min(partners.size(), from + Ground.LANES);
      for (int i = from; i < to; i++) {
        int partner = partners.get(i);
        int[] both =
            IntStream.concat(IntStream.of(groups[one]), IntStream.of(groups[partner])).toArray();
        lengths.lay(keys[one] ^ keys[partner], both, both.length);
      }
      lengths.measure();
      for (int i = from; i < to; i++) {
        int partner = partners.get(i);
        saved[Math.max(one, partner)][Math.min(one, partner)] =
            Math.max(0, length[one] + length[partner] - lengths.of(i - from));
      }
    }
  }

  private void chooseAgain(int one, int gone) {
    choose(one);
    for (int later = one + 1; later < groups.length; later++) {
      if (!alive[later]) {
        continue;
      }
      if (best[later] == one || best[later] == gone) {
        choose(later);
      } else if (saved[later][one] > 0
          && (best[later] < 0 || saved[later][one] > saved[later][best[later]])) {
        best[later] = one;
      }
    }
  }
}
