package dev.ordo.console;

import dev.ordo.access.Role;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of the shell itself and of the modules below it. */
@Configuration
class ConsoleConfiguration {
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareFaults() {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new BareFaults()));
  }

  @Bean
  MenuItem homeMenu() {
    return new MenuItem("/", "console.home", 0);
  }

  @Bean
  MenuItem actsMenu() {
    return new MenuItem("/acts", "access.acts", 910, Role.AUDITOR);
  }

  @Bean
  MenuItem peopleMenu() {
    return new MenuItem("/people", "access.people", 920, Role.ADMIN);
  }

  @Bean
  MenuItem apiMenu() {
    return new MenuItem("/api/docs", "console.api", 930, Role.ADMIN);
  }
}
