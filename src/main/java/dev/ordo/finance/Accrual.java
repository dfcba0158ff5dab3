package dev.ordo.finance;

import dev.ordo.finance.Delivered.Part;
import dev.ordo.finance.Delivered.Terms;
import dev.ordo.finance.Voucher.About;
import dev.ordo.finance.Voucher.Line;
import dev.ordo.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a delivery means in money: per order one voucher for the sale (its currency) and one for the
 * cost (book currency). Amounts shared by several lines are split to the cent by largest remainder.
 */
final class Accrual {
  private final Delivered delivered;
  private final Function<String, Terms> terms;
  private final BigDecimal taxRate;

  /**
   * @param terms by shop code
   * @param taxRate output tax included in the amounts, 0.13 for 13 %; 0 books none
   */
  Accrual(Delivered delivered, Function<String, Terms> terms, BigDecimal taxRate) {
    this.delivered = delivered;
    this.terms = terms;
    this.taxRate = taxRate;
  }

  List<Voucher> vouchers() {
    List<Part> parts = delivered.parts();
    List<BigDecimal> weights = parts.stream().map(part -> part.amount().amount().abs()).toList();
    Map<Part, Money> freight = shares(parts, delivered.freight().split(weights));
    Map<Part, Money> packing = shares(parts, delivered.packing().split(weights));
    List<Voucher> vouchers = new ArrayList<>();
    byOrder()
        .forEach(
            (order, own) -> {
              vouchers.add(sale(order, own));
              vouchers.add(cost(order, own, freight, packing));
            });
    return vouchers.stream().filter(voucher -> !voucher.lines().isEmpty()).toList();
  }

  private Map<Long, List<Part>> byOrder() {
    return delivered.parts().stream()
        .collect(Collectors.groupingBy(Part::orderId, LinkedHashMap::new, Collectors.toList()));
  }

  private static Map<Part, Money> shares(List<Part> parts, List<Money> shares) {
    Map<Part, Money> byPart = new java.util.IdentityHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      byPart.put(parts.get(i), shares.get(i));
    }
    return byPart;
  }

  /** Receivable against revenue and tax; the platform's fees against what it will deduct. */
  private Voucher sale(long order, List<Part> parts) {
    Terms fees = terms.apply(parts.getFirst().shop());
    List<Money> commission = fee(parts, fees.commission());
    List<Money> promotion = fee(parts, fees.promotion());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      About about = about(part);
      BigDecimal gross = part.amount().amount();
      BigDecimal tax = tax(part.amount());
      lines.add(Line.debit(Account.RECEIVABLE, gross, about));
      lines.add(Line.credit(Account.REVENUE, gross.subtract(tax), about));
      lines.add(Line.credit(Account.OUTPUT_TAX, tax, about));
      lines.addAll(
          pair(Account.COMMISSION, Account.PLATFORM_PAYABLE, commission.get(i).amount(), about));
      lines.addAll(
          pair(Account.PROMOTION, Account.PLATFORM_PAYABLE, promotion.get(i).amount(), about));
    }
    String currency = parts.getFirst().amount().currency().getCurrencyCode();
    return voucher("sale", "SALE", order, currency, lines);
  }

  private BigDecimal tax(Money gross) {
    BigDecimal share = taxRate.divide(BigDecimal.ONE.add(taxRate), MathContext.DECIMAL64);
    return Money.rounded(gross.amount().multiply(share), gross.currency()).amount();
  }

  private static List<Money> fee(List<Part> parts, BigDecimal rate) {
    List<BigDecimal> amounts = parts.stream().map(part -> part.amount().amount()).toList();
    BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Money.rounded(total.multiply(rate), parts.getFirst().amount().currency())
        .split(amounts.stream().map(BigDecimal::abs).toList());
  }

  /** Goods cost at the moving average, freight and packing as far as they are known. */
  private Voucher cost(
      long order, List<Part> parts, Map<Part, Money> freight, Map<Part, Money> packing) {
    List<Line> lines = new ArrayList<>();
    for (Part part : parts) {
      About about = about(part);
      lines.addAll(pair(Account.GOODS_COST, Account.GOODS_SHIPPED, goods(part), about));
      lines.addAll(pair(Account.FREIGHT_COST, Account.CARRIER_PAYABLE, of(freight, part), about));
      lines.addAll(pair(Account.PACKING_COST, Account.PACKING_MATERIAL, of(packing, part), about));
    }
    return voucher("cost", "COST", order, bookCurrency(), lines);
  }

  /** Goods leave the warehouse but stay ours until delivery: 1405 to 1406. */
  List<Voucher> shipment() {
    List<Voucher> vouchers = new ArrayList<>();
    byOrder()
        .forEach(
            (order, parts) -> {
              List<Line> lines = new ArrayList<>();
              for (Part part : parts) {
                lines.addAll(
                    pair(Account.GOODS_SHIPPED, Account.GOODS_IN_STOCK, goods(part), about(part)));
              }
              vouchers.add(voucher("ship", "SHIP", order, bookCurrency(), lines));
            });
    return vouchers.stream().filter(voucher -> !voucher.lines().isEmpty()).toList();
  }

  private BigDecimal goods(Part part) {
    BigDecimal exact = part.unitCost().multiply(BigDecimal.valueOf(part.qty()));
    return Money.rounded(exact, delivered.freight().currency()).amount();
  }

  private String bookCurrency() {
    return delivered.freight().currency().getCurrencyCode();
  }

  private static BigDecimal of(Map<Part, Money> shares, Part part) {
    return java.util.Objects.requireNonNull(shares.get(part)).amount();
  }

  private static List<Line> pair(Account debit, Account credit, BigDecimal amount, About about) {
    return List.of(Line.debit(debit, amount, about), Line.credit(credit, amount, about));
  }

  private Voucher voucher(
      String kind, String journal, long order, String currency, List<Line> lines) {
    String key = "%s:%d:%d".formatted(kind, delivered.consignmentId(), order);
    return new Voucher(key, journal, delivered.day(), currency, "", lines);
  }

  private About about(Part part) {
    return new About(
        part.orderId(), delivered.consignmentId(), part.shop(), part.sku(), delivered.province());
  }
}
