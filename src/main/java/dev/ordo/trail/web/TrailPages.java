package dev.ordo.trail.web;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the trail adds to the console. */
@Configuration
class TrailPages {
  @Bean
  MenuItem decisionsMenu() {
    return new MenuItem("/decisions", "rules.decisions", 710);
  }

  @Bean
  MenuItem trailMenu() {
    return new MenuItem(
        "/trail", "trail.title", 720, Role.AUDITOR, Role.OPS_MANAGER, Role.RULE_APPROVER);
  }
}
