package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Walking;
import dev.ordo.wave.solver.Measure;
import dev.ordo.wave.solver.Stop;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left of a trip, against the exact shortest walks of the floor. */
class RestTests {
  private static final Layout LAYOUT =
      new Layout(
          20, List.of(50, 50), 4, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 1))));

  @Test
  void upToTwelveSlotsAreWalkedTheShortestWay() {
    for (int seed = 0; seed < 50; seed++) {
      List<Location> slots = slots(1 + seed % 12, seed);
      Rest rest = new Rest(LAYOUT, null, slots);
      assertThat(rest.length(rest.order()))
          .isCloseTo(shortest(slots), org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  @Test
  void aThousandSlotsAreWalkedAGoodWayWithoutMuchMemory() {
    List<Location> slots = slots(1000, 7);
    Rest rest = new Rest(LAYOUT, null, slots);
    List<Integer> order = rest.order();
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1000).boxed().toList());
    assertThat(rest.length(order)).isLessThan(1.2 * shortest(slots));
  }

  private static List<Location> slots(int count, int seed) {
    Random random = new Random(seed);
    return random
        .ints(100L * count, 0, 20 * 2 * 50)
        .distinct()
        .limit(count)
        .mapToObj(i -> new Location("W", "L" + i, i / 100, i / 50 % 2, i % 50, "L", "AMBIENT"))
        .toList();
  }

  private static double shortest(List<Location> slots) {
    List<Stop> stops = slots.stream().map(PickGroup::stop).toList();
    return new Measure(LAYOUT, Walking.SHORTEST, stops).metres(stops);
  }
}
