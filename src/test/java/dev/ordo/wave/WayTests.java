package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two blocks of ten cells, a metre each; four metres between aisles, one to every cross aisle. */
class WayTests {
  private static final Layout LAYOUT =
      new Layout(
          5, List.of(10, 10), 4, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 1))));

  private static final Way WAY = new Way(LAYOUT);

  @Test
  void inOneAisleItIsTheWayAlongIt() {
    assertThat(WAY.metres(slot(1, 0, 2), slot(1, 0, 7))).isEqualTo(5);
    assertThat(WAY.metres(slot(1, 0, 9), slot(1, 1, 0))).isEqualTo(2);
    assertThat(WAY.metres(slot(1, 0, 2), slot(1, 0, 2))).isZero();
  }

  @Test
  void toAnotherAisleItGoesOverTheBestCrossAisle() {
    assertThat(WAY.metres(slot(0, 0, 1), slot(2, 0, 1))).isEqualTo(2 + 8 + 2);
    assertThat(WAY.metres(slot(0, 0, 8), slot(1, 1, 1))).isEqualTo(2 + 4 + 2);
    assertThat(WAY.metres(slot(0, 1, 9), slot(1, 1, 8))).isEqualTo(1 + 4 + 2);
  }

  @Test
  void aFurtherSlotComesWhereItCostsLeast() {
    List<Location> walk = List.of(slot(0, 0, 0), slot(0, 0, 5), slot(3, 0, 5));
    assertThat(WAY.cheapest(walk, slot(0, 0, 3))).isZero();
    assertThat(WAY.cheapest(walk, slot(1, 0, 5))).isEqualTo(1);
    assertThat(WAY.cheapest(walk, slot(4, 0, 5))).isEqualTo(2);
  }

  private static Location slot(int aisle, int block, int cell) {
    return new Location("W", aisle + "-" + block + "-" + cell, aisle, block, cell, "L", "");
  }
}
