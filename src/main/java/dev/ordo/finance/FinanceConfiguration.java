package dev.ordo.finance;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries of the money menu. */
@Configuration
@EnableConfigurationProperties(FinanceSettings.class)
class FinanceConfiguration {
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
