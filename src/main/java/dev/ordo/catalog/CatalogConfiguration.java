package dev.ordo.catalog;

import dev.ordo.console.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue's entries in the menu. */
@Configuration
class CatalogConfiguration {
  @Bean
  MenuItem productsMenu() {
    return new MenuItem("/products", "catalog.products", 270);
  }

  @Bean
  MenuItem packagingMenu() {
    return new MenuItem("/packaging", "catalog.packaging", 280);
  }

  @Bean
  MenuItem shopsMenu() {
    return new MenuItem("/shops", "catalog.shops", 160);
  }
}
