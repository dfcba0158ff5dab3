package dev.ordo.journey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of stages and events. */
@Configuration
class JourneyInvariants {
  @Bean
  Invariant whatIsParkedIsAnIncident(Stages stages) {
    return new Invariant(
        "stages: what is parked is an incident that a person can resend",
        snapshot -> stages.pools().values().stream().mapToLong(Pool::parkedUnseen).sum());
  }

  @Bean
  Invariant nothingStandsStillUnseen(Standstills standstills) {
    return new Invariant(
        "stages: nothing stands still unseen; what did not move within its limit is a task",
        standstills::unseen);
  }

  @Bean
  Invariant whatIsGivenUpIsAnIncident() {
    return Invariant.of(
        "events: what was given up is an incident that a person can resend",
        """
        SELECT count(*) FROM outbox e
         WHERE e.status = 'FAILED'
           AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.dedupe_key =
               substring('outbox:' || e.watcher || ':' || e.topic || ' ' || e.event_key, 1, 250))\
        """);
  }

  @Bean
  Invariant eventsWaitForWatchers() {
    return Invariant.of(
        "events: each waits for a watcher that is there",
        """
        SELECT count(*) FROM outbox e
         WHERE e.status = 'WAITING'
           AND NOT EXISTS (SELECT 1 FROM outbox_watcher w WHERE w.watcher = e.watcher)\
        """);
  }
}
