package dev.ordo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffTests {
  private static final Carrier SF = CarrierVectors.carrier("SF");

  @Test
  void theMostExactRowCountsAndAnUnservedProvinceIsOutOfReach() {
    Tariff tariff =
        new Tariff(
            List.of(SF),
            List.of(
                price("*", "*", true, "10"),
                price("SH1", "31", true, "6"),
                price("*", "54", false, "0")));

    assertThat(tariff.price("SF", "SH1", "31").orElseThrow().firstPrice()).isEqualTo("6");
    assertThat(tariff.price("SF", "SH1", "44").orElseThrow().firstPrice()).isEqualTo("10");
    assertThat(tariff.price("SF", "SH1", "54")).isEmpty();
    assertThat(tariff.price("ZTO", "SH1", "31")).isEmpty();
  }

  @Test
  void chargesFirstWeightAndStartedStepsOfRealOrVolumetricWeight() {
    CarrierPrice price = price("*", "*", true, "10");

    assertThat(price.freight(SF.billedWeightG(900, 1_000_000))).isEqualByComparingTo("10");
    assertThat(price.freight(SF.billedWeightG(1001, 1_000_000))).isEqualByComparingTo("12");
    assertThat(SF.billedWeightG(500, 18_000_000)).isEqualTo(3000);
  }

  @Test
  void leavesAtTheNextCutoffOfTheWarehousesDay() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");

    assertThat(SF.departure(Instant.parse("2026-11-22T09:59:00Z"), zone))
        .isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    assertThat(SF.departure(Instant.parse("2026-11-22T10:00:01Z"), zone))
        .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
  }

  private static CarrierPrice price(
      String warehouse, String province, boolean served, String first) {
    return new CarrierPrice(
        "SF",
        warehouse,
        province,
        served,
        1000,
        new BigDecimal(first),
        1000,
        new BigDecimal("2"),
        2);
  }
}
