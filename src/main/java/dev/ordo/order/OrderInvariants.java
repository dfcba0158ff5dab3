package dev.ordo.order;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of orders. */
@Configuration
class OrderInvariants {
  @Bean
  Invariant neverShippedMoreThanOrdered() {
    return Invariant.of(
        "orders: shipped <= ordered - cancelled, per line",
        "SELECT count(*) FROM order_line WHERE shipped_qty > qty - cancelled_qty");
  }

  @Bean
  Invariant openHoldsAreCounted() {
    return Invariant.of(
        "orders: open_holds = number of holds not cleared",
        """
        SELECT count(*) FROM (
          SELECT id, sum(n) AS n FROM (
            SELECT id, open_holds AS n FROM sales_order WHERE open_holds <> 0
            UNION ALL
            SELECT order_id, -1 FROM order_hold WHERE cleared_at IS NULL) counts
          GROUP BY id) sums
         WHERE n <> 0\
        """);
  }

  @Bean
  Invariant everyKeyHasItsOrder() {
    return Invariant.of(
        "intake: every acknowledged order exists exactly once",
        """
        SELECT count(*) FROM intake_key k
         WHERE NOT EXISTS (SELECT 1 FROM sales_order o WHERE o.id = k.order_id)\
        """);
  }

  @Bean
  Invariant everyStatusHasItsMilestone() {
    return Invariant.of(
        "orders: every status stands in a milestone",
        """
        SELECT count(*) FROM sales_order o
         WHERE NOT EXISTS (SELECT 1 FROM milestone m WHERE m.subject_id = o.id
               AND m.subject_kind = 'ORDER' AND m.to_status = o.status)\
        """);
  }

  @Bean
  Invariant everyReleaseHasItsDecision() {
    return Invariant.of(
        "orders: what review released has a decision record",
        """
        SELECT count(*) FROM sales_order o
         WHERE o.released_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM decision_subject s WHERE s.subject_id = o.id
               AND s.kind = 'ORDER')\
        """);
  }
}
