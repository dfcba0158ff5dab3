package dev.ordo.rulebook.web;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rulebook adds to the console. */
@Configuration
class RulebookPages {
  @Bean
  MenuItem rulebookMenu() {
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
