package dev.ordo.wave.solver;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What carrying each job is worth, so that hardly any trip is shorter than its jobs are worth: the
 * dual prices of laying a plan together from given trips, found by a subgradient method (Held,
 * Wolfe and Crowder 1974) over the few trips that matter.
 */
final class Prices {
  private static final int REPRICINGS = 6;
  private static final int ROUGH = 150;
  private static final int FINE = 3000;

  /** So many trips for each job matter at first. */
  private static final int TRIPS_PER_JOB = 60;

  /** After so many steps without a better bound they are made shorter. */
  private static final int PATIENCE = 40;

  private static final double SHORTER = 0.66;
  private static final double LONGEST = 0.3;
  private static final double SHORTEST = 1e-4;

  /** How much of the way of the step before is kept. */
  private static final double MOMENTUM = 0.7;

  private final int[][] members;
  private final int[] units;
  private final int count;
  private final double length;
  private final double[] price;
  private double perTrip;

  /** Where the present walk through the prices stands, and where to. */
  private final double[] now;

  private double perTripNow;
  private final double[] way;
  private final int[] times;
  private int used;
  private double best;

  /**
   * @param members the jobs of each trip
   * @param units the length of each trip
   * @param known trips that carry each job once
   * @param until by {@link System#nanoTime}; later no further round of steps is begun
   */
  Prices(int jobs, int[][] members, int[] units, int[] known, long until) {
    this.members = members;
    this.units = units;
    count = known.length;
    price = new double[jobs];
    now = new double[jobs];
    way = new double[jobs];
    times = new int[jobs];
    length = IntStream.of(known).mapToLong(trip -> units[trip]).sum();
    for (int trip : known) {
      for (int job : members[trip]) {
        price[job] = units[trip] / (double) members[trip].length;
      }
    }
    int[] all = IntStream.range(0, units.length).toArray();
    walk(all, ROUGH);
    for (int time = 0; time < REPRICINGS && System.nanoTime() < until; time++) {
      walk(mattering(), FINE);
    }
  }

  /** How much longer a trip is than what its jobs are worth. */
  double above(int trip) {
    return above(trip, price, perTrip);
  }

  private double above(int trip, double[] prices, double eachTrip) {
    double above = units[trip] - eachTrip;
    for (int job : members[trip]) {
      above -= prices[job];
    }
    return above;
  }

  private int[] mattering() {
    double[] above = IntStream.range(0, units.length).mapToDouble(this::above).toArray();
    double[] sorted = above.clone();
    Arrays.sort(sorted);
    double most = sorted[Math.min(sorted.length, TRIPS_PER_JOB * price.length) - 1];
    return IntStream.range(0, above.length).filter(trip -> above[trip] <= most).toArray();
  }

  private void walk(int[] trips, int steps) {
    System.arraycopy(price, 0, now, 0, price.length);
    perTripNow = perTrip;
    Arrays.fill(way, 0);
    double wayPerTrip = 0;
    best = Double.NEGATIVE_INFINITY;
    double pace = LONGEST;
    int waited = 0;
    for (int step = 0; step < steps && pace > SHORTEST; step++) {
      double bound = bound(trips);
      if (bound > best) {
        keep(bound);
        waited = 0;
      } else if (++waited == PATIENCE) {
        pace *= SHORTER;
        waited = 0;
        System.arraycopy(price, 0, now, 0, price.length);
        perTripNow = perTrip;
        Arrays.fill(way, 0);
        wayPerTrip = 0;
        bound = bound(trips);
      }
      wayPerTrip = MOMENTUM * wayPerTrip + (1 - MOMENTUM) * (count - used);
      double norm = wayPerTrip * wayPerTrip;
      for (int job = 0; job < way.length; job++) {
        way[job] = MOMENTUM * way[job] + (1 - MOMENTUM) * (1 - times[job]);
        norm += way[job] * way[job];
      }
      if (norm < 1e-9) {
        return;
      }
      double move = pace * Math.max(1, length - bound) / norm;
      perTripNow += move * wayPerTrip;
      for (int job = 0; job < way.length; job++) {
        now[job] += move * way[job];
      }
    }
  }

  private void keep(double bound) {
    best = bound;
    System.arraycopy(now, 0, price, 0, price.length);
    perTrip = perTripNow;
  }

  /** What a plan of these trips walks at least; counts how often each job is worth a trip. */
  private double bound(int[] trips) {
    Arrays.fill(times, 0);
    used = 0;
    double bound = perTripNow * count;
    for (double one : now) {
      bound += one;
    }
    for (int trip : trips) {
      double above = above(trip, now, perTripNow);
      if (above < 0) {
        bound += above;
        used++;
        for (int job : members[trip]) {
          times[job]++;
        }
      }
    }
    return bound;
  }
}
