package dev.ordo.rules;

import dev.ordo.journey.Fingerprint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the nodes of one database must have in common. */
@Configuration
class RulesConfiguration {
  @Bean
  Fingerprint decidingReleases(Releases releases) {
    return new Fingerprint("rules", releases::hashes);
  }
}
