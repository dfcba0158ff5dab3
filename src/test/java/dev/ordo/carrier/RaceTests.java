package dev.ordo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.carrier.facts.CarrierFact;
import dev.ordo.carrier.facts.ChooseCarrier;
import dev.ordo.carrier.facts.ExcludeCarrier;
import dev.ordo.carrier.facts.PreferCarrier;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTests {
  private static final List<CarrierFact> CARRIERS =
      List.of(carrier("EMS", "9"), carrier("SF", "12"), carrier("ZTO", "5"));

  @Test
  void theCheapestWinsWhereNothingElseIsSaid() {
    assertThat(Race.run(CARRIERS, List.of()))
        .extracting(CarrierChoice.Bid::carrier, CarrierChoice.Bid::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ZTO", "WON"),
            org.assertj.core.groups.Tuple.tuple("EMS", "DEARER"),
            org.assertj.core.groups.Tuple.tuple("SF", "DEARER"));
  }

  @Test
  void pointsBeatPriceAndExclusionBeatsChoice() {
    assertThat(
            Race.run(
                CARRIERS,
                List.of(
                    new ChooseCarrier("SF", "APPOINTED"),
                    new ExcludeCarrier("SF", "NO_REACH"),
                    new PreferCarrier("EMS", "REMOTE", 50))))
        .extracting(CarrierChoice.Bid::carrier, CarrierChoice.Bid::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("EMS", "WON"),
            org.assertj.core.groups.Tuple.tuple("ZTO", "FEWER_POINTS"),
            org.assertj.core.groups.Tuple.tuple("SF", "NO_REACH"));
  }

  @Test
  void nobodyWinsWhereAllAreExcluded() {
    List<CarrierChoice.Bid> bids =
        Race.run(List.of(carrier("SF", "1")), List.of(new ExcludeCarrier("SF", "TOO_HEAVY")));

    assertThat(Race.won(bids)).isFalse();
  }

  private static CarrierFact carrier(String code, String freight) {
    return new CarrierFact(
        code, true, new BigDecimal(freight), 1000, 3, 60, false, false, true, false, false);
  }
}
