package dev.ordo.trail.web;

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
}
