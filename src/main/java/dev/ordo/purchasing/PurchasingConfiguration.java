package dev.ordo.purchasing;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of the purchasing menu. */
@Configuration
@EnableConfigurationProperties(PurchasingSettings.class)
class PurchasingConfiguration {
  @Bean
  MenuItem replenishmentMenu() {
    return new MenuItem(
        "/replenishment",
        "purchasing.replenishment",
        510,
        Role.PURCHASER,
        Role.OPS_MANAGER,
        Role.AUDITOR);
  }
}
