package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins trips two by two as long as that saves walking and the trolley holds it. Of the partners of
 * a joined trip only the likeliest are measured at once; what the others save is taken for no less
 * than with either part, and measured when it would decide.
 */
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
  private final boolean[][] guessed;
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
    guessed = new boolean[size][];
    best = new int[size];
    alive = new boolean[size];
    Arrays.fill(alive, true);
    for (int one = 0; one < size; one++) {
      saved[one] = Arrays.copyOf(pairs.saved[one], one);
      guessed[one] = new boolean[one];
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
      if (guessed[one][best[one]]) {
        measure(best[one]);
      } else {
        join(best[one], one);
      }
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
    for (int partner = 0; partner < groups.length; partner++) {
      if (alive[partner] && partner != one) {
        guess(one, other, partner);
      }
    }
    measure(one);
    for (int later = other + 1; later < groups.length; later++) {
      if (alive[later] && best[later] == other) {
        choose(later);
      }
    }
  }

  private void guess(int one, int gone, int partner) {
    int high = Math.max(one, partner);
    int low = Math.min(one, partner);
    guessed[high][low] = saved[high][low] != NONE && fit(one, partner);
    saved[high][low] = guessed[high][low] ? Math.max(saved[high][low], saved(gone, partner)) : NONE;
  }

  /** Measures what is only guessed of one with its likeliest partners, and chooses again. */
  private void measure(int one) {
    int[] partners =
        IntStream.range(0, groups.length)
            .filter(other -> alive[other] && other != one && isGuessed(one, other))
            .mapToLong(other -> -((long) saved(one, other)) << 32 | other)
            .sorted()
            .limit(Ground.LANES)
            .mapToInt(ranked -> (int) ranked)
            .toArray();
    for (int partner : partners) {
      int[] both =
          IntStream.concat(IntStream.of(groups[one]), IntStream.of(groups[partner])).toArray();
      lengths.lay(keys[one] ^ keys[partner], both, both.length);
    }
    lengths.measure();
    for (int i = 0; i < partners.length; i++) {
      int high = Math.max(one, partners[i]);
      int low = Math.min(one, partners[i]);
      saved[high][low] = Math.max(0, length[one] + length[partners[i]] - lengths.of(i));
      guessed[high][low] = false;
    }
    chooseAgain(one);
  }

  private boolean isGuessed(int one, int other) {
    return guessed[Math.max(one, other)][Math.min(one, other)];
  }

  private int saved(int one, int other) {
    return saved[Math.max(one, other)][Math.min(one, other)];
  }

  private void chooseAgain(int one) {
    choose(one);
    for (int later = one + 1; later < groups.length; later++) {
      if (!alive[later]) {
        continue;
      }
      if (best[later] == one) {
        choose(later);
      } else if (saved[later][one] > 0
          && (best[later] < 0 || saved[later][one] > saved[later][best[later]])) {
        best[later] = one;
      }
    }
  }
}
