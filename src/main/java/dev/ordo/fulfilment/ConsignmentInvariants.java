package dev.ordo.fulfilment;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of consignments. */
@Configuration
class ConsignmentInvariants {
  @Bean
  Invariant neverAllocatedMoreThanOrdered() {
    return Invariant.of(
        "consignments: units allocated <= units ordered, per order line",
        """
        SELECT count(*) FROM (SELECT a.order_line_id FROM allocation a
          JOIN order_line l ON l.id = a.order_line_id
         WHERE a.live GROUP BY a.order_line_id, l.qty HAVING sum(a.qty) > l.qty) over_allocated\
        """);
  }

  @Bean
  Invariant everyStatusStandsInAMilestone() {
    return Invariant.of(
        "consignments: every status stands in a milestone",
        """
        SELECT count(*) FROM consignment c
         WHERE NOT EXISTS (SELECT 1 FROM milestone m WHERE m.subject_id = c.id
               AND m.subject_kind = 'CONSIGNMENT' AND m.to_status = c.status)\
        """);
  }
}
