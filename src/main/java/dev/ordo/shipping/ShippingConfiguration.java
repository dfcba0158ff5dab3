package dev.ordo.shipping;

import dev.ordo.console.MenuItem;
import dev.ordo.journey.Pool;
import dev.ordo.journey.TablePool;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pools of the stages {@code waybill} and {@code hand-over}, and the menu. */
@Configuration
class ShippingConfiguration {
  @Bean
  Pool waybillPool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc,
        business,
        machine,
        "waybill",
        "parcel",
        "waybill_status IN ('NONE', 'REQUESTED')",
        "id");
  }

  @Bean
  Pool handOverPool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc,
        business,
        machine,
        "hand-over",
        "parcel",
        "waybill_status IN ('ISSUED', 'PRINTED') AND handed_over_at IS NULL AND departs_at <= :now",
        "departs_at, id");
  }

  @Bean
  MenuItem consignmentsMenu() {
    return new MenuItem("/consignments", "shipping.menu.consignments", 300);
  }

  @Bean
  MenuItem manifestsMenu() {
    return new MenuItem("/manifests", "shipping.menu.manifests", 310);
  }
}
