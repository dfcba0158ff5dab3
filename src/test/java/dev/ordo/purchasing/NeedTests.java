package dev.ordo.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeedTests {
  private static final PurchasingSettings SETTINGS = new PurchasingSettings(1.65, 0.6, 14, 15);

  private static Terms terms(int lead, int moq, int pack) {
    return new Terms("S1", lead, moq, pack, BigDecimal.ONE);
  }

  private static DailyDemand steady(int units, int days) {
    return new DailyDemand(Collections.nCopies(days, units));
  }

  @Test
  void buysNothingWhileStockAndGoodsOnTheWayLast() {
    Need need = Need.of(steady(10, 90), terms(15, 1, 1), 100, 60, SETTINGS);
    assertThat(need.reorderPoint()).isEqualTo(150);
    assertThat(need.qty()).isZero();
  }

  @Test
  void buysForLeadTimeAndCoverInWholePacksAndAtLeastTheMinimum() {
    assertThat(Need.of(steady(10, 90), terms(15, 1, 1), 100, 0, SETTINGS).qty()).isEqualTo(190);
    assertThat(Need.of(steady(10, 90), terms(15, 1, 24), 100, 0, SETTINGS).qty()).isEqualTo(192);
    assertThat(Need.of(steady(10, 90), terms(15, 500, 24), 100, 0, SETTINGS).qty()).isEqualTo(504);
  }

  @Test
  void keepsMoreInStockTheMoreDemandVaries() {
    List<Integer> wild = IntStream.range(0, 90).map(i -> i % 2 == 0 ? 0 : 20).boxed().toList();
    Need need = Need.of(new DailyDemand(wild), terms(16, 1, 1), 100, 0, SETTINGS);
    assertThat(need.daily()).isEqualTo(10);
    assertThat(need.safetyStock()).isEqualTo(67);
    assertThat(need.daysToSafety()).isEqualTo(3);
    assertThat(need.daysShort()).isEqualTo(6);
  }

  @Test
  void weighsTheLastMonthMore() {
    List<Integer> rising = IntStream.range(0, 90).map(i -> i < 60 ? 0 : 9).boxed().toList();
    DailyDemand demand = new DailyDemand(rising);
    assertThat(demand.mean30()).isEqualTo(9);
    assertThat(demand.mean90()).isEqualTo(3);
    assertThat(Need.of(demand, terms(10, 1, 1), 0, 0, SETTINGS).daily()).isEqualTo(6.6);
  }

  @Test
  void leavesArticlesAloneNobodyAsksFor() {
    Need need = Need.of(steady(0, 90), terms(15, 10, 1), 0, 0, SETTINGS);
    assertThat(need.qty()).isZero();
    assertThat(Need.of(new DailyDemand(List.of()), terms(15, 10, 1), 0, 0, SETTINGS).qty())
        .isZero();
  }
}
