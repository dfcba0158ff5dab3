package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.change.Changes;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.inventory.Figures;
import dev.ordo.inventory.Stock;
import dev.ordo.journey.Stages;
import dev.ordo.order.Arrival;
import dev.ordo.order.Hold;
import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;

/** One company, its orders and their whole journey, stage by stage, on both databases. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "ordo.journey.autostart=false")
@Import({JourneyTests.Time.class, JourneyCompany.class})
abstract class JourneyTests {

  @TestConfiguration
  static class Time {
    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock(Instant.parse("2026-11-11T02:00:00Z"));
    }
  }

  @Autowired private JourneyCompany company;
  @Autowired private Orders orders;
  @Autowired private Changes changes;
  @Autowired private Consignments consignments;
  @Autowired private Stock stock;
  @Autowired private Rules rules;
  @Autowired private Stages stages;
  @Autowired private SettableClock clock;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DataSource dataSource;

  @BeforeEach
  void open() {
    company.open();
  }

  @Test
  void anHonestOrderIsReleasedPlannedAndAllocatedWithoutAHumanAct() {
    company.stock("WH1", "MUG", 10);
    long id = arrive(company.order("TB1", "honest-1").line("MUG", 2, "30.00"));

    stages.runDue();
    Order released = orders.find(id).orElseThrow();
    assertThat(released.openHolds()).isEmpty();
    assertThat(released.status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(available("MUG")).isEqualTo(8);

    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    assertThat(orders.find(id).orElseThrow().status()).isEqualTo(OrderStatus.PLANNED);
    Consignment consignment = consignments.ofOrder(id).getFirst();
    assertThat(consignment.status()).isEqualTo(ConsignmentStatus.ALLOCATED);
    assertThat(consignment.carrier()).isNotEmpty();
    assertThat(consignment.lines().getFirst().places()).isNotEmpty();
    assertThat(consignment.goodsAmount()).isEqualByComparingTo("60.00");
  }

  @Test
  void everyMoveThatRulesDecidedReplaysToTheSameVerdicts() {
    company.stock("WH1", "MUG", 10);
    long id = arrive(company.order("TB1", "replay-1").line("MUG", 1, "30.00"));
    stages.runDue();
    List<StoredDecision> decisions = rules.of("ORDER", id);
    assertThat(decisions).extracting(StoredDecision::point).contains("audit", "risk", "sourcing");
    assertThat(decisions).allMatch(rules::replays);
  }

  @Test
  void aBadAddressIsHeldForAClerkAndGoesOnOnceCleared() {
    company.stock("WH1", "MUG", 10);
    long id =
        arrive(
            company
                .order("TB1", "bad-address-1")
                .address("浙江省", "杭州市", "西湖区", "某某路123456789号")
                .line("MUG", 1, "30.00"));
    stages.runDue();
    Order held = orders.find(id).orElseThrow();
    assertThat(held.status()).isEqualTo(OrderStatus.RECEIVED);
    assertThat(held.openHolds()).extracting(Hold::ownerRole).contains("CLERK");

    transaction.executeWithoutResult(
        t ->
            orders.clearHolds(
                id, held.openHolds().stream().map(Hold::reason).toList(), "lin", "called"));
    stages.runDue();
    Order released = orders.find(id).orElseThrow();
    assertThat(released.status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(released.touched()).isTrue();
  }

  @Test
  void aShortOrderReleasesItselfWhenGoodsArrive() {
    long id = arrive(company.order("TB1", "short-1").line("LAMP", 3, "99.00"));
    stages.runDue();
    assertThat(orders.find(id).orElseThrow().openHolds())
        .extracting(Hold::reason)
        .containsExactly(Hold.SHORTAGE);
    company.stock("WH2", "LAMP", 5);
    stages.runDue();
    assertThat(orders.find(id).orElseThrow().status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(orders.find(id).orElseThrow().touched()).isFalse();
    assertThat(available("LAMP")).isEqualTo(2);
  }

  @Test
  void twoOrdersOfOneBuyerToOneReceiverShipTogether() {
    company.stock("WH1", "MUG", 50);
    long first = arrive(company.order("TB1", "merge-1").buyer("b-merge").line("MUG", 1, "30.00"));
    stages.runDue();
    clock.tick(Duration.ofMinutes(5));
    long second = arrive(company.order("TB1", "merge-2").buyer("b-merge").line("MUG", 2, "30.00"));
    stages.runDue();
    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    assertThat(consignments.ofOrder(first)).hasSize(1);
    assertThat(consignments.ofOrder(first).getFirst().orderIds())
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void cashOnDeliveryNeverMerges() {
    company.stock("WH1", "MUG", 50);
    long first = arrive(company.order("TB1", "cod-1").buyer("b-cod").cod().line("MUG", 1, "30.00"));
    long second = arrive(company.order("TB1", "cod-2").buyer("b-cod").line("MUG", 1, "30.00"));
    stages.runDue();
    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    assertThat(consignments.ofOrder(first).getFirst().orderIds()).containsExactly(first);
    assertThat(consignments.ofOrder(first).getFirst().codAmount()).isEqualByComparingTo("30.00");
    assertThat(consignments.ofOrder(second).getFirst().orderIds()).containsExactly(second);
  }

  @Test
  void presaleGoodsWaitApartAndShipWhenTheyArrive() {
    company.stock("WH1", "MUG", 50);
    long id =
        arrive(
            company
                .order("TB1", "presale-1")
                .line("MUG", 1, "30.00")
                .presale("PHONE", 1, "2999.00"));
    stages.runDue();
    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    assertThat(consignments.ofOrder(id)).hasSize(1);
    company.stock("WH1", "PHONE", 3);
    stages.runDue();
    assertThat(consignments.ofOrder(id))
        .extracting(Consignment::bucket)
        .containsExactly("NORMAL", "PRESALE");
    assertThat(
            consignments.ofOrder(id).stream()
                .map(Consignment::goodsAmount)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
        .isEqualByComparingTo("3029.00");
  }

  @Test
  void theSameOrderArrivingTwiceIsOneOrder() {
    long first = arrive(company.order("TB1", "twice-1").line("MUG", 1, "30.00"));
    long second = arrive(company.order("TB1", "twice-1").line("MUG", 1, "30.00"));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void aHundredOrdersForTheLastTenUnitsReleaseExactlyTen() throws InterruptedException {
    company.stock("WH1", "LAST", 10);
    List<Long> ids =
        IntStream.range(0, 100)
            .mapToObj(i -> arrive(company.order("TB1", "race-" + i).line("LAST", 1, "10.00")))
            .toList();
    company.race(100, stages::runDue);
    stages.runDue();
    List<Order> after = orders.load(ids);
    assertThat(after).filteredOn(o -> o.status() == OrderStatus.RELEASED).hasSize(10);
    assertThat(after).filteredOn(o -> !o.openHolds().isEmpty()).hasSize(90);
    assertThat(available("LAST")).isZero();
  }

  @Test
  void aBuyerWhoCancelsBeforeTheWaveGetsHisUnitsFreedAndHisMergePartnerShipsAlone() {
    company.stock("WH1", "MUG", 50);
    int before = available("MUG");
    long first = arrive(company.order("TB1", "cancel-1").buyer("b-can").line("MUG", 1, "30.00"));
    long second = arrive(company.order("TB1", "cancel-2").buyer("b-can").line("MUG", 2, "30.00"));
    stages.runDue();
    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    assertThat(consignments.ofOrder(first).getFirst().orderIds()).hasSize(2);

    assertThat(changes.request(first, new Change.CancelOrder("c1", "changed mind"), "system"))
        .isEqualTo(new ChangeOutcome.Done());
    assertThat(changes.request(first, new Change.CancelOrder("c1", "changed mind"), "system"))
        .isEqualTo(new ChangeOutcome.AlreadyDone());
    stages.runDue();
    assertThat(orders.find(first).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(available("MUG")).isEqualTo(before - 2);
    assertThat(consignments.ofOrder(second))
        .filteredOn(c -> c.status() == ConsignmentStatus.ALLOCATED)
        .singleElement()
        .satisfies(c -> assertThat(c.orderIds()).containsExactly(second));
  }

  @Test
  void aRefundOfOneUnitBeforeTheWaveShipsTheRest() {
    company.stock("WH1", "MUG", 50);
    long id = arrive(company.order("TB1", "refund-1").line("MUG", 3, "30.00"));
    stages.runDue();
    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    changes.request(
        id, new Change.RefundUnits("r1", "1", 1, new java.math.BigDecimal("30.00")), "system");
    stages.runDue();
    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    assertThat(consignments.ofOrder(id))
        .filteredOn(c -> c.status() == ConsignmentStatus.ALLOCATED)
        .singleElement()
        .satisfies(c -> assertThat(c.units()).isEqualTo(2))
        .satisfies(c -> assertThat(c.goodsAmount()).isEqualByComparingTo("60.00"));
  }

  @Test
  void aNewAddressBeforeTheWaveIsReviewedAgain() {
    company.stock("WH1", "MUG", 50);
    long id = arrive(company.order("TB1", "move-1").line("MUG", 1, "30.00"));
    stages.runDue();
    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    changes.request(
        id,
        new Change.ChangeAddress(
            "a1",
            new Receiver("李小明", "13812345678", RawAddress.inChina("广东省", "深圳市", "南山区", "同上"), "")),
        "system");
    stages.runDue();
    assertThat(orders.find(id).orElseThrow().openHolds())
        .extracting(Hold::reason)
        .contains("ADDRESS_POINTS_ELSEWHERE");
  }

  private long arrive(JourneyCompany.OrderBuilder order) {
    Arrival arrival =
        java.util.Objects.requireNonNull(
            transaction.execute(t -> orders.insert(List.of(order.build())).getFirst()));
    return arrival.orderId();
  }

  private int available(String sku) {
    return stock.totals(List.of(sku)).getOrDefault(sku, Figures.NONE).available();
  }
}
