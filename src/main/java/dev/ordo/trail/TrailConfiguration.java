package dev.ordo.trail;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of the trail. */
@Configuration
class TrailConfiguration {
  /** Enough to notice, few enough for a live server; {@code verify-decisions} walks all. */
  private static final int NEWEST_BLOCKS = 5;

  @Bean
  Invariant decisionsAreWhatWasSealed(Trail trail) {
    return new Invariant(
        "decisions: the newest of the chain are what was sealed, in that order",
        snapshot -> trail.verifyNewest(NEWEST_BLOCKS).findings().size());
  }
}
