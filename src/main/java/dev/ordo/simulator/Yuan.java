package dev.ordo.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The forms Chinese platforms write amounts and times in. */
final class Yuan {
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private Yuan() {}

  static String of(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  static String time(@Nullable Instant at) {
    return at == null ? "" : FORM.format(at.atOffset(CHINA));
  }

  static Instant time(String text) {
    return LocalDateTime.parse(text.substring(0, 19), FORM).toInstant(CHINA);
  }

  /** Splits a discount over amounts, exact to the fen; the last part takes what is left. */
  static long[] shares(long discount, long[] amounts) {
    long total = 0;
    for (long amount : amounts) {
      total += amount;
    }
    long[] shares = new long[amounts.length];
    long left = discount;
    for (int i = 0; i < amounts.length; i++) {
      shares[i] = i == amounts.length - 1 ? left : discount * amounts[i] / Math.max(1, total);
      left -= shares[i];
    }
    return shares;
  }
}
