package dev.ordo.fulfilment;

import dev.ordo.access.Role;
import dev.ordo.journey.Standstill;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long consignments may stand at one step in the house. */
@Configuration
class ConsignmentStandstills {
  @Bean
  Standstill consignmentsInTheHouse() {
    return new Standstill(
        "consignment",
        "CONSIGNMENT",
        Role.WAREHOUSE,
        Duration.ofHours(24),
        """
        SELECT c.id, '' AS name, '' AS shop, c.warehouse, '' AS owner, '' AS why
          FROM consignment c
         WHERE c.status IN ('PLANNED', 'ALLOCATED', 'WAVED', 'PICKING', 'PICKED', 'SORTED',
               'CHECKED', 'PACKED', 'INTERCEPTED')
           AND c.created_at < :since
           AND NOT EXISTS (SELECT 1 FROM milestone m WHERE m.subject_id = c.id
               AND m.subject_kind = 'CONSIGNMENT' AND m.to_status <> '' AND m.at >= :since)\
        """);
  }
}
