package dev.ordo.tracking;

import dev.ordo.access.OpenPaths;
import dev.ordo.journey.Pool;
import dev.ordo.journey.TablePool;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pools of the stages {@code track} and {@code alert}, and the door for carriers' pushes. */
@Configuration
class TrackingConfiguration {
  @Bean
  Pool trackPool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc,
        business,
        machine,
        "track",
        "parcel_trace",
        "open = TRUE AND poll_at <= :now",
        "poll_at, id");
  }

  @Bean
  Pool alertPool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc, business, machine, "alert", "trace_watch", "check_at <= :now", "check_at, id");
  }

  @Bean
  OpenPaths carrierPushes() {
    return new OpenPaths("/api/carrier-push/*");
  }
}
