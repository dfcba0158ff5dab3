package dev.ordo.fulfilment;

import dev.ordo.journey.Pool;
import dev.ordo.journey.TablePool;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pools of the two planning stages. */
@Configuration
class FulfilmentConfiguration {
  @Bean
  Pool planDuePool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc, business, machine, "plan-due", "merge_group", "due_at <= :now", "due_at, id");
  }

  @Bean
  Pool allocatePool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc,
        business,
        machine,
        "allocate",
        "consignment",
        "status = 'PLANNED'",
        "promised_at, id");
  }
}
