package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Layout;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Stops walked in the order of a shortest walk come to the length of that walk. */
class OrderedWalkTests {
  /** No way across it is shorter than along the cross aisle. */
  private static final Layout.Depot DEPOT =
      new Layout.Depot(0, List.of(new Layout.Link(0, 7), new Layout.Link(3, 6)));

  @Test
  void inTheOrderOfAShortestWalkItIsAsLong() {
    for (int seed = 0; seed < 300; seed++) {
      Layout layout =
          new Layout(6, Stream.generate(() -> 8).limit(1 + seed % 3).toList(), 4, 1, 1, 2, DEPOT);
      Route shortest = new Walk(new Floor(layout)).route(stops(layout, seed));
      Route again = OrderedWalk.route(layout, shortest.stops());
      assertThat(again.metres()).isCloseTo(shortest.metres(), Offset.offset(1e-6));
      assertThat(again.path().getFirst()).isEqualTo(again.path().getLast());
    }
  }

  @Test
  void inAnotherOrderItIsNoShorter() {
    Layout layout = new Layout(6, List.of(8, 8), 4, 1, 1, 2, DEPOT);
    List<Stop> stops = stops(layout, 5);
    Route shortest = new Walk(new Floor(layout)).route(stops);
    assertThat(OrderedWalk.route(layout, stops.reversed()).metres())
        .isGreaterThanOrEqualTo(shortest.metres() - 1e-6);
    assertThat(OrderedWalk.route(layout, List.of()).metres()).isZero();
  }

  private static List<Stop> stops(Layout layout, int seed) {
    Random random = new Random(seed);
    return IntStream.range(0, 1 + seed % 9)
        .mapToObj(
            i ->
                new Stop(
                    random.nextInt(layout.aisles()),
                    random.nextInt(layout.blocks()),
                    random.nextInt(8)))
        .distinct()
        .toList();
  }
}
