package dev.ordo.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Writes instants for people, in the zone of the business; templates call it {@code @times}. */
@Component
public class Times {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ZoneId zone;

  Times(ConsoleSettings settings) {
    this.zone = settings.zone();
  }

  public ZoneId zone() {
    return zone;
  }

  /** Month, day, hour and minute: enough in lists. */
  public String text(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }

  /** Date and time to the second: for evidence. */
  public String exact(Instant at) {
    return SECOND.format(at.atZone(zone));
  }

  /** A duration in its two largest units, such as {@code 1 d 4 h}. */
  public String text(Duration length) {
    long minutes = length.abs().toMinutes();
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes < 24 * 60
        ? "%d h %d min".formatted(minutes / 60, minutes % 60)
        : "%d d %d h".formatted(minutes / 1440, minutes % 1440 / 60);
  }
}
