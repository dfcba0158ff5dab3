package dev.ordo.finance;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import dev.ordo.journey.Pool;
import dev.ordo.journey.Standstill;
import dev.ordo.journey.TablePool;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The entries of the money menu. */
@Configuration
@EnableConfigurationProperties(FinanceSettings.class)
class FinanceConfiguration {
  @Bean
  Pool settlePool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc, business, machine, Accruals.POOL, "accrual_due", "settled_at IS NULL", "id");
  }

  @Bean
  Standstill unsettledOrders() {
    return new Standstill(
        "settlement",
        "ORDER",
        Role.ACCOUNTANT,
        Duration.ofHours(24),
        """
        SELECT d.id, o.platform_no AS name, o.shop, '' AS warehouse, '' AS owner, '' AS why
          FROM accrual_due d
          JOIN sales_order o ON o.id = d.id
         WHERE d.settled_at IS NULL AND d.delivered_at < :since\
        """);
  }

  @Bean
  MenuItem profitMenu() {
    return new MenuItem(
        "/finance/profit",
        "finance.profit-page",
        610,
        Role.ACCOUNTANT,
        Role.OPS_MANAGER,
        Role.AUDITOR);
  }

  @Bean
  MenuItem ledgerMenu() {
    return new MenuItem(
        "/finance/ledger", "finance.ledger", 620, Role.ACCOUNTANT, Role.OPS_MANAGER, Role.AUDITOR);
  }
}
