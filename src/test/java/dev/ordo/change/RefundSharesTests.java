package dev.ordo.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Receiver;
import dev.ordo.order.Supply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefundSharesTests {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  /** Three cups for 100.00, one pot for 59.80, freight 6.00. */
  private final Order order =
      order(List.of(line(1, 3, 0, "100.00", "0"), line(2, 1, 0, "59.80", "0")), "165.80");

  @Test
  void moneyOfALineLeavesItsUnits() {
    RefundShares shares = RefundShares.of(order, refund("1", 0, "7.33"));
    assertThat(shares.units()).isZero();
    assertThat(shares.lines()).containsOnlyKeys(1L);
    assertThat(back(shares, 1)).isEqualByComparingTo("7.33");
    assertThat(shares.freight()).isZero();
  }

  @Test
  void moneyOfTheOrderIsSplitExactlyByWhatTheLinesCarry() {
    RefundShares shares = RefundShares.of(order, refund("", 0, "10.01"));
    assertThat(shares.units()).isZero();
    assertThat(back(shares, 1)).isEqualByComparingTo("6.26");
    assertThat(back(shares, 2)).isEqualByComparingTo("3.75");
  }

  @Test
  void moneyBeyondTheLineGoesOffTheFreightAndNoFurther() {
    RefundShares shares = RefundShares.of(order, refund("2", 0, "99.00"));
    assertThat(back(shares, 2)).isEqualByComparingTo("59.80");
    assertThat(shares.freight()).isEqualByComparingTo("6.00");
  }

  @Test
  void unitsTakeTheMoneyTheRefundNamesOrElseTheirShare() {
    assertThat(back(RefundShares.of(order, refund("1", 1, "30.00")), 1))
        .isEqualByComparingTo("30.00");
    RefundShares silent = RefundShares.of(order, refund("1", 1, "0"));
    assertThat(silent.units()).isEqualTo(1);
    assertThat(back(silent, 1)).isEqualByComparingTo("33.33");
  }

  @Test
  void allTheMoneyOfTheOrderOrNeitherUnitsNorMoneyMeansAllOfIt() {
    assertThat(RefundShares.of(order, refund("", 0, "165.80")).units()).isEqualTo(4);
    assertThat(RefundShares.of(order, refund("", 0, "0")).units()).isEqualTo(4);
    assertThat(RefundShares.of(order, refund("1", 0, "0")).units()).isEqualTo(3);
    assertThat(RefundShares.of(order, refund("1", 0, "100.00")).units()).isZero();
  }

  @Test
  void aLineWithoutOpenUnitsGivesMoneyOnly() {
    Order half = order(List.of(line(1, 3, 3, "100.00", "60.00")), "106.00");
    RefundShares shares = RefundShares.of(half, refund("1", 2, "55.00"));
    assertThat(shares.units()).isZero();
    assertThat(back(shares, 1)).isEqualByComparingTo("40.00");
    assertThat(shares.freight()).isEqualByComparingTo("6.00");
  }

  private static BigDecimal back(RefundShares shares, long line) {
    return java.util.Objects.requireNonNull(shares.lines().get(line)).amount();
  }

  private static Change.RefundUnits refund(String line, int qty, String amount) {
    return new Change.RefundUnits("r", line, qty, new BigDecimal(amount));
  }

  private static OrderLine line(long id, int qty, int cancelled, String amount, String refunded) {
    return new OrderLine(
        id,
        7,
        String.valueOf(id),
        "P" + id,
        "SKU" + id,
        "Thing",
        qty,
        cancelled,
        0,
        BigDecimal.TEN,
        BigDecimal.ZERO,
        new BigDecimal(amount),
        new BigDecimal(refunded),
        false,
        Supply.LOCKED,
        "WH1");
  }

  private static Order order(List<OrderLine> lines, String paid) {
    return new Order(
        7,
        "TB1",
        "no",
        "MAIN",
        "b",
        "",
        OrderStatus.RELEASED,
        "CNY",
        lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        BigDecimal.ZERO,
        new BigDecimal("6.00"),
        BigDecimal.ZERO,
        new BigDecimal(paid),
        new BigDecimal(paid),
        false,
        "express",
        NOW,
        NOW,
        NOW,
        NOW,
        NOW,
        NOW,
        false,
        new Receiver("r", "", "CN", "", "", "", "", "", "", "", ""),
        "{}",
        "[]",
        "",
        Set.of(),
        false,
        Set.of(),
        0,
        lines,
        List.of());
  }
}
