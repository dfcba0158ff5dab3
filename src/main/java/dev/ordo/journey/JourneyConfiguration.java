package dev.ordo.journey;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Camel looks up by name, and what guards it. */
@Configuration
class JourneyConfiguration {

  @Bean
  StageComponent stage(Stages stages) {
    return new StageComponent(stages);
  }

  @Bean
  HeaderGuard headerGuard(JourneySettings settings) {
    return new HeaderGuard(settings.hosts());
  }

  @Bean
  CamelContextConfiguration guardedCamel(HeaderGuard guard) {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        guard.guard(camel);
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }

  @Bean
  Fingerprint runningRoutes(RouteFiles files) {
    return new Fingerprint("routes", files::hashes);
  }

  @Bean
  MenuItem incidentsMenu() {
    return new MenuItem("/incidents", "journey.incidents", 820, Role.CLERK, Role.AUDITOR);
  }

  @Bean
  MenuItem routesMenu() {
    return new MenuItem("/routes", "journey.routes", 830, Role.OPS_MANAGER, Role.AUDITOR);
  }
}
