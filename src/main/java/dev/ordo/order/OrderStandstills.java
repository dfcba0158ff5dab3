package dev.ordo.order;

import dev.ordo.access.Role;
import dev.ordo.journey.Standstill;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long orders may wait for review, for a person, for goods or for planning. */
@Configuration
class OrderStandstills {
  @Bean
  Standstill waitingOrders() {
    return new Standstill(
        "order",
        "ORDER",
        Role.OPS_MANAGER,
        Duration.ofHours(24),
        """
        SELECT o.id, o.platform_no AS name, o.shop, '' AS warehouse,
               (SELECT min(h.owner_role) FROM order_hold h
                 WHERE h.order_id = o.id AND h.cleared_at IS NULL) AS owner,
               (SELECT string_agg(h.reason, ', ') FROM order_hold h
                 WHERE h.order_id = o.id AND h.cleared_at IS NULL) AS why
          FROM sales_order o
         WHERE o.status IN ('RECEIVED', 'RELEASED') AND o.received_at < :since
           AND NOT EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.presale)
           AND NOT EXISTS (SELECT 1 FROM milestone m WHERE m.subject_id = o.id
               AND m.subject_kind = 'ORDER' AND m.to_status <> '' AND m.at >= :since)\
        """);
  }
}
