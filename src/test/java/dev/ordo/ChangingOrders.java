package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.change.Changes;
import dev.ordo.desk.Task;
import dev.ordo.desk.TaskFilter;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.inventory.Figures;
import dev.ordo.inventory.Stock;
import dev.ordo.journey.Delivering;
import dev.ordo.journey.Outbox;
import dev.ordo.journey.SelfCheck;
import dev.ordo.journey.Stages;
import dev.ordo.order.Arrival;
import dev.ordo.order.Milestones;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import dev.ordo.shipping.Parcel;
import dev.ordo.shipping.Parcels;
import dev.ordo.wave.Waves;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A company whose orders are changed on their way, and what tests of that look at. */
abstract class ChangingOrders extends StillServer {
  private static final Instant TEN_IN_SHANGHAI = Instant.parse("2026-11-01T02:00:00Z");

  @Autowired JourneyCompany company;
  @Autowired CupAndJar cupAndJar;
  @Autowired Parcels parcels;
  @Autowired Milestones milestones;
  @Autowired Waves waves;
  @Autowired Tasks desk;
  @Autowired Outbox outbox;
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
    clock.tick(untilTenInTheMorning());
    company.open();
    company.stock("WH1", "MUG", 20);
    cupAndJar.open();
    cupAndJar.arrive(2);
  }

  /** Long before any carrier's cut-off, so that waves form by their window alone. */
  private Duration untilTenInTheMorning() {
    Duration sinceTen = Duration.between(TEN_IN_SHANGHAI, clock.instant());
    return Duration.ofDays(sinceTen.toDays() + 1).minus(sinceTen);
  }

  @AfterEach
  void nothingIsOutOfBalance() {
    assertThat(selfCheck.run()).allSatisfy(c -> assertThat(c.violations()).as(c.says()).isZero());
  }

  ChangeOutcome cancel(long id) {
    return changes.request(id, new Change.CancelOrder("cancel", "changed mind"), "system");
  }

  /** Runs the journey until the order's consignment is on a trip. */
  Consignment waved(long id) {
    for (int i = 0; i < 4 && !isOn(id, ConsignmentStatus.WAVED); i++) {
      stages.runDue();
      Delivering.all(outbox);
      clock.tick(Duration.ofMinutes(31));
    }
    stages.runDue();
    return current(id);
  }

  private boolean isOn(long id, ConsignmentStatus status) {
    return consignments.ofOrder(id).stream().anyMatch(c -> c.status() == status);
  }

  Consignment packed(long id) {
    Consignment waved = waved(id);
    FloorHands hands = new FloorHands(this);
    hands.pickAll(CupAndJar.WAREHOUSE, CupAndJar.PICKER);
    hands.packAll(List.of(waved.id()));
    stages.runDue();
    return consignments.find(waved.id()).orElseThrow();
  }

  Consignment current(long id) {
    return consignments.ofOrder(id).stream()
        .filter(c -> c.status().isHere())
        .findFirst()
        .orElseThrow();
  }

  ConsignmentStatus status(Consignment consignment) {
    return consignments.find(consignment.id()).orElseThrow().status();
  }

  Parcel parcel(Consignment consignment) {
    return parcels.ofConsignments(List.of(consignment.id())).getFirst();
  }

  Task putBackTask(Consignment consignment) {
    TaskFilter open = new TaskFilter(Set.of(), Optional.of("PUT_BACK"), Optional.empty(), true);
    return desk.list(open, Long.MAX_VALUE, 100).stream()
        .filter(t -> t.subjectId() == consignment.id())
        .findFirst()
        .orElseThrow();
  }

  /** A person says the goods are back, twice, as people do. */
  void putBack(Consignment consignment) {
    Task task = putBackTask(consignment);
    desk.done(task.id(), "done");
    desk.done(task.id(), "done");
    String path = "/api/consignments/" + Ids.text(consignment.id()) + "/put-back";
    assertThat(post(path, "{}").statusCode()).isEqualTo(204);
    Delivering.all(outbox);
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
