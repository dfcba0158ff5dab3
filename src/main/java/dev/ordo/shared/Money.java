package dev.ordo.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount in one currency, always at that currency's digits (CNY 2, JPY 0).
 *
 * @param amount the decimal value; its scale equals the currency's default fraction digits
 * @param currency ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  public static final Currency CNY = Currency.getInstance("CNY");

  public Money {
    amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
  }

  /** Reads an exact amount; more digits than the currency has are refused, never rounded away. */
  public static Money of(String amount, String currency) {
    Currency unit = Currency.getInstance(currency);
    try {
      return new Money(new BigDecimal(amount), unit);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "The amount (%s) must be a decimal with at most (%d) digits after the point for (%s)."
              .formatted(amount, unit.getDefaultFractionDigits(), currency),
          e);
    }
  }

  /** Rounds half up to the currency's digits: for computed figures such as commission or cost. */
  public static Money rounded(BigDecimal amount, Currency currency) {
    return new Money(
        amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money times(int factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  /**
   * Splits this amount by weights, exact to the smallest unit: the parts always add up to the
   * whole. Largest-remainder method; ties go to the earlier part. All-zero weights split evenly.
   *
   * @param weights one non-negative weight per part, at least one part
   */
  public List<Money> split(List<BigDecimal> weights) {
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("An amount (%s) needs at least one part.".formatted(this));
    }
    BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() == 0) {
      return split(weights.stream().map(w -> BigDecimal.ONE).toList());
    }
    return shares(weights, total);
  }

  private List<Money> shares(List<BigDecimal> weights, BigDecimal total) {
    BigInteger units = amount.unscaledValue();
    int sign = units.signum();
    List<BigInteger> whole = new ArrayList<>();
    List<BigDecimal> rest = new ArrayList<>();
    for (BigDecimal weight : weights) {
      BigDecimal[] share = new BigDecimal(units.abs()).multiply(weight).divideAndRemainder(total);
      whole.add(share[0].toBigInteger());
      rest.add(share[1]);
    }
    int missing =
        units.abs().subtract(whole.stream().reduce(BigInteger.ZERO, BigInteger::add)).intValue();
    IntStream.range(0, weights.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> rest.get(i)).reversed())
        .limit(missing)
        .forEach(i -> whole.set(i, whole.get(i).add(BigInteger.ONE)));
    return whole.stream()
        .map(u -> new BigDecimal(u.multiply(BigInteger.valueOf(sign)), amount.scale()))
        .map(a -> new Money(a, currency))
        .toList();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Amounts of (%s) and (%s) cannot be added.".formatted(currency, other.currency));
    }
    return other;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
