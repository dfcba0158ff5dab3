package dev.ordo.crm;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries of the customers menu. */
@Configuration
class CrmConfiguration {
  @Bean
  MenuItem customersMenu() {
    return new MenuItem("/customers", "crm.customers", 410);
  }

  @Bean
  MenuItem blockListMenu() {
    return new MenuItem("/block-list", "crm.block-list", 420, Role.OPS_MANAGER, Role.AUDITOR);
  }
}
