package dev.ordo.finance;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of the books. */
@Configuration
class LedgerInvariants {
  @Bean
  Invariant debitIsCredit() {
    return Invariant.of(
        "ledger: debit = credit to the cent, per voucher and currency",
        """
        SELECT count(*) FROM (SELECT voucher_id FROM ledger_entry GROUP BY voucher_id, currency
        HAVING sum(debit) <> sum(credit)) wrong\
        """);
  }

  @Bean
  Invariant everyVoucherHasLines() {
    return Invariant.of(
        "ledger: no voucher is empty",
        """
        SELECT count(*) FROM ledger_voucher v
         WHERE NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.voucher_id = v.id)\
        """);
  }

  @Bean
  Invariant everyDeliveryIsSettled() {
    return Invariant.of(
        "ledger: every delivered order is due for settlement, or its event waits",
        """
        SELECT count(*) FROM sales_order o
         WHERE o.status IN ('DELIVERED', 'COMPLETED')
           AND NOT EXISTS (SELECT 1 FROM accrual_due d WHERE d.id = o.id)
           AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.watcher = 'finance-accrual'
               AND e.status <> 'DELIVERED'
               AND e.event_key = 'order.delivered:' || CAST(o.id AS VARCHAR))\
        """);
  }

  @Bean
  Invariant everySettlementIsBooked() {
    return Invariant.of(
        "ledger: every settled order that cost something stands in the books",
        """
        SELECT count(*) FROM accrual_due d
          JOIN sales_order o ON o.id = d.id
         WHERE d.settled_at IS NOT NULL AND o.total_amount > 0
           AND EXISTS (SELECT 1 FROM order_line l
                WHERE l.order_id = o.id AND l.amount > 0 AND l.qty > l.cancelled_qty)
           AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.order_id = o.id)\
        """);
  }
}
