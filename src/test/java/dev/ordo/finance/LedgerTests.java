package dev.ordo.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.SettableClock;
import dev.ordo.TestDatabases;
import dev.ordo.finance.Delivered.Part;
import dev.ordo.finance.Delivered.Terms;
import dev.ordo.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class LedgerTests {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Terms TERMS = new Terms(new BigDecimal("0.05"), BigDecimal.ZERO);

  static Stream<DataSource> databases() {
    return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
  }

  private static List<Voucher> vouchers(long consignment, long order, String sku, String currency) {
    Part part = new Part(order, "TB1", sku, 2, Money.of("100.00", currency), new BigDecimal("20"));
    Delivered delivered =
        new Delivered(
            consignment,
            DAY,
            "44",
            List.of(part),
            Money.of("8.00", "CNY"),
            Money.of("2.00", "CNY"));
    return new Accrual(delivered, shop -> TERMS, BigDecimal.ZERO).vouchers();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void postsOnceAndShowsProfitByEveryDimension(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    Ledger ledger = new Ledger(jdbc, TestDatabases.ids(), new SettableClock(Instant.EPOCH));
    assertThat(ledger.post(vouchers(7, 1, "A", "CNY"))).isEqualTo(2);
    assertThat(ledger.post(vouchers(7, 1, "A", "CNY"))).isZero();
    assertThat(ledger.post(vouchers(8, 2, "B", "GBP"))).isEqualTo(2);
    assertThat(ledger.unbalanced()).isEmpty();
    assertThat(ledger.ofOrder(1)).hasSize(10);
    assertThat(ledger.page(DAY, DAY, "6001", Set.of(), Long.MAX_VALUE, 10)).hasSize(2);
    assertThat(ledger.page(DAY, DAY, "", Set.of("JD1"), Long.MAX_VALUE, 10)).isEmpty();

    Profits profits = new Profits(jdbc);
    ProfitRow own = profits.by(Profits.By.SKU, DAY, DAY, Set.of()).getLast();
    assertThat(own.key()).isEqualTo("A");
    assertThat(own.profit()).isEqualByComparingTo("45.00");
    assertThat(own.margin()).isEqualByComparingTo("45.0");
    for (Profits.By by : Profits.By.values()) {
      BigDecimal total =
          profits.by(by, DAY, DAY, Set.of()).stream()
              .map(ProfitRow::profit)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(total).isEqualByComparingTo("869.00");
    }
    assertThat(profits.total(DAY, DAY, Set.of("TB1")).revenue()).isEqualByComparingTo("1020.00");
  }
}
