package dev.ordo.inventory;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of stock. */
@Configuration
class StockInvariants {
  @Bean
  Invariant lockedIsTheSumOfOpenLocks() {
    return Invariant.of(
        "stock: locked = sum of open locks, per stock key",
        """
        SELECT count(*) FROM (
          SELECT warehouse, sku, owner, batch, quality, pool, sum(n) AS n FROM (
            SELECT warehouse, sku, owner, batch, quality, pool, locked AS n FROM stock
            UNION ALL
            SELECT warehouse, sku, owner, batch, quality, pool, -qty FROM stock_lock
             WHERE status = 'OPEN') moves
          GROUP BY warehouse, sku, owner, batch, quality, pool) sums
         WHERE n <> 0\
        """);
  }

  @Bean
  Invariant onHandIsTheSumOfTheLedger() {
    return Invariant.of(
        "stock: on hand = sum of the ledger, per stock key",
        """
        SELECT count(*) FROM (
          SELECT warehouse, sku, owner, batch, quality, pool, sum(n) AS n FROM (
            SELECT warehouse, sku, owner, batch, quality, pool, on_hand AS n FROM stock
            UNION ALL
            SELECT warehouse, sku, owner, batch, quality, pool, -qty FROM stock_ledger) moves
          GROUP BY warehouse, sku, owner, batch, quality, pool) sums
         WHERE n <> 0\
        """);
  }

  @Bean
  Invariant neverOversold() {
    return Invariant.of(
        "stock: available = on hand - locked, never negative",
        "SELECT count(*) FROM stock WHERE locked < 0 OR on_hand < locked");
  }
}
