package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.change.Changes;
import dev.ordo.finance.Ledger;
import dev.ordo.finance.LedgerLine;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.inventory.Figures;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockKey;
import dev.ordo.journey.Stages;
import dev.ordo.order.Arrival;
import dev.ordo.order.Hold;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import dev.ordo.shipping.Parcel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One company, its orders and their whole journey, stage by stage, on both databases. */
abstract class JourneyTests extends StillServer {
  @Autowired private JourneyCompany company;
  @Autowired private CupAndJar cupAndJar;
  @Autowired private WholeJourney journey;
  @Autowired private Ledger ledger;
  @Autowired private Milestones milestones;
  @Autowired private Orders orders;
  @Autowired private Changes changes;
  @Autowired private Consignments consignments;
  @Autowired private Stock stock;
  @Autowired private Rules rules;
  @Autowired private Stages stages;
  @Autowired private SettableClock clock;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void open() {
    company.open();
    cupAndJar.open();
    clock.nextMorning();
    stages.runDue();
  }

  @Test
  void ordersGoFromTheirShopsDoorToBalancedBooks() {
    List<Figures> before = cupsAndJars();
    cupAndJar.arrive(21);
    WholeJourney.Made one = journey.drive(this, "one-", 1);
    WholeJourney.Made many = journey.drive(this, "many-", 20);
    for (WholeJourney.Made made : List.of(one, many)) {
      assertThat(made.orders()).extracting(Order::status).containsOnly(OrderStatus.DELIVERED);
      assertThat(made.consignments()).hasSameSizeAs(made.orders()).allSatisfy(this::isTraced);
      assertThat(made.parcels()).hasSameSizeAs(made.orders()).allSatisfy(this::isDelivered);
      assertThat(made.orders()).allSatisfy(this::isTraced).allSatisfy(this::isBooked);
    }
    assertThat(cupsAndJars()).isEqualTo(before);
    leftAtCost(one.consignments().getFirst());
    assertThat(get("/api/self-check").body()).contains("\"clean\":true");
    isWithinBudget(one, many);
  }

  private void isTraced(Order order) {
    assertThat(milestones.of(Milestone.Subject.ORDER, order.id()))
        .extracting(Milestone::what)
        .containsExactly("ARRIVED", "RELEASED", "PLANNED", "SHIPPED", "DELIVERED");
    assertThat(rules.of("ORDER", order.id()))
        .allMatch(rules::replays)
        .extracting(StoredDecision::point)
        .containsExactly("audit", "risk", "sourcing", "planning");
  }

  private void isTraced(Consignment consignment) {
    assertThat(milestones.of(Milestone.Subject.CONSIGNMENT, consignment.id()))
        .extracting(Milestone::what)
        .containsExactly(
            "PLANNED",
            "ALLOCATED",
            "WAVED",
            "PICKING",
            "PICKED",
            "CHECKED",
            "PACKED",
            "HANDED_OVER",
            "DELIVERED");
    assertThat(rules.of("CONSIGNMENT", consignment.id()))
        .allMatch(rules::replays)
        .extracting(StoredDecision::point)
        .containsExactly("planning", "carrier", "picking", "carrier");
  }

  private void isDelivered(Parcel parcel) {
    assertThat(milestones.of(Milestone.Subject.PARCEL, parcel.id()))
        .extracting(Milestone::what)
        .containsExactly(
            "WAYBILL_REQUESTED",
            "WAYBILL_ISSUED",
            "WAYBILL_PRINTED",
            "HANDED_OVER",
            "COLLECTED",
            "DELIVERED");
    assertThat(parcel.freight()).isEqualByComparingTo("11.00");
    assertThat(MiniProgram.shipments())
        .filteredOn(notice -> notice.contains(parcel.waybillNo()))
        .singleElement()
        .asString()
        .contains("\"carrier\":\"SF\"", "\"whole\":true");
  }

  /** Two cups at 30.00 and a jar at 45.50; a box at 0.80 with eleven air pillows at 0.03. */
  private void isBooked(Order order) {
    Map<String, BigDecimal> balances = new TreeMap<>();
    for (LedgerLine line : ledger.ofOrder(order.id())) {
      balances.merge(line.account(), line.debit().subtract(line.credit()), BigDecimal::add);
    }
    balances.replaceAll((account, amount) -> amount.setScale(2));
    assertThat(balances)
        .isEqualTo(
            amounts(
                "1122 111.50, 1405 -37.95, 1406 0.00, 1411 -1.13, 2202.01 -7.39, 2202.02 -11.00,"
                    + " 6001 -105.50, 6051 -6.00, 6401 37.95, 6601.01 5.28, 6601.02 11.00,"
                    + " 6601.03 2.11, 6601.04 1.13"));
  }

  private static Map<String, BigDecimal> amounts(String text) {
    return Arrays.stream(text.split(", ", -1))
        .map(entry -> entry.split(" ", -1))
        .collect(Collectors.toMap(e -> e[0], e -> new BigDecimal(e[1]), (a, b) -> b, TreeMap::new));
  }

  private List<Figures> cupsAndJars() {
    Map<StockKey, Figures> figures = stock.figures(List.of("CUP", "JAR"));
    return Stream.of("CUP", "JAR")
        .map(sku -> figures.getOrDefault(StockKey.of("WH9", sku), Figures.NONE))
        .toList();
  }

  private void leftAtCost(Consignment consignment) {
    String number = Ids.text(consignment.id());
    assertThat(stock.issued("CONSIGNMENT", List.of(number)).get(number))
        .hasEntrySatisfying("CUP", cost -> assertThat(cost).isEqualByComparingTo("8.40"))
        .hasEntrySatisfying("JAR", cost -> assertThat(cost).isEqualByComparingTo("21.15"));
  }

  /** A batch of twenty goes to the database as often as a batch of one, within so many trips. */
  private static void isWithinBudget(WholeJourney.Made one, WholeJourney.Made many) {
    Map<String, Integer> budget =
        Map.ofEntries(
            Map.entry("order-review", 24),
            Map.entry("plan-due", 20),
            Map.entry("allocate", 20),
            Map.entry("wave", 17),
            Map.entry("wave-plan", 31),
            Map.entry("waybill", 48),
            Map.entry("hand-over", 22),
            Map.entry("track", 16),
            Map.entry("alert", 16),
            Map.entry("settle", 18));
    assertThat(many.roundTrips().keySet()).isEqualTo(budget.keySet());
    budget.forEach(
        (stage, most) ->
            assertThat(many.statements().get(stage))
                .as("round trips of " + stage)
                .hasSizeLessThanOrEqualTo(most));
    // alerts of other tests' parcels fall due at their own time
    budget.keySet().stream()
        .filter(stage -> !stage.equals("alert"))
        .forEach(
            stage ->
                assertThat(many.statements().get(stage))
                    .as("round trips of " + stage + " compared with one order's")
                    .hasSizeLessThanOrEqualTo(one.statements().get(stage).size() + 2));
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
