package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.journey.SelfCheck;
import dev.ordo.journey.SelfCheck.Checked;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Each invariant of the self-check is broken once, in a transaction that is rolled back. */
class InvariantsTests extends StillServer {
  private static final AtomicInteger RUN = new AtomicInteger();

  @Autowired private WholeJourney journey;
  @Autowired private Orders orders;
  @Autowired private SelfCheck selfCheck;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcTemplate jdbc;

  private final Map<String, String> ids = new TreeMap<>();

  /** One order is released, one allocated, one delivered. */
  @BeforeEach
  void company() {
    String prefix = "inv" + RUN.incrementAndGet() + "-";
    WholeJourney.Made made = journey.delivered(this, prefix + "c", 1);
    remember("delivered", made.orders().getFirst());
    remember("allocated", orders.load(journey.allocated(this, prefix + "b", 1)).getFirst());
    remember("released", orders.load(journey.released(this, prefix + "a", 1)).getFirst());
  }

  private void remember(String name, Order order) {
    ids.put("{" + name + "}", String.valueOf(order.id()));
    ids.put("{" + name + ".line}", String.valueOf(order.lines().getFirst().id()));
    jdbc.queryForList(
            "SELECT id FROM allocation WHERE order_line_id = ?",
            Long.class,
            order.lines().getFirst().id())
        .forEach(id -> ids.put("{" + name + ".allocation}", String.valueOf(id)));
    jdbc.queryForList(
            "SELECT DISTINCT consignment_id FROM allocation WHERE order_id = ?",
            Long.class,
            order.id())
        .forEach(id -> ids.put("{" + name + ".consignment}", String.valueOf(id)));
    jdbc.queryForList(
            "SELECT id FROM parcel WHERE consignment_id = ANY(?)",
            Long.class,
            (Object)
                jdbc.queryForList(
                        "SELECT consignment_id FROM allocation WHERE order_id = ?",
                        Long.class,
                        order.id())
                    .toArray(Long[]::new))
        .forEach(id -> ids.put("{" + name + ".parcel}", String.valueOf(id)));
  }

  @Test
  void whatHoldsIsCleanAndWhateverBreaksIsSeen() {
    assertThat(selfCheck.run()).filteredOn(c -> c.violations() > 0).isEmpty();
    breaks().forEach(this::isSeen);
    assertThat(selfCheck.run()).filteredOn(c -> c.violations() > 0).isEmpty();
  }

  @Test
  void everyInvariantIsBrokenHereOrGuardedByTheDatabase() {
    assertThat(selfCheck.run())
        .extracting(Checked::says)
        .allSatisfy(
            says ->
                assertThat(breaks().containsKey(says) || GUARDED.contains(says)).as(says).isTrue());
  }

  private void isSeen(String says, String sql) {
    String text = ids.entrySet().stream().reduce(sql, InvariantsTests::filled, (a, b) -> a);
    List<Checked> checked =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              assertThat(jdbc.update(text)).as(text).isPositive();
              return selfCheck.run();
            });
    assertThat(checked)
        .filteredOn(c -> c.violations() > 0)
        .extracting(Checked::says)
        .as(text)
        .contains(says);
  }

  private static String filled(String sql, Map.Entry<String, String> id) {
    return sql.replace(id.getKey(), id.getValue());
  }

  /** What CHECK and UNIQUE constraints do not even let happen. */
  private static final List<String> GUARDED =
      List.of(
          "orders: shipped <= ordered - cancelled, per line",
          "stock: available = on hand - locked, never negative",
          "parcels: each live waybill number belongs to one parcel");

  private static Map<String, String> breaks() {
    Map<String, String> breaks = new TreeMap<>();
    breaks.put(
        "intake: every acknowledged order exists exactly once",
        "DELETE FROM sales_order WHERE id = {delivered}");
    breaks.put(
        "intake: every order is the one its shop's number leads to",
        "DELETE FROM intake_key WHERE order_id = {delivered}");
    breaks.put(
        "decisions: the newest of the chain are what was sealed, in that order",
        """
        INSERT INTO seal_anchor (sealed_day, first_block, last_block, entries, previous, link, hash)
        VALUES (DATE '2020-01-01', 1, 1, 1, 'x', 'y', 'z')\
        """);
    breaks.put(
        "orders: open_holds = number of holds not cleared",
        "UPDATE sales_order SET open_holds = 1 WHERE id = {released}");
    breaks.put(
        "orders: every status stands in a milestone",
        "DELETE FROM milestone WHERE subject_id = {delivered} AND to_status = 'DELIVERED'");
    breaks.put(
        "orders: what review released was decided by the audit and the risk rules",
        "DELETE FROM decision_subject WHERE subject_id = {released}");
    breaks.put(
        "orders: units shipped = units on consignments that left, per line",
        "UPDATE order_line SET shipped_qty = 1 WHERE id = {delivered.line}");
    breaks.put(
        "decisions: what a milestone or a hold names is recorded, or was pruned in its time",
        "UPDATE milestone SET decision_id = 1 WHERE subject_id = {released}");
    breaks.put(
        "decisions: the newest of each point are unaltered and replay to the same verdicts",
        "UPDATE decision SET firings = '[]' WHERE id = (SELECT max(id) FROM decision)");
    breaks.put(
        "decisions: each is about something",
        "DELETE FROM decision_subject WHERE subject_id = {released}");
    breaks.put(
        "stock: locked = sum of open locks, per stock key",
        "UPDATE stock_lock SET qty = qty + 1 WHERE demand_id = {released.line}");
    breaks.put(
        "stock: on hand = sum of the ledger, per stock key",
        "UPDATE stock_ledger SET qty = qty - 1 WHERE sku = 'CUP' AND qty < 0");
    breaks.put(
        "stock: units at the locations = units on hand, per warehouse and article",
        "UPDATE stock_place SET on_hand = on_hand + 1 WHERE sku = 'CUP'");
    breaks.put(
        "stock: units in the average cost = units on hand, per owner and article",
        "UPDATE stock_cost SET qty = qty + 1 WHERE sku = 'CUP'");
    breaks.put(
        "places: reserved = what consignments with open locks will take, per place",
        "DELETE FROM consignment_place WHERE allocation_id = {allocated.allocation}");
    breaks.put(
        "locks: every open lock is for something that has to leave or to be put back",
        "UPDATE sales_order SET status = 'CANCELLED' WHERE id = {released}");
    breaks.put(
        "locks: each consignment line is locked, or was, for all its units",
        "DELETE FROM stock_lock WHERE demand_id = {allocated.allocation}");
    breaks.put(
        "locks: each order line that waits to be planned is locked for all its units",
        "DELETE FROM stock_lock WHERE demand_id = {released.line}");
    breaks.put(
        "consignments: units allocated <= units ordered, per order line",
        "UPDATE allocation SET qty = qty + 1 WHERE id = {allocated.allocation}");
    breaks.put(
        "consignments: amounts allocated <= amount ordered, per order line",
        "UPDATE allocation SET amount = amount + 0.01 WHERE id = {allocated.allocation}");
    breaks.put(
        "consignments: goods amount = sum of its lines, to the cent",
        "UPDATE allocation SET amount = amount - 0.01 WHERE id = {allocated.allocation}");
    breaks.put(
        "consignments: every status stands in a milestone",
        "DELETE FROM milestone WHERE subject_id = {allocated.consignment}"
            + " AND to_status = 'ALLOCATED'");
    breaks.put(
        "waves: every status stands in a milestone",
        "UPDATE wave SET status = 'FINISHED' WHERE warehouse = 'WH9' AND status <> 'FINISHED'");
    breaks.put(
        "waves: whoever is in a wave can be found there",
        "UPDATE consignment SET status = 'WAVED' WHERE id = {allocated.consignment}");
    breaks.put(
        "parcels: every waybill status stands in a milestone",
        "DELETE FROM milestone WHERE subject_id = {delivered.parcel} AND to_status = 'PRINTED'");
    breaks.put(
        "parcels: there is a waybill number exactly when one was issued",
        "UPDATE parcel SET waybill_no = NULL WHERE id = {delivered.parcel}");
    breaks.put(
        "parcels: they left the house exactly when their consignment did",
        "UPDATE consignment SET status = 'PACKED' WHERE id = {delivered.consignment}");
    breaks.put(
        "parcels: no consignment left the house without one",
        "DELETE FROM parcel WHERE id = {delivered.parcel}");
    breaks.put(
        "manifests: parcels and grams = sum of the parcels on it",
        "UPDATE manifest SET weight_g = weight_g + 1");
    breaks.put(
        "tracking: every parcel that left is followed, or its event waits",
        "DELETE FROM parcel_trace WHERE id = {delivered.parcel}");
    breaks.put(
        "tracking: a consignment whose parcels all arrived is delivered",
        "UPDATE consignment SET status = 'HANDED_OVER' WHERE id = {delivered.consignment}");
    breaks.put(
        "tracking: every parcel on its way is looked at by the alert rules",
        "UPDATE parcel_trace SET open = TRUE WHERE id = {delivered.parcel}");
    breaks.put(
        "tracking: every state of a parcel stands in a milestone",
        "UPDATE parcel_trace SET state = 'LOST' WHERE id = {delivered.parcel}");
    breaks.put(
        "ledger: debit = credit to the cent, per voucher and currency",
        "UPDATE ledger_entry SET debit = debit + 0.01 WHERE order_id = {delivered} AND credit = 0");
    breaks.put(
        "ledger: no voucher is empty", "DELETE FROM ledger_entry WHERE order_id = {delivered}");
    breaks.put(
        "ledger: every delivered order is due for settlement, or its event waits",
        "DELETE FROM accrual_due WHERE id = {delivered}");
    breaks.put(
        "ledger: every settled order that cost something stands in the books",
        "DELETE FROM ledger_entry WHERE order_id = {delivered}");
    breaks.put(
        "stages: what is parked is an incident that a person can resend",
        "UPDATE consignment SET retry_at = TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00'"
            + " WHERE id = {allocated.consignment}");
    breaks.put(
        "stages: nothing stands still unseen; what did not move within its limit is a task",
        "UPDATE standstill_sweep SET at = TIMESTAMP WITH TIME ZONE '2099-01-01 00:00:00+00'");
    breaks.put(
        "events: what was given up is an incident that a person can resend",
        "UPDATE outbox SET status = 'FAILED'");
    breaks.put(
        "events: each waits for a watcher that is there",
        "UPDATE outbox SET status = 'WAITING', watcher = 'nobody'");
    breaks.put(
        "shops: the figure told last is the newest one, or it is due to be told",
        "UPDATE channel_stock SET told = available + 1, told_version = version WHERE sku = 'CUP'");
    breaks.put(
        "shops: what they are told is what can be sold, or a change waits",
        "UPDATE channel_stock SET available = available + 1 WHERE sku = 'CUP'");
    return breaks;
  }
}
