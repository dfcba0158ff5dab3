package dev.ordo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class CustomersTests {
  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

  static Stream<DataSource> databases() {
    return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
  }

  private static Shipped shipped(String buyer, long order, String amount) {
    Purchase purchase =
        new Purchase(
            order, "TB1", "P" + order, new BigDecimal(amount), "CNY", AT, AT.plusSeconds(60), null);
    return new Shipped("TB1", buyer, "张*", "138****1234", "广东省深圳市南山区", "rk", purchase);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void remembersEveryOrderOnce(DataSource source) {
    Customers customers = new Customers(new JdbcTemplate(source), TestDatabases.ids());
    customers.shipped(List.of(shipped("b1", 1, "10.00"), shipped("b1", 2, "5.50")));
    customers.shipped(List.of(shipped("b1", 2, "5.50"), shipped("b2", 3, "7.00")));
    customers.delivered(Map.of(2L, AT.plusSeconds(3600)));

    assertThat(customers.page("", Long.MAX_VALUE, 10)).hasSize(2);
    Customer first = customers.ofOrder(1).orElseThrow();
    assertThat(first.orders()).isEqualTo(2);
    assertThat(first.amount()).isEqualByComparingTo("15.50");
    assertThat(customers.purchases(first.id()))
        .extracting(Purchase::deliveredAt)
        .containsExactlyInAnyOrder(null, AT.plusSeconds(3600));
    assertThat(customers.page("P3", Long.MAX_VALUE, 10))
        .extracting(Customer::buyerKey)
        .containsExactly("b2");
    assertThat(customers.page("张", Long.MAX_VALUE, 1)).hasSize(1);
  }
}
