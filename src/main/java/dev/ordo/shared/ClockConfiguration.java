package dev.ordo.shared;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The two clocks of the house; nothing else in it reads the wall. */
@Configuration
@EnableScheduling
class ClockConfiguration {

  /**
   * @param factor business seconds per real second; above 1 in the demo only
   * @param begin local time at which an accelerated clock begins its first day
   * @param zone where that is
   */
  @ConfigurationProperties("ordo.clock")
  record ClockSettings(
      @DefaultValue("1") double factor,
      @DefaultValue("08:00") LocalTime begin,
      @DefaultValue("Asia/Shanghai") ZoneId zone) {
    ClockSettings {
      if (factor < 1 || factor > 10_000) {
        throw new IllegalArgumentException(
            "ordo.clock.factor (%s) must be 1 to 10000.".formatted(factor));
      }
    }

    /** The first morning of an accelerated clock that has no past. */
    Instant firstMorning(Instant now) {
      return now.atZone(zone).with(begin).toInstant();
    }
  }

  @Bean
  MachineClock machineClock() {
    return Instant::now;
  }

  @Bean
  BusinessClock businessClock(MachineClock machine, ClockSettings settings, JdbcClient jdbc) {
    return settings.factor() == 1
        ? new RealBusinessClock(machine)
        : new AcceleratedClock(machine, settings, jdbc);
  }

  private record RealBusinessClock(MachineClock machine) implements BusinessClock {
    @Override
    public Instant instant() {
      return machine.instant();
    }

    @Override
    public double factor() {
      return 1;
    }
  }

  /**
   * Runs faster than real time and goes on after a restart where it stood: the time the server was
   * off does not exist for the demo company. At most one heartbeat (one real second) is lost to a
   * kill, so each start adds that much before it goes on, and time never runs back.
   */
  static final class AcceleratedClock implements BusinessClock {
    private static final long HEARTBEAT_MILLIS = 1_000;

    private record Anchor(Instant business, Instant machine) {}

    private final MachineClock machine;
    private final ClockSettings settings;
    private final double factor;
    private final JdbcClient jdbc;
    private final AtomicReference<Anchor> anchor = new AtomicReference<>();

    AcceleratedClock(MachineClock machine, ClockSettings settings, JdbcClient jdbc) {
      this.machine = machine;
      this.settings = settings;
      this.factor = settings.factor();
      this.jdbc = jdbc;
    }

    @Override
    public Instant instant() {
      Anchor a = anchor.updateAndGet(known -> known == null ? load() : known);
      long passed = machine.millis() - a.machine.toEpochMilli();
      return a.business.plusMillis((long) (passed * factor));
    }

    @Override
    public double factor() {
      return factor;
    }

    private Anchor load() {
      Instant now = machine.now();
      Instant business =
          jdbc.sql("SELECT business_at FROM business_clock WHERE id = 1")
              .query((row, i) -> row.getTimestamp(1).toInstant())
              .optional()
              .map(at -> at.plusMillis((long) (2 * HEARTBEAT_MILLIS * factor)))
              .orElseGet(() -> settings.firstMorning(now));
      return new Anchor(business, now);
    }

    @Scheduled(fixedRate = HEARTBEAT_MILLIS)
    void persist() {
      java.sql.Timestamp now = java.sql.Timestamp.from(now());
      int rows =
          jdbc.sql("UPDATE business_clock SET business_at = ? WHERE id = 1 AND business_at < ?")
              .param(now)
              .param(now)
              .update();
      if (rows == 0) {
        jdbc.sql(
                "INSERT INTO business_clock (id, business_at) VALUES (1, ?) ON CONFLICT DO NOTHING")
            .param(now)
            .update();
      }
    }
  }
}
