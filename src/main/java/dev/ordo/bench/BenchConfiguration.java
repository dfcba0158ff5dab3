package dev.ordo.bench;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import dev.ordo.wave.Waves;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bench's place in the menu, and what it asks waves. */
@Configuration
class BenchConfiguration {
  @Bean
  HandedIn handedIn(Waves waves) {
    return waves::handedIn;
  }

  @Bean
  MenuItem seedWallMenu() {
    return new MenuItem("/seed-wall", "bench.wall", 230, Role.WAREHOUSE, Role.OPS_MANAGER);
  }

  @Bean
  MenuItem benchMenu() {
    return new MenuItem("/bench", "bench.title", 240, Role.WAREHOUSE, Role.OPS_MANAGER);
  }
}
