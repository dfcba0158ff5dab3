package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chooses among given trips as many as a known plan has, that carry each job once and are shorter
 * together (set partitioning). Some trips of the plan at a time are chosen anew, by a complete
 * search through all that {@link Prices} leave open.
 */
final class Cover {
  private static final int FEWEST_ANEW = 5;

  /** After so many choices without a gain more trips are chosen anew at once. */
  private static final int PATIENCE = 250;

  private static final long STEPS_PER_CHOICE = 200_000;
  private static final int MOST_OPEN = 20_000;

  /** A trip that is only looked at takes this part of a step. */
  private static final int STEPS_PER_LOOK = 4;

  private final int jobs;
  private final int[][] members;
  private final int[] units;
  private final Random random;
  private int[] plan;
  private double[] above = {};
  private int[] open = {};
  private long steps;

  /**
   * @param members the jobs of each trip, 0 to {@code jobs} - 1
   * @param units the length of each trip
   * @param known trips that carry each job once
   */
  Cover(int jobs, int[][] members, int[] units, int[] known, long seed) {
    this.jobs = jobs;
    this.members = members;
    this.units = units;
    plan = known.clone();
    random = new Random(seed);
  }

  /**
   * The shortest plan found.
   *
   * @param most so many trips are tried at most
   * @param until by {@link System#nanoTime}
   */
  int[] shortened(long most, long until) {
    if (plan.length < 2) {
      return plan;
    }
    long now = System.nanoTime();
    Prices prices = new Prices(jobs, members, units, plan, now + (until - now) / 2);
    above = IntStream.range(0, units.length).mapToDouble(prices::above).toArray();
    steps = most;
    leaveOpen();
    int anew = Math.min(FEWEST_ANEW, plan.length);
    int waited = 0;
    while (open.length > 0 && anew <= plan.length && steps > 0 && System.nanoTime() < until) {
      if (chosenAnew(anew)) {
        leaveOpen();
        waited = 0;
      } else if (++waited >= PATIENCE || anew == plan.length) {
        anew = anew == plan.length ? anew + 1 : Math.min(plan.length, anew + 1 + anew / 4);
        waited = 0;
      }
    }
    return plan;
  }

  /** Trips that lie too far above their prices are in no shorter plan; the nearest come first. */
  private void leaveOpen() {
    double most = IntStream.of(plan).mapToDouble(trip -> above[trip]).sum();
    double below = Arrays.stream(above).filter(one -> one < 0).sum();
    open =
        IntStream.range(0, units.length)
            .filter(trip -> Math.max(0, above[trip]) + below < most)
            .boxed()
            .sorted(Comparator.comparingDouble(trip -> above[trip]))
            .limit(MOST_OPEN)
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private boolean chosenAnew(int count) {
    int[] tripOf = new int[jobs];
    for (int i = 0; i < plan.length; i++) {
      for (int job : members[plan[i]]) {
        tripOf[job] = i;
      }
    }
    BitSet some = some(count, tripOf);
    int[] old = some.stream().map(i -> plan[i]).toArray();
    int[] better = new Choice(old, some, tripOf).found();
    if (better.length == 0) {
      return false;
    }
    int at = 0;
    int[] next = plan.clone();
    for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
      next[i] = better[at++];
    }
    plan = next;
    return true;
  }

  /** Trips of the plan whose jobs other open trips carry together. */
  private BitSet some(int count, int[] tripOf) {
    BitSet some = new BitSet();
    for (int tries = 0; some.cardinality() < count; tries++) {
      double u = random.nextDouble();
      int trip = open[(int) (u * u * open.length)];
      BitSet touched = new BitSet();
      for (int job : members[trip]) {
        touched.set(tripOf[job]);
      }
      boolean beside = some.isEmpty() || touched.intersects(some) || tries > 200;
      touched.or(some);
      if (beside && (touched.cardinality() <= count || tries > 400)) {
        some = touched;
      }
    }
    return some;
  }

  /** Goes through the open trips of some jobs, those least above their prices first. */
  private final class Choice {
    private static final int LONG = 64;

    private final int count;
    private final int size;
    private final int words;
    private final int[] trips;
    private final long[][] bits;
    private final int[][] byFirst;

    /** For each trip, how far above its prices it is beyond what its jobs are at least. */
    private final double[] beyond;

    private final int[] chosen;
    private int depth;
    private double room;
    private long left = STEPS_PER_CHOICE;
    private int[] best = {};

    Choice(int[] old, BitSet some, int[] tripOf) {
      count = old.length;
      chosen = new int[count];
      room = IntStream.of(old).mapToDouble(trip -> above[trip]).sum() - 0.5;
      int[] rank = new int[jobs];
      Arrays.fill(rank, -1);
      trips = within(some, tripOf);
      size = rank(rank, old);
      words = (size + LONG - 1) / LONG;
      bits = new long[trips.length][words];
      List<List<Integer>> first = new ArrayList<>();
      IntStream.range(0, size).forEach(r -> first.add(new ArrayList<>()));
      for (int i = 0; i < trips.length; i++) {
        int least = size;
        for (int job : members[trips[i]]) {
          bits[i][rank[job] / LONG] |= 1L << rank[job];
          least = Math.min(least, rank[job]);
        }
        first.get(least).add(i);
      }
      beyond = beyond();
      byFirst =
          first.stream()
              .map(
                  of ->
                      of.stream()
                          .sorted(Comparator.comparingDouble(i -> beyond[i]))
                          .mapToInt(Integer::intValue)
                          .toArray())
              .toArray(int[][]::new);
    }

    /**
     * Whichever trip carries a job, its share of what that trip is above its prices is at least the
     * least share among all: less cannot remain for the jobs that are not carried yet.
     */
    private double[] beyond() {
      double[] least = new double[jobs];
      Arrays.fill(least, Double.MAX_VALUE);
      for (int trip : trips) {
        for (int job : members[trip]) {
          least[job] = Math.min(least[job], above[trip] / members[trip].length);
        }
      }
      double[] beyond = new double[trips.length];
      for (int i = 0; i < trips.length; i++) {
        beyond[i] = above[trips[i]];
        for (int job : members[trips[i]]) {
          beyond[i] -= least[job];
        }
      }
      room -= Arrays.stream(least).filter(one -> one < Double.MAX_VALUE).sum();
      return beyond;
    }

    private int[] within(BitSet some, int[] tripOf) {
      int[] within = new int[open.length];
      int found = 0;
      for (int trip : open) {
        if (above[trip] >= Math.max(room, 0)) {
          break;
        }
        if (isWithin(members[trip], some, tripOf)) {
          within[found++] = trip;
        }
      }
      steps -= open.length / STEPS_PER_LOOK;
      return Arrays.copyOf(within, found);
    }

    private static boolean isWithin(int[] jobs, BitSet some, int[] tripOf) {
      for (int job : jobs) {
        if (!some.get(tripOf[job])) {
          return false;
        }
      }
      return true;
    }

    /** Jobs that few trips carry come first. */
    private int rank(int[] rank, int[] old) {
      int[] carried = new int[jobs];
      for (int trip : trips) {
        for (int job : members[trip]) {
          carried[job]++;
        }
      }
      int[] order =
          IntStream.of(old)
              .flatMap(trip -> IntStream.of(members[trip]))
              .boxed()
              .sorted(Comparator.comparingInt(job -> carried[job]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int i = 0; i < order.length; i++) {
        rank[order[i]] = i;
      }
      return order.length;
    }

    int[] found() {
      go(new long[words], 0);
      steps -= STEPS_PER_CHOICE - Math.max(0, left);
      return best;
    }

    private void go(long[] taken, double sum) {
      int rank = firstLeft(taken);
      if (rank == size) {
        if (depth == count) {
          best = IntStream.of(chosen).map(i -> trips[i]).toArray();
          room = sum - 0.5;
        }
        return;
      }
      if (depth == count) {
        return;
      }
      for (int i : byFirst[rank]) {
        double now = sum + beyond[i];
        if (now >= room || --left < 0) {
          return;
        }
        if (isFree(bits[i], taken)) {
          chosen[depth++] = i;
          go(with(bits[i], taken), now);
          depth--;
        }
      }
    }

    private int firstLeft(long[] taken) {
      for (int word = 0; word < words; word++) {
        if (taken[word] != -1) {
          return Math.min(size, word * LONG + Long.numberOfTrailingZeros(~taken[word]));
        }
      }
      return size;
    }

    private boolean isFree(long[] one, long[] taken) {
      for (int word = 0; word < words; word++) {
        if ((one[word] & taken[word]) != 0) {
          return false;
        }
      }
      return true;
    }

    private long[] with(long[] one, long[] taken) {
      long[] with = taken.clone();
      for (int word = 0; word < words; word++) {
        with[word] |= one[word];
      }
      return with;
    }
  }
}
