package dev.ordo.bench;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bench's place in the menu and its link to the parcels. */
@Configuration
class BenchConfiguration {
  @Bean
  MenuItem benchMenu() {
    return new MenuItem("/bench", "bench.title", 240, Role.WAREHOUSE, Role.OPS_MANAGER);
  }

  @Bean
  ParcelBook parcelBook() {
    return (consignment, boxes) -> {};
  }
}
