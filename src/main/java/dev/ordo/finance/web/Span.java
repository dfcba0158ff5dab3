package dev.ordo.finance.web;

import dev.ordo.console.Times;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A span of business days asked for; the last 30 where none is named. */
record Span(LocalDate from, LocalDate to) {
  private static final int MOST_DAYS = 1_100;

  static Span of(
      @Nullable LocalDate from, @Nullable LocalDate to, BusinessClock clock, Times times) {
    LocalDate end = to == null ? clock.today(times.zone()) : to;
    LocalDate start = from == null ? end.minusDays(29) : from;
    long days = ChronoUnit.DAYS.between(start, end);
    if (days < 0 || days > MOST_DAYS) {
      throw new Refusal("from", start, "Give a first day at most three years before the last.");
    }
    return new Span(start, end);
  }
}
