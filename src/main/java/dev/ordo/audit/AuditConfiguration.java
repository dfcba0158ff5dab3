package dev.ordo.audit;

import dev.ordo.rules.DecisionPoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the decisions of review are read. */
@Configuration
class AuditConfiguration {
  @Bean
  DecisionPoint auditPoint() {
    return new ReviewPoint("audit");
  }

  @Bean
  DecisionPoint riskPoint() {
    return new ReviewPoint("risk");
  }
}
