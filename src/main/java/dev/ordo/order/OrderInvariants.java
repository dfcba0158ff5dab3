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
        "orders: what review released was decided by the audit and the risk rules",
        """
        SELECT count(*) FROM sales_order o
         WHERE o.released_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM milestone m
                            WHERE m.subject_id = o.id AND m.subject_kind = 'ORDER'
                              AND m.decision_id
                                  <= (SELECT coalesce(max(a.pruned_to), 0) FROM seal_anchor a))
           AND (SELECT count(DISTINCT d.point) FROM decision_subject s
                  JOIN decision d ON d.id = s.decision_id
                 WHERE s.subject_id = o.id AND s.kind = 'ORDER'
                   AND d.point IN ('audit', 'risk')) < 2\
        """);
  }

  @Bean
  Invariant everyOrderHasItsKey() {
    return Invariant.of(
        "intake: every order is the one its shop's number leads to",
        """
        SELECT count(*) FROM sales_order o
         WHERE NOT EXISTS (SELECT 1 FROM intake_key k WHERE k.shop = o.shop
               AND k.platform_no = o.platform_no AND k.order_id = o.id)\
        """);
  }

  @Bean
  Invariant everyDecisionNamedIsRecorded() {
    return Invariant.of(
        "decisions: what a milestone or a hold names is recorded, or was pruned in its time",
        """
        SELECT (SELECT count(*) FROM milestone m
                 WHERE m.decision_id > (SELECT coalesce(max(a.pruned_to), 0) FROM seal_anchor a)
                   AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = m.decision_id))
             + (SELECT count(*) FROM order_hold h
                 WHERE h.decision_id > (SELECT coalesce(max(a.pruned_to), 0) FROM seal_anchor a)
                   AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = h.decision_id))\
        """);
  }
}
