package dev.ordo.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.finance.Delivered.Part;
import dev.ordo.finance.Delivered.Terms;
import dev.ordo.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccrualTests {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Terms TERMS = new Terms(new BigDecimal("0.05"), new BigDecimal("0.013"));

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }

  private static Part part(long order, String sku, int qty, String amount, String unitCost) {
    return new Part(order, "TB1", sku, qty, cny(amount), new BigDecimal(unitCost));
  }

  private static Delivered delivered(List<Part> parts, String freight, String packing) {
    return new Delivered(7, DAY, "44", parts, cny(freight), cny(packing));
  }

  private static BigDecimal sum(List<Voucher> vouchers, Account account) {
    return vouchers.stream()
        .flatMap(v -> v.lines().stream())
        .filter(line -> line.account() == account)
        .map(line -> line.debit().subtract(line.credit()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void booksRevenueCostFeesFreightAndPackingOfOneOrder() {
    List<Part> parts =
        List.of(part(1, "A", 2, "100.00", "20.123456"), part(1, "B", 1, "50.00", "9"));
    List<Voucher> vouchers =
        new Accrual(delivered(parts, "6.50", "1.30"), shop -> TERMS, BigDecimal.ZERO).vouchers();
    assertThat(vouchers).extracting(Voucher::key).containsExactly("sale:7:1", "cost:7:1");
    assertThat(sum(vouchers, Account.RECEIVABLE)).isEqualByComparingTo("150.00");
    assertThat(sum(vouchers, Account.REVENUE)).isEqualByComparingTo("-150.00");
    assertThat(sum(vouchers, Account.GOODS_COST)).isEqualByComparingTo("49.25");
    assertThat(sum(vouchers, Account.COMMISSION)).isEqualByComparingTo("7.50");
    assertThat(sum(vouchers, Account.PROMOTION)).isEqualByComparingTo("1.95");
    assertThat(sum(vouchers, Account.FREIGHT_COST)).isEqualByComparingTo("6.50");
    assertThat(sum(vouchers, Account.PACKING_COST)).isEqualByComparingTo("1.30");
  }

  @Test
  void splitsSharedFreightOverTheOrdersOfAMergedConsignmentToTheCent() {
    List<Part> parts =
        List.of(
            part(1, "A", 1, "10.00", "1"),
            part(2, "A", 1, "10.00", "1"),
            part(3, "B", 1, "10.00", "1"));
    List<Voucher> vouchers =
        new Accrual(delivered(parts, "10.00", "0.01"), shop -> TERMS, BigDecimal.ZERO).vouchers();
    assertThat(vouchers).hasSize(6);
    assertThat(sum(vouchers, Account.FREIGHT_COST)).isEqualByComparingTo("10.00");
    assertThat(sum(vouchers, Account.PACKING_COST)).isEqualByComparingTo("0.01");
  }

  @Test
  void takesTheIncludedTaxOutOfRevenue() {
    List<Part> parts = List.of(part(1, "A", 1, "113.00", "1"));
    List<Voucher> vouchers =
        new Accrual(delivered(parts, "0", "0"), shop -> Terms.NONE, new BigDecimal("0.13"))
            .vouchers();
    assertThat(sum(vouchers, Account.REVENUE)).isEqualByComparingTo("-100.00");
    assertThat(sum(vouchers, Account.OUTPUT_TAX)).isEqualByComparingTo("-13.00");
  }

  @Test
  void keepsSaleAndCostInTheirOwnCurrencies() {
    Part part = new Part(1, "UK", "A", 3, Money.of("9.99", "GBP"), new BigDecimal("5.5"));
    List<Voucher> vouchers =
        new Accrual(delivered(List.of(part), "12.00", "0"), shop -> TERMS, BigDecimal.ZERO)
            .vouchers();
    assertThat(vouchers).extracting(Voucher::currency).containsExactly("GBP", "CNY");
  }

  @Test
  void movesShippedGoodsOutOfStockAtTheSameCost() {
    List<Part> parts = List.of(part(1, "A", 2, "100.00", "20.123456"));
    Accrual accrual = new Accrual(delivered(parts, "0", "0"), shop -> TERMS, BigDecimal.ZERO);
    assertThat(sum(accrual.shipment(), Account.GOODS_SHIPPED))
        .isEqualByComparingTo(sum(accrual.vouchers(), Account.GOODS_COST));
  }

  @Test
  void balancesWhateverComes() {
    Random random = new Random(42);
    for (int i = 0; i < 2_000; i++) {
      List<Part> parts =
          java.util.stream.IntStream.range(0, 1 + random.nextInt(6))
              .mapToObj(
                  n ->
                      part(
                          random.nextInt(3),
                          "S" + n,
                          1 + random.nextInt(9),
                          cents(random),
                          cents(random)))
              .toList();
      Delivered delivered = delivered(parts, cents(random), cents(random));
      assertThat(new Accrual(delivered, shop -> TERMS, new BigDecimal("0.13")).vouchers())
          .isNotNull();
    }
  }

  private static String cents(Random random) {
    return BigDecimal.valueOf(random.nextInt(100_000), 2).toPlainString();
  }

  @Test
  void refusesWhatDoesNotBalance() {
    var about = new Voucher.About(1, 2, "TB1", "A", "44");
    var line = Voucher.Line.debit(Account.RECEIVABLE, BigDecimal.ONE, about);
    assertThatThrownBy(() -> new Voucher("k", "SALE", DAY, "CNY", "", List.of(line)))
        .hasMessageContaining("does not balance");
  }
}
