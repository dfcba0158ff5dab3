package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What each two jobs save if they are walked together, in units of length. */
final class Pairs {
  private static final int NEIGHBOURS = 40;

  final int[] alone;
  final int[][] saved;

  private Pairs(int size) {
    alone = new int[size];
    saved = new int[size][size];
  }

  static Pairs of(JobBook book, ExecutorService threads, int workers) {
    Pairs pairs = new Pairs(book.size());
    Lengths own = new Lengths(book, 1);
    for (int job = 0; job < book.size(); job++) {
      pairs.alone[job] = own.of(book.keys[job], new int[] {job}, 1);
    }
    List<Future<?>> others = new ArrayList<>();
    for (int worker = 1; worker < workers; worker++) {
      int first = worker;
      others.add(threads.submit(() -> pairs.measure(book, new Lengths(book, 1), first, workers)));
    }
    pairs.measure(book, own, 0, workers);
    others.forEach(Pairs::join);
    return pairs;
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void measure(JobBook book, Lengths lengths, int first, int step) {
    int[] ones = new int[Ground.LANES];
    int[] others = new int[Ground.LANES];
    int laid = 0;
    int[] two = new int[2];
    for (int one = first; one < book.size(); one += step) {
      for (int other = 0; other < one; other++) {
        two[0] = one;
        two[1] = other;
        ones[laid] = one;
        others[laid++] = other;
        lengths.lay(1, two, 2);
        if (laid == Ground.LANES) {
          take(lengths, ones, others, laid);
          laid = 0;
        }
      }
    }
    take(lengths, ones, others, laid);
  }

  private void take(Lengths lengths, int[] ones, int[] others, int laid) {
    if (laid > 0) {
      lengths.measure();
    }
    for (int lane = 0; lane < laid; lane++) {
      int one = ones[lane];
      int other = others[lane];
      int save = alone[one] + alone[other] - lengths.of(lane);
      saved[one][other] = save;
      saved[other][one] = save;
    }
  }

  /** For each job the jobs that lie nearest to it, measured by the share of a walk they save. */
  int[][] near() {
    int size = alone.length;
    int most = Math.min(NEIGHBOURS, size - 1);
    int[][] near = new int[size][];
    for (int job = 0; job < size; job++) {
      int[] row = saved[job];
      int walk = alone[job];
      long[] ranked = new long[size - 1];
      int at = 0;
      for (int other = 0; other < size; other++) {
        if (other != job) {
          long share = row[other] * 1_000_000L / Math.max(1, Math.min(walk, alone[other]));
          ranked[at++] = -share << 24 | other;
        }
      }
      Arrays.sort(ranked);
      near[job] = IntStream.range(0, most).map(i -> (int) (ranked[i] & 0xffffff)).toArray();
    }
    return near;
  }
}
