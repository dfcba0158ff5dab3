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

  @Bean
  Invariant amountsAreExact() {
    return Invariant.of(
        "consignments: goods amount = sum of its lines, to the cent",
        """
        SELECT count(*) FROM (SELECT c.id FROM consignment c
          JOIN allocation a ON a.consignment_id = c.id AND a.live
         WHERE c.status <> 'WITHDRAWN'
         GROUP BY c.id, c.goods_amount HAVING sum(a.amount) <> c.goods_amount) inexact\
        """);
  }

  @Bean
  Invariant neverChargedMoreThanOrdered() {
    return Invariant.of(
        "consignments: amounts allocated <= amount ordered, per order line",
        """
        SELECT count(*) FROM (SELECT l.id FROM order_line l
          JOIN allocation a ON a.order_line_id = l.id AND a.live
         GROUP BY l.id, l.amount HAVING sum(a.amount) > l.amount) dearer\
        """);
  }

  @Bean
  Invariant everyLockHasItsNeed() {
    return Invariant.of(
        "locks: every open lock is for something that has to leave or to be put back",
        """
        SELECT count(*) FROM stock_lock k
         WHERE k.status = 'OPEN'
           AND NOT EXISTS (SELECT 1 FROM allocation a JOIN consignment c ON c.id = a.consignment_id
                WHERE k.demand_kind = 'CONSIGNMENT_LINE' AND a.id = k.demand_id
                  AND (a.live OR c.status = 'INTERCEPTED')
                  AND c.status NOT IN ('HANDED_OVER', 'DELIVERED', 'PUT_BACK', 'WITHDRAWN'))
           AND NOT EXISTS (SELECT 1 FROM order_line l JOIN sales_order o ON o.id = l.order_id
                WHERE k.demand_kind = 'ORDER_LINE' AND l.id = k.demand_id
                  AND o.status IN ('RECEIVED', 'RELEASED', 'PLANNED', 'PARTIALLY_SHIPPED'))\
        """);
  }

  @Bean
  Invariant everyConsignmentLineIsLocked() {
    return Invariant.of(
        "locks: each consignment line is locked, or was, for all its units",
        """
        SELECT count(*) FROM (SELECT a.id FROM allocation a
          JOIN consignment c ON c.id = a.consignment_id
          LEFT JOIN stock_lock k ON k.demand_id = a.id AND k.demand_kind = 'CONSIGNMENT_LINE'
           AND k.status IN ('OPEN', 'CONSUMED')
         WHERE a.live AND c.status NOT IN ('INTERCEPTED', 'PUT_BACK', 'WITHDRAWN')
         GROUP BY a.id, a.qty HAVING coalesce(sum(k.qty), 0) <> a.qty) unlocked\
        """);
  }

  @Bean
  Invariant everyLockedOrderLineIsLocked() {
    return Invariant.of(
        "locks: each order line that waits to be planned is locked for all its units",
        """
        SELECT count(*) FROM (SELECT l.id FROM order_line l
          JOIN sales_order o ON o.id = l.order_id
          LEFT JOIN stock_lock k ON k.demand_id = l.id AND k.demand_kind = 'ORDER_LINE'
           AND k.status = 'OPEN'
         WHERE l.supply = 'LOCKED' AND o.status IN ('RELEASED', 'PLANNED')
         GROUP BY l.id, l.qty, l.cancelled_qty, l.shipped_qty
        HAVING coalesce(sum(k.qty), 0) <> l.qty - l.cancelled_qty - l.shipped_qty) unlocked\
        """);
  }

  @Bean
  Invariant reservedIsWhatWillBePicked() {
    return Invariant.of(
        "places: reserved = what consignments with open locks will take, per place",
        """
        SELECT count(*) FROM (
          SELECT warehouse, location, sku, batch, sum(n) AS n FROM (
            SELECT warehouse, location, sku, batch, reserved AS n FROM stock_place
            UNION ALL
            SELECT p.warehouse, p.location, p.sku, p.batch, -p.qty FROM consignment_place p
             WHERE EXISTS (SELECT 1 FROM stock_lock k WHERE k.demand_id = p.allocation_id
                   AND k.demand_kind = 'CONSIGNMENT_LINE' AND k.status = 'OPEN')) places
          GROUP BY warehouse, location, sku, batch) sums
         WHERE n <> 0\
        """);
  }
}
