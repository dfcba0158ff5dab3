package dev.ordo.order;

import dev.ordo.console.MenuItem;
import dev.ordo.journey.Pool;
import dev.ordo.journey.TablePool;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pool of review and the menu entry of orders. */
@Configuration
class OrderConfiguration {
  @Bean
  MenuItem ordersMenu() {
    return new MenuItem("/orders", "order.orders", 100);
  }

  @Bean
  Pool orderReviewPool(
      JdbcTemplate jdbc, BusinessClock business, MachineClock machine, Holds holds) {
    return new ReviewPool(jdbc, business, machine, holds);
  }

  /** An order that review fails on again and again goes to a person, like any other hold. */
  private static final class ReviewPool extends TablePool {
    private final Holds holds;

    ReviewPool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine, Holds holds) {
      super(
          jdbc,
          business,
          machine,
          "order-review",
          "sales_order",
          "status = 'RECEIVED' AND open_holds = 0",
          "id");
      this.holds = holds;
    }

    @Override
    public void park(long id, String why) {
      holds.open(
          java.util.List.of(new Orders.NewHold(id, "REVIEW_FAILED", "OPS_MANAGER", why, "", null)));
    }
  }
}
