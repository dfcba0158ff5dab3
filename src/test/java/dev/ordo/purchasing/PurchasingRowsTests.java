package dev.ordo.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class PurchasingRowsTests {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

  static Stream<DataSource> databases() {
    return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void fillsDaysWithoutDemandAndKeepsWhatIsKnown(DataSource source) {
    DemandHistory history = new DemandHistory(new JdbcTemplate(source));
    assertThat(history.before(DAY)).isEmpty();
    history.add(
        List.of(
            new DemandHistory.Day(DAY.minusDays(3), "A", 4),
            new DemandHistory.Day(DAY.minusDays(1), "B", 7),
            new DemandHistory.Day(DAY, "A", 100)));
    history.add(List.of(new DemandHistory.Day(DAY.minusDays(3), "A", 99)));
    assertThat(history.before(DAY).get("A")).isEqualTo(new DailyDemand(List.of(4, 0, 0)));
    assertThat(history.before(DAY).get("B")).isEqualTo(new DailyDemand(List.of(0, 0, 7)));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsSuppliersTermsAndGoodsOnTheWay(DataSource source) {
    SupplyRows rows = new SupplyRows(new JdbcTemplate(source));
    rows.putSuppliers(List.of(new Supplier("S1", "One", 15)));
    rows.putSuppliers(List.of(new Supplier("S1", "One", 10)));
    rows.putTerms(List.of(new SupplyTerms("A", "S1", 50, 10, new BigDecimal("3.5"))));
    assertThat(rows.terms().get("A").leadDays()).isEqualTo(10);
    GoodsOnWay goods =
        new GoodsOnWay(
            "PO1", "1", "S1", "A", "W1", 60, new BigDecimal("3.500000"), DAY.plusDays(3));
    rows.putOnWay(List.of(goods));
    rows.putOnWay(List.of(goods));
    assertThat(rows.onWayBySku()).containsEntry("A", 60);
    assertThat(rows.onWay("PO1")).containsExactly(goods);
    rows.arrived(List.of(goods), AT);
    assertThat(rows.onWay(10)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void replacesYesterdaysProposalsAndDecidesOnce(DataSource source) {
    ProposalRows rows = new ProposalRows(new JdbcTemplate(source));
    assertThat(rows.lastRun()).isEmpty();
    rows.replace(List.of(proposal(1, DAY.minusDays(1))));
    rows.replace(List.of(proposal(2, DAY)));
    assertThat(rows.open(10)).extracting(Proposal::id).containsExactly(2L);
    assertThat(rows.decide(2, "ORDERED", "p", AT)).isTrue();
    assertThat(rows.decide(2, "DISMISSED", "p", AT)).isFalse();
    assertThat(rows.begin(DAY, AT, 1)).isTrue();
    assertThat(rows.begin(DAY, AT, 1)).isFalse();
    assertThat(rows.lastRun()).contains(DAY);
  }

  private static Proposal proposal(long id, LocalDate day) {
    BigDecimal one = BigDecimal.ONE;
    return new Proposal(
        id, day, "A", "S1", one, one, one, one, 15, 3, 18, 5, 0, 2, 10, 40, one, "OPEN");
  }
}
