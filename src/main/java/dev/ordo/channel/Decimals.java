package dev.ordo.channel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one way from a sender's text to a decimal: plain digits only. An exponent would let a few
 * characters stand for millions of digits and hold a processor for minutes.
 */
final class Decimals {
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})");

  private Decimals() {}

  static Optional<BigDecimal> parse(String text) {
    return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}
