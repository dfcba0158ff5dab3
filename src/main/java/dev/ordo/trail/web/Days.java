package dev.ordo.trail.web;

import dev.ordo.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days as forms give them, in the zone of the business. */
final class Days {
  private Days() {}

  static Instant start(@Nullable String day, Instant otherwise, ZoneId zone) {
    return day == null || day.isBlank() ? otherwise : date(day).atStartOfDay(zone).toInstant();
  }

  /** The end of the day: it is part of the span. */
  static Instant end(@Nullable String day, Instant otherwise, ZoneId zone) {
    return day == null || day.isBlank()
        ? otherwise
        : date(day).plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static LocalDate date(String day) {
    try {
      return LocalDate.parse(day.strip());
    } catch (DateTimeParseException e) {
      throw new Refusal("day", day, "Give a day as in 2026-11-30.");
    }
  }
}
