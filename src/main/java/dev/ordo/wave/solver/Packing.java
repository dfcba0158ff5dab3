package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Empties trips by packing the others fuller: a walk saved altogether is worth more than any better
 * mix of jobs. Looks at loads only; the search then mends the walks.
 */
final class Packing {
  private static final int TRIES_PER_JOB = 4000;

  /** The share of all time that may go into packing. */
  private static final double LONGEST = 0.1;

  /**
   * So much of all room stays free if that does not cost half a trip: where nothing is free hardly
   * an exchange fits, and the search loses more than another walk costs.
   */
  private static final double LEEWAY = 0.01;

  /** A loss of fullness of this much is taken once in three times. */
  private static final double LOOSENESS = 0.002;

  private final JobBook book;
  private final Load room;
  private final Pace pace;
  private final SplittableRandom random;
  private final List<List<Integer>> groups = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();
  private final int[] give = new int[2];
  private final int[] take = new int[2];

  /**
   * @param pace packing ends when a tenth of it is gone
   */
  Packing(JobBook book, Load room, Pace pace, List<int[]> groups) {
    this.book = book;
    this.room = room;
    this.pace = pace;
    random = new SplittableRandom(groups.size());
    for (int[] group : groups) {
      List<Integer> jobs = new ArrayList<>(Arrays.stream(group).boxed().toList());
      this.groups.add(jobs);
      loads.add(load(jobs));
    }
  }

  private Load load(List<Integer> jobs) {
    return jobs.stream().map(job -> book.jobs[job].load()).reduce(Load.NOTHING, Load::plus);
  }

  /** The groups after as many were emptied as could be. */
  List<int[]> packed() {
    int least = least();
    List<int[]> packed = snapshot();
    while (packed.size() > least && emptied()) {
      packed = snapshot();
    }
    return packed;
  }

  private List<int[]> snapshot() {
    List<int[]> snapshot = new ArrayList<>();
    groups.forEach(group -> snapshot.add(group.stream().mapToInt(Integer::intValue).toArray()));
    return snapshot;
  }

  /** No packing has fewer trips than the sum of loads fills; some leeway is left. */
  private int least() {
    double filled = share(loads.stream().reduce(Load.NOTHING, Load::plus));
    return (int) Math.max(Math.ceil(filled - 1e-9), Math.round(filled * (1 + LEEWAY)));
  }

  private double share(Load load) {
    return Math.max(
        share(load.totes(), room.totes()),
        Math.max(share(load.volumeMm3(), room.volumeMm3()), share(load.weightG(), room.weightG())));
  }

  private static double share(long load, long of) {
    return of == 0 ? 0 : load / (double) of;
  }

  private boolean emptied() {
    long tries = (long) TRIES_PER_JOB * book.size();
    for (long i = 0; i < tries && (i % 1024 != 0 || pace.done() < LONGEST); i++) {
      int one = random.nextInt(groups.size());
      int other = random.nextInt(groups.size());
      if (one != other && exchanged(one, other) && groups.get(one).isEmpty()) {
        groups.remove(one);
        loads.remove(one);
        return true;
      }
    }
    return false;
  }

  private boolean exchanged(int one, int other) {
    int given = draw(one, give, 1 + random.nextInt(2));
    int taken = draw(other, take, random.nextInt(3));
    if (given < 0 || taken < 0) {
      return false;
    }
    Load toOther = sum(give, given);
    Load toOne = sum(take, taken);
    Load oneAfter = after(loads.get(one), toOther, toOne);
    Load otherAfter = after(loads.get(other), toOne, toOther);
    if (!oneAfter.fitsIn(room) || !otherAfter.fitsIn(room)) {
      return false;
    }
    double gain =
        square(oneAfter) + square(otherAfter) - square(loads.get(one)) - square(loads.get(other));
    if (gain < 0 && random.nextDouble() >= Math.exp(gain / LOOSENESS)) {
      return false;
    }
    move(one, other, give, given);
    move(other, one, take, taken);
    loads.set(one, oneAfter);
    loads.set(other, otherAfter);
    return true;
  }

  private int draw(int group, int[] to, int count) {
    List<Integer> jobs = groups.get(group);
    if (jobs.size() < count) {
      return -1;
    }
    for (int i = 0; i < count; i++) {
      to[i] = jobs.get(random.nextInt(jobs.size()));
    }
    return count == 2 && to[0] == to[1] ? -1 : count;
  }

  private Load sum(int[] jobs, int count) {
    Load sum = Load.NOTHING;
    for (int i = 0; i < count; i++) {
      sum = sum.plus(book.jobs[jobs[i]].load());
    }
    return sum;
  }

  private static Load after(Load load, Load without, Load with) {
    return new Load(
        load.totes() - without.totes() + with.totes(),
        load.volumeMm3() - without.volumeMm3() + with.volumeMm3(),
        load.weightG() - without.weightG() + with.weightG());
  }

  private double square(Load load) {
    return share(load) * share(load);
  }

  private void move(int from, int to, int[] jobs, int count) {
    for (int i = 0; i < count; i++) {
      groups.get(from).remove((Integer) jobs[i]);
      groups.get(to).add(jobs[i]);
    }
  }
}
