package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.shared.ServiceLevel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UrgencyTests {
  private static final Urgency.Levels LEVELS =
      new Urgency.Levels(
          Map.of("S", ServiceLevel.NEXT_DAY, "SLOW", ServiceLevel.STANDARD),
          Map.of("FAST", ServiceLevel.SAME_DAY));

  @Test
  void theMoreDemandingOfShopAndCarrierCounts() {
    var byShop = PickGroupsTests.consignment(1, PickGroupsTests.line("PLAIN", 1, "A"));
    assertThat(LEVELS.of(List.of(byShop))).isEqualTo(2);
    assertThat(new Urgency.Levels(Map.of(), Map.of()).of(List.of(byShop))).isEqualTo(1);
    assertThat(
            new Urgency.Levels(LEVELS.ofShop(), Map.of("", ServiceLevel.SAME_DAY))
                .of(List.of(byShop)))
        .isEqualTo(4);
  }
}
