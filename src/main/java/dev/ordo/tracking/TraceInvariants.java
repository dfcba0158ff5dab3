package dev.ordo.tracking;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of parcels on their way. */
@Configuration
class TraceInvariants {
  @Bean
  Invariant everyParcelIsFollowed() {
    return Invariant.of(
        "tracking: every parcel that left is followed, or its event waits",
        """
        SELECT count(*) FROM parcel p
         WHERE p.handed_over_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM parcel_trace t WHERE t.id = p.id)
           AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.watcher = 'tracking.begin'
               AND e.status <> 'DELIVERED'
               AND e.event_key = 'handed-over:' || CAST(p.consignment_id AS VARCHAR))\
        """);
  }

  @Bean
  Invariant whatArrivedIsDelivered() {
    return Invariant.of(
        "tracking: a consignment whose parcels all arrived is delivered",
        """
        SELECT count(*) FROM consignment c
         WHERE c.status = 'HANDED_OVER'
           AND EXISTS (SELECT 1 FROM parcel_trace t WHERE t.consignment_id = c.id)
           AND NOT EXISTS (SELECT 1 FROM parcel_trace t WHERE t.consignment_id = c.id
               AND t.state <> 'DELIVERED')\
        """);
  }

  @Bean
  Invariant everyParcelOnItsWayIsWatched() {
    return Invariant.of(
        "tracking: every parcel on its way is looked at by the alert rules",
        """
        SELECT count(*) FROM parcel_trace t
         WHERE t.open AND NOT EXISTS (SELECT 1 FROM trace_watch w WHERE w.id = t.id)\
        """);
  }

  @Bean
  Invariant everyStateStandsInAMilestone() {
    return Invariant.of(
        "tracking: every state of a parcel stands in a milestone",
        """
        SELECT count(*) FROM parcel_trace t
         WHERE t.state <> 'NO_TRACE'
           AND NOT EXISTS (SELECT 1 FROM milestone m WHERE m.subject_id = t.id
               AND m.subject_kind = 'PARCEL' AND m.to_status = t.state)\
        """);
  }
}
