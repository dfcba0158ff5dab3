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

  @Bean
  Invariant placesHoldWhatIsOnHand() {
    return Invariant.of(
        "stock: units at the locations = units on hand, per warehouse and article",
        """
        SELECT count(*) FROM (
          SELECT warehouse, sku, sum(n) AS n FROM (
            SELECT warehouse, sku, on_hand AS n FROM stock
            UNION ALL
            SELECT warehouse, sku, -on_hand FROM stock_place) units
          GROUP BY warehouse, sku) sums
         WHERE n <> 0\
        """);
  }

  @Bean
  Invariant averageCostIsOfWhatIsOnHand() {
    return Invariant.of(
        "stock: units in the average cost = units on hand, per owner and article",
        """
        SELECT count(*) FROM (
          SELECT owner, sku, sum(n) AS n FROM (
            SELECT owner, sku, on_hand AS n FROM stock
            UNION ALL
            SELECT owner, sku, -qty FROM stock_cost) units
          GROUP BY owner, sku) sums
         WHERE n <> 0\
        """);
  }
}
