package dev.ordo.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ShiftTests {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Shift EARLY = new Shift(LocalTime.of(6, 0), LocalTime.of(14, 30));
  private static final Shift NIGHT = new Shift(LocalTime.of(22, 0), LocalTime.of(6, 0));

  @Test
  void theHoursThatRunAreTheOnesOfNow() {
    assertThat(EARLY.at(Instant.parse("2026-11-23T01:00:00Z"), SHANGHAI))
        .isEqualTo(hours("2026-11-22T22:00:00Z", "2026-11-23T06:30:00Z"));
  }

  @Test
  void afterTheEndTheNextDayCounts() {
    assertThat(EARLY.at(Instant.parse("2026-11-23T06:30:00Z"), SHANGHAI))
        .isEqualTo(hours("2026-11-23T22:00:00Z", "2026-11-24T06:30:00Z"));
  }

  @Test
  void aNightShiftEndsOnTheNextDay() {
    assertThat(NIGHT.at(Instant.parse("2026-11-22T17:00:00Z"), SHANGHAI))
        .isEqualTo(hours("2026-11-22T14:00:00Z", "2026-11-22T22:00:00Z"));
  }

  private static Shift.Hours hours(String from, String until) {
    return new Shift.Hours(Instant.parse(from), Instant.parse(until));
  }
}
