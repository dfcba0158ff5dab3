package dev.ordo.rules.web;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import dev.ordo.console.PageSection;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.rules.Rules;
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

  @Bean
  MenuItem decisionsMenu() {
    return new MenuItem("/decisions", "rules.decisions", 710);
  }

  @Bean
  PageSection orderDecisions(Rules rules, Words words, Times times) {
    return new DecisionSection("order", rules, words, times);
  }

  @Bean
  PageSection consignmentDecisions(Rules rules, Words words, Times times) {
    return new DecisionSection("consignment", rules, words, times);
  }

  @Bean
  PageSection parcelDecisions(Rules rules, Words words, Times times) {
    return new DecisionSection("parcel", rules, words, times);
  }
}
