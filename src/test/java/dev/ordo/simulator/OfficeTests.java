package dev.ordo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.SettableClock;
import dev.ordo.StillServer;
import dev.ordo.WholeJourney;
import dev.ordo.journey.Stages;
import dev.ordo.order.Hold;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class OfficeTests extends StillServer {
  @Autowired private WholeJourney journey;
  @Autowired private Stages stages;
  @Autowired private Orders orders;
  @Autowired private SettableClock clock;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void eachRoleSettlesWhatIsHeldForItUnderItsOwnName() {
    journey.open(3);
    String invoice =
        journey.json("office-1").replace("\"lines\"", "\"buyerRemark\": \"要开发票\", \"lines\"");
    String elsewhere =
        journey.json("office-2").replaceAll("\"detail\": \"[^\"]*\"", "\"detail\": \"同上\"");
    assertThat(post("/api/orders/batch", "[" + invoice + "," + elsewhere + "]").body())
        .contains("\"stored\":2");
    stages.runBatch("order-review");
    assertThat(held("office-1")).containsExactly("INVOICE_WANTED");
    assertThat(held("office-2")).anyMatch(r -> r.startsWith("ADDRESS_"));

    String server = "http://localhost:" + port;
    Office office =
        new Office(
            new Wire(server, KEY), Office.demoPeople(server), new Population(), clock::now, 7);
    office.work();
    assertThat(held("office-1")).isNotEmpty();

    clock.tick(Duration.ofHours(31));
    office.work();
    assertThat(held("office-1")).isEmpty();
    assertThat(held("office-2")).isEmpty();
    assertThat(logins("office-1")).containsExactly("accountant");
    assertThat(logins("office-2")).containsExactly("clerk");
    stages.runBatch("order-review");
    assertThat(order("office-2").openHolds()).isEmpty();
  }

  private Order order(String no) {
    return orders.find("MINI9", no).orElseThrow();
  }

  private List<String> held(String no) {
    return order(no).openHolds().stream().map(Hold::reason).toList();
  }

  private List<String> logins(String no) {
    return jdbc.queryForList(
        "SELECT DISTINCT login FROM act WHERE subject_id = ?", String.class, order(no).id());
  }
}
