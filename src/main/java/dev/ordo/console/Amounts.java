package dev.ordo.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes money the same way on every page: two digits, thousands apart. */
public final class Amounts {
  private Amounts() {}

  /** Such as {@code 1,234.50}. */
  public static String text(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount.setScale(2, RoundingMode.HALF_UP));
  }
}
