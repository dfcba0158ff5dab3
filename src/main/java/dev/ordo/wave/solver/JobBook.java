package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** The jobs of one planning as the search wants them: cells as bits, loads as numbers. */
final class JobBook {
  final Ground ground;
  final Job[] jobs;
  final long[][] bits;

  /** A number per job; trips with the same jobs have the same sum (exclusive or) of numbers. */
  final long[] keys;

  final long[] totes;
  final long[] volumeMm3;
  final long[] weightG;

  /** What each thread came across. */
  final List<TripsSeen> seen = new ArrayList<>();

  private @Nullable Pairs pairs;
  private int[][] near = {};

  /**
   * @param jobs numbered as they stand
   */
  JobBook(Ground ground, List<Job> jobs) {
    this.ground = ground;
    this.jobs = jobs.toArray(Job[]::new);
    bits = jobs.stream().map(job -> ground.bits(job.stops())).toArray(long[][]::new);
    keys = new SplittableRandom(jobs.size()).longs(jobs.size()).toArray();
    totes = jobs.stream().mapToLong(job -> job.load().totes()).toArray();
    volumeMm3 = jobs.stream().mapToLong(job -> job.load().volumeMm3()).toArray();
    weightG = jobs.stream().mapToLong(job -> job.load().weightG()).toArray();
  }

  /** Measures all pairs of jobs. */
  void measurePairs(ExecutorService threads, int workers) {
    pairs = Pairs.of(this, threads, workers);
    near = pairs.near();
  }

  Pairs pairs() {
    return Objects.requireNonNull(pairs, "pairs are not measured");
  }

  /** For each job the jobs nearest to it. */
  int[][] near() {
    return near;
  }

  int size() {
    return jobs.length;
  }
}
