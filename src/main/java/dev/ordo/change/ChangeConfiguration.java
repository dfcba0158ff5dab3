package dev.ordo.change;

import dev.ordo.audit.Review;
import dev.ordo.fulfilment.Releasing;
import dev.ordo.order.Orders;
import dev.ordo.rules.Redeciding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which decisions about orders can be made again. */
@Configuration
class ChangeConfiguration {
  @Bean
  Redeciding auditRecall(Review review, Orders orders, Changes changes) {
    return new ReviewRecall("audit", ids -> review.again("audit", ids), orders, changes);
  }

  @Bean
  Redeciding riskRecall(Review review, Orders orders, Changes changes) {
    return new ReviewRecall("risk", ids -> review.again("risk", ids), orders, changes);
  }

  @Bean
  Redeciding sourcingRecall(Releasing releasing, Orders orders, Changes changes) {
    return new ReviewRecall("sourcing", releasing::again, orders, changes);
  }
}
