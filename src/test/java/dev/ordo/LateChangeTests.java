package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.change.Changes;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.inventory.Figures;
import dev.ordo.inventory.Stock;
import dev.ordo.journey.SelfCheck;
import dev.ordo.journey.Stages;
import dev.ordo.order.Arrival;
import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What buyers want different after they ordered, at every stage, on both databases. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "ordo.journey.autostart=false")
@Import({JourneyTests.Time.class, JourneyCompany.class})
abstract class LateChangeTests {
  @Autowired JourneyCompany company;
  @Autowired Orders orders;
  @Autowired Changes changes;
  @Autowired Consignments consignments;
  @Autowired Stock stock;
  @Autowired Stages stages;
  @Autowired SelfCheck selfCheck;
  @Autowired SettableClock clock;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void open() {
    company.open();
    company.stock("WH1", "MUG", 20);
  }

  @AfterEach
  void nothingIsOutOfBalance() {
    assertThat(selfCheck.run()).allSatisfy(c -> assertThat(c.violations()).as(c.says()).isZero());
  }

  @Test
  void moneyBackBeforeReviewLeavesTheUnitsAndLowersWhatTheConsignmentIsWorth() {
    long id = arrive(company.order("TB1", "money-1").line("MUG", 3, "30.00"));
    refund(id, "m1", "1", 0, "12.34");
    long consignment = allocated(id).id();
    assertThat(allocated(id).units()).isEqualTo(3);
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("77.66");
    assertThat(order(id).lines().getFirst().openQty()).isEqualTo(3);

    assertThat(refund(id, "m2", "1", 0, "7.66")).isEqualTo(new ChangeOutcome.Done());
    assertThat(refund(id, "m2", "1", 0, "7.66")).isEqualTo(new ChangeOutcome.AlreadyDone());
    assertThat(allocated(id).id()).isEqualTo(consignment);
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("70.00");
    assertThat(allocated(id).lines().getFirst().amount()).isEqualByComparingTo("70.00");
  }

  @Test
  void moneyBackOfACashOrderLowersWhatTheCarrierCollects() {
    long id = arrive(company.order("TB1", "money-cod").cod().line("MUG", 2, "30.00"));
    allocated(id);
    refund(id, "m1", "", 0, "10.01");
    assertThat(allocated(id).codAmount()).isEqualByComparingTo("49.99");
  }

  @Test
  void aUnitGoesWithTheMoneyOfItsRefund() {
    long id = arrive(company.order("TB1", "money-unit").line("MUG", 3, "30.00"));
    allocated(id);
    refund(id, "u1", "1", 1, "25.00");
    assertThat(allocated(id).units()).isEqualTo(2);
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("65.00");
  }

  @Test
  void moneyBackOfALineWithoutOpenUnitsIsTaken() {
    long id =
        arrive(company.order("TB1", "money-gone").line("MUG", 2, "30.00").line("LAMP", 1, "99.00"));
    company.stock("WH1", "LAMP", 1);
    allocated(id);
    refund(id, "g1", "1", 2, "50.00");
    assertThat(refund(id, "g2", "1", 1, "10.00")).isEqualTo(new ChangeOutcome.Done());
    assertThat(order(id).lines().getFirst().keptAmount()).isEqualByComparingTo("0");
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("99.00");
  }

  @Test
  void aRefundOfALineNobodyKnowsIsHandedToAPersonAndTheOrderGoesOn() {
    long id = arrive(company.order("TB1", "money-unknown").line("MUG", 1, "30.00"));
    assertThat(refund(id, "x1", "77", 1, "10.00")).isInstanceOf(ChangeOutcome.Handed.class);
    assertThat(tasks("late:" + id + ":x1")).isEqualTo(1);
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("30.00");
  }

  @Test
  void anUnpaidOrderStaysUnpaidWhateverIsGivenUp() {
    long id = arrive(company.order("TB1", "money-unpaid").unpaid().line("MUG", 3, "30.00"));
    refund(id, "n1", "1", 1, "30.00");
    assertThat(order(id).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    assertThat(order(id).lines().getFirst().openQty()).isEqualTo(2);
  }

  @Test
  void aFullRefundFreesTheUnits() {
    int before = available("MUG");
    long id = arrive(company.order("TB1", "money-full").line("MUG", 3, "30.00"));
    allocated(id);
    refund(id, "f1", "", 0, "90.00");
    assertThat(order(id).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(available("MUG")).isEqualTo(before);
  }

  ChangeOutcome refund(long id, String key, String line, int qty, String amount) {
    return changes.request(
        id, new Change.RefundUnits(key, line, qty, new BigDecimal(amount)), "system");
  }

  long arrive(JourneyCompany.OrderBuilder order) {
    Arrival arrival =
        Objects.requireNonNull(
            transaction.execute(t -> orders.insert(List.of(order.build())).getFirst()));
    return arrival.orderId();
  }

  Order order(long id) {
    return orders.find(id).orElseThrow();
  }

  /** Runs the journey up to the wave and shows the one consignment that waits for it. */
  Consignment allocated(long id) {
    stages.runDue();
    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    return consignments.ofOrder(id).stream()
        .filter(c -> c.status() == ConsignmentStatus.ALLOCATED)
        .findFirst()
        .orElseThrow();
  }

  int available(String sku) {
    return stock.totals(List.of(sku)).getOrDefault(sku, Figures.NONE).available();
  }

  int tasks(String openKey) {
    Integer count =
        jdbc.queryForObject("SELECT count(*) FROM task WHERE open_key = ?", Integer.class, openKey);
    return Objects.requireNonNullElse(count, 0);
  }
}
