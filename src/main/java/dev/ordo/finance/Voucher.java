package dev.ordo.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One balanced booking in one currency; what does not balance cannot be made.
 *
 * @param key posted at most once per key, such as {@code sale:<consignment>:<order>}
 * @param journal SHIP, SALE, COST or MANUAL
 */
public record Voucher(
    String key, String journal, LocalDate day, String currency, String memo, List<Line> lines) {

  /** What a line is about; 0 and empty where it is about nothing in particular. */
  public record About(long orderId, long consignmentId, String shop, String sku, String province) {}

  /**
   * One side of one account.
   *
   * @param debit zero if it is a credit
   * @param credit zero if it is a debit
   */
  public record Line(Account account, BigDecimal debit, BigDecimal credit, About about) {
    public Line {
      if (debit.signum() != 0 && credit.signum() != 0) {
        throw new IllegalArgumentException(
            "The line of (%s) has both a debit (%s) and a credit (%s)."
                .formatted(account.code(), debit, credit));
      }
    }

    /** A negative debit is booked as a credit, and the other way round. */
    static Line debit(Account account, BigDecimal amount, About about) {
      return amount.signum() < 0
          ? new Line(account, BigDecimal.ZERO, amount.negate(), about)
          : new Line(account, amount, BigDecimal.ZERO, about);
    }

    static Line credit(Account account, BigDecimal amount, About about) {
      return debit(account, amount.negate(), about);
    }

    boolean isZero() {
      return debit.signum() == 0 && credit.signum() == 0;
    }
  }

  public Voucher {
    lines = lines.stream().filter(line -> !line.isZero()).toList();
    BigDecimal debit = sum(lines.stream().map(Line::debit).toList());
    BigDecimal credit = sum(lines.stream().map(Line::credit).toList());
    if (debit.compareTo(credit) != 0) {
      throw new IllegalArgumentException(
          "The voucher (%s) does not balance: debit (%s), credit (%s)."
              .formatted(key, debit, credit));
    }
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
