package dev.ordo.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours a picker works each day, in the warehouse's time zone.
 *
 * @param end the first moment after it; at or before the start it is on the next day
 */
public record Shift(LocalTime start, LocalTime end) {
  /** One day's hours. */
  public record Hours(Instant from, Instant until) {}

  /** The hours that run now, else the next ones. */
  public Hours at(Instant now, ZoneId zone) {
    ZonedDateTime day = now.atZone(zone).minusDays(1);
    Hours hours = on(day);
    while (!hours.until.isAfter(now)) {
      day = day.plusDays(1);
      hours = on(day);
    }
    return hours;
  }

  private Hours on(ZonedDateTime day) {
    ZonedDateTime from = day.with(start);
    ZonedDateTime until = day.with(end);
    if (!end.isAfter(start)) {
      until = until.plus(Duration.ofDays(1));
    }
    return new Hours(from.toInstant(), until.toInstant());
  }
}
