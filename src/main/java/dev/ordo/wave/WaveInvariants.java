package dev.ordo.wave;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of waves. */
@Configuration
class WaveInvariants {
  @Bean
  Invariant everyWaveStatusStandsInAMilestone() {
    return Invariant.of(
        "waves: every status stands in a milestone",
        """
        SELECT count(*) FROM wave w
         WHERE NOT EXISTS (SELECT 1 FROM milestone m WHERE m.subject_id = w.id
               AND m.subject_kind = 'WAVE' AND m.to_status = w.status)\
        """);
  }

  @Bean
  Invariant everyWaveHasItsConsignments() {
    return Invariant.of(
        "waves: whoever is in a wave can be found there",
        """
        SELECT count(*) FROM consignment c
         WHERE c.status IN ('WAVED', 'PICKING')
           AND NOT EXISTS (SELECT 1 FROM wave w WHERE w.id = c.wave_id AND w.warehouse = c.warehouse)\
        """);
  }
}
