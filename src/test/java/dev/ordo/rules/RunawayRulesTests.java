package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.StillServer;
import dev.ordo.WholeJourney;
import dev.ordo.journey.Stages;
import dev.ordo.order.Hold;
import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A release that hangs in a running server takes itself out, and orders go on. */
class RunawayRulesTests extends StillServer {
  @Autowired Rules rules;
  @Autowired RuleHealth health;
  @Autowired WholeJourney journey;
  @Autowired Stages stages;
  @Autowired Orders orders;
  @Autowired JdbcTemplate jdbc;

  @AfterEach
  void end() {
    EndlessRules.end();
  }

  @Test
  @Timeout(120)
  void isWithdrawnAndItsOrderHeldWhileTheOthersGoOn() {
    journey.open(5);
    String good = rules.point("audit").release();
    Release endless = EndlessRules.release();
    rules.store(endless, "test");
    rules.activate("audit", endless.hash(), "test", "a rule that hangs");
    for (String no : new String[] {"runaway-1", "runaway-2", "runaway-3"}) {
      arrive(no, no.equals("runaway-2") ? EndlessRules.FREIGHT : "6.00");
    }

    Instant start = Instant.now();
    stages.runBatch("order-review");
    Duration took = Duration.between(start, Instant.now());

    assertThat(took).isLessThan(Duration.ofSeconds(5));
    assertThat(rules.point("audit").release()).isEqualTo(good);
    assertThat(order("runaway-1").status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(order("runaway-3").status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(order("runaway-2").openHolds())
        .extracting(Hold::reason)
        .containsExactly("RULES_UNDECIDED");
    assertThat(jdbc.queryForList("SELECT args FROM task WHERE kind = 'RULES_WITHDRAWN'"))
        .hasSize(1)
        .asString()
        .contains(endless.hash().substring(0, 12));
    assertThat(health.health().getDetails().toString())
        .contains("threadsLeftBehind=1")
        .contains("did not end within");
    assertThatThrownBy(() -> rules.activate("audit", endless.hash(), "test", "again"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("withdrawn");

    orders.clearHolds(order("runaway-2").id(), java.util.Set.of("RULES_UNDECIDED"), "ops", "seen");
    arrive("runaway-4", "6.00");
    stages.runBatch("order-review");
    assertThat(order("runaway-2").status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(order("runaway-4").status()).isEqualTo(OrderStatus.RELEASED);
  }

  private Order order(String no) {
    return orders.find("MINI9", no).orElseThrow();
  }

  private void arrive(String no, String freight) {
    Map<String, String> total = Map.of("6.00", "111.50", EndlessRules.FREIGHT, "113.27");
    String order =
        journey
            .json(no)
            .replace("\"6.00\"", "\"" + freight + "\"")
            .replace("\"111.50\"", "\"" + total.get(freight) + "\"");
    assertThat(post("/api/orders/batch", "[" + order + "]").body()).contains("\"stored\":1");
  }
}
