package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverTests {
  private static final int CASES = 300;
  private static final int JOBS = 10;
  private static final int TRIPS_IN_PLAN = 4;

  private record Case(int[][] members, int[] units, int[] known) {}

  @Test
  void findsTheShortestPlanOfAsManyTripsThatGivenTripsCanMake() {
    Random random = new Random(4);
    int shortened = 0;
    for (int number = 0; number < CASES; number++) {
      Case one = someCase(random);
      int[] chosen = cover(one, number).shortened(1_000_000, Long.MAX_VALUE);
      assertThat(IntStream.of(chosen).flatMap(t -> IntStream.of(one.members[t])).sorted())
          .containsExactlyElementsOf(IntStream.range(0, JOBS).boxed().toList());
      int length = length(one, chosen);
      assertThat(length).as("case %d", number).isEqualTo(least(one, new BitSet(), 0));
      shortened += length < length(one, one.known) ? 1 : 0;
    }
    assertThat(shortened).isGreaterThan(CASES / 2);
  }

  @Test
  void pricesAreAtMostWhatTheShortestPlanWalks() {
    Random random = new Random(5);
    for (int number = 0; number < CASES; number++) {
      Case one = someCase(random);
      Prices prices = new Prices(JOBS, one.members, one.units, one.known, Long.MAX_VALUE);
      double above = IntStream.of(one.known).mapToDouble(prices::above).sum();
      double below =
          IntStream.range(0, one.units.length)
              .mapToDouble(trip -> Math.min(0, prices.above(trip)))
              .sum();
      assertThat(length(one, one.known) - above + below)
          .isLessThanOrEqualTo(least(one, new BitSet(), 0) + 1e-6);
    }
  }

  @Test
  void leavesThePlanAsItIsWhenNothingMayBeLookedAt() {
    Case one = someCase(new Random(6));
    assertThat(cover(one, 1).shortened(0, Long.MAX_VALUE)).isEqualTo(one.known);
    assertThat(cover(one, 1).shortened(1000, Long.MIN_VALUE)).isEqualTo(one.known);
  }

  private static Cover cover(Case one, long seed) {
    return new Cover(JOBS, one.members, one.units, one.known, seed);
  }

  private static int length(Case one, int[] trips) {
    return IntStream.of(trips).map(trip -> one.units[trip]).sum();
  }

  /** The shortest of all plans with as many trips, by trying every one. */
  private static int least(Case one, BitSet carried, int trips) {
    int next = carried.nextClearBit(0);
    if (next == JOBS) {
      return trips == TRIPS_IN_PLAN ? 0 : 1_000_000;
    }
    int least = 1_000_000;
    for (int trip = 0; trips < TRIPS_IN_PLAN && trip < one.units.length; trip++) {
      int[] jobs = one.members[trip];
      if (IntStream.of(jobs).anyMatch(job -> job == next)
          && IntStream.of(jobs).noneMatch(carried::get)) {
        BitSet more = (BitSet) carried.clone();
        IntStream.of(jobs).forEach(more::set);
        least = Math.min(least, one.units[trip] + least(one, more, trips + 1));
      }
    }
    return least;
  }

  /** Some ways to share all jobs out, and single trips beside them. */
  private static Case someCase(Random random) {
    List<int[]> trips = new ArrayList<>();
    for (int way = 0; way < 12; way++) {
      int[] order = shuffled(random);
      int[] ends = {2 + random.nextInt(2), 5, 7 + random.nextInt(2), JOBS};
      int from = 0;
      for (int end : ends) {
        trips.add(Arrays.copyOfRange(order, from, end));
        from = end;
      }
    }
    for (int single = 0; single < 30; single++) {
      trips.add(Arrays.copyOf(shuffled(random), 2 + random.nextInt(2)));
    }
    return new Case(
        trips.toArray(int[][]::new),
        trips.stream().mapToInt(t -> 100 * t.length + random.nextInt(900)).toArray(),
        IntStream.range(0, TRIPS_IN_PLAN).toArray());
  }

  private static int[] shuffled(Random random) {
    int[] order = IntStream.range(0, JOBS).toArray();
    for (int i = JOBS - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
