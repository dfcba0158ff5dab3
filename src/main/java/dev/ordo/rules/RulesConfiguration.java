package dev.ordo.rules;

import dev.ordo.journey.Fingerprint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the nodes of one database must have in common. */
@Configuration
class RulesConfiguration {
  @Bean
  Watchdog watchdog(Quarantine quarantine, WatchdogSettings settings) {
    return new Watchdog(settings, quarantine::put);
  }

  @Bean
  MeterBinder ruleMeters(Watchdog watchdog) {
    return meters -> {
      Gauge.builder("ordo.rules.abandoned", watchdog, Watchdog::abandoned)
          .description("Threads left behind with a rule that did not end")
          .register(meters);
      FunctionCounter.builder("ordo.rules.releases.closed", Release.class, r -> Release.closed())
          .description("Releases given back after they left the cache")
          .register(meters);
    };
  }

  @Bean
  Fingerprint decidingReleases(Releases releases) {
    return new Fingerprint("rules", releases::hashes);
  }
}
