package dev.ordo.rules.web;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rules add to the console. */
@Configuration
class RulesPages {
  @Bean
  MenuItem rulesMenu() {
    return new MenuItem(
        "/rules",
        "rules.points",
        700,
        Role.OPS_MANAGER,
        Role.RULE_AUTHOR,
        Role.RULE_EXPERT,
        Role.RULE_APPROVER,
        Role.AUDITOR);
  }
}
