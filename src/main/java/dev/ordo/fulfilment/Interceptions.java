package dev.ordo.fulfilment;

import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Place;
import dev.ordo.inventory.Stock;
import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.order.Supply;
import dev.ordo.shared.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Calls consignments back that the floor has begun on. Goods nobody took off the shelf are free or
 * planned anew at once; goods somebody took stay booked where they are until they are put back,
 * exactly once, and whoever else waited for them is served from other stock meanwhile.
 */
@Service
public class Interceptions {
  private static final String UNALLOCATE =
      "UPDATE allocation SET live = FALSE WHERE consignment_id = ? AND live";
  private static final String LINES = "SELECT id FROM allocation WHERE consignment_id = ?";
  private static final String PLACES =
      """
      SELECT warehouse, location, sku, batch, qty FROM consignment_place WHERE consignment_id = ?\
      """;
  private static final String FORGET_PLACES =
      "DELETE FROM consignment_place WHERE consignment_id = ?";

  private final JdbcTemplate jdbc;
  private final Consignments consignments;
  private final Replanning replanning;
  private final Orders orders;
  private final Stock stock;

  Interceptions(
      JdbcTemplate jdbc,
      Consignments consignments,
      Replanning replanning,
      Orders orders,
      Stock stock) {
    this.jdbc = jdbc;
    this.consignments = consignments;
    this.replanning = replanning;
    this.orders = orders;
    this.stock = stock;
  }

  /**
   * Calls them back, whole: lines of other orders in them are planned anew.
   *
   * @param handled ids of those that something was taken off the shelf for
   * @return ids that were really called back; the others had left or were called back before
   */
  public List<Long> intercept(
      Collection<Consignment> onFloor, Set<Long> handled, String actor, String why) {
    List<Long> called =
        consignments.move(ids(onFloor), ConsignmentStatus.INTERCEPTED, actor, null, why);
    List<Consignment> stopped = onFloor.stream().filter(c -> called.contains(c.id())).toList();
    List<Consignment> onShelf = stopped.stream().filter(c -> !handled.contains(c.id())).toList();
    replanning.giveBack(onShelf);
    consignments.move(ids(onShelf), ConsignmentStatus.PUT_BACK, actor, null, "still on the shelf");
    waitFor(stopped.stream().filter(c -> handled.contains(c.id())).toList());
    planAnew(stopped, actor, why);
    return called;
  }

  private static List<Long> ids(Collection<Consignment> all) {
    return all.stream().map(Consignment::id).toList();
  }

  private void waitFor(List<Consignment> taken) {
    Map<Long, Orders.LineSupply> supply = new HashMap<>();
    taken.stream()
        .flatMap(c -> c.lines().stream())
        .forEach(l -> supply.put(l.orderLineId(), new Orders.LineSupply(Supply.WAITING, "")));
    orders.supply(supply);
    jdbc.batchUpdate(UNALLOCATE, taken.stream().map(c -> new Object[] {c.id()}).toList());
    lookForStock(taken.stream().flatMap(c -> c.lines().stream()).map(l -> l.sku()).toList());
  }

  private void planAnew(List<Consignment> stopped, String actor, String why) {
    List<Order> affected =
        orders.load(stopped.stream().flatMap(c -> c.orderIds().stream()).distinct().toList());
    orders.move(
        affected.stream()
            .filter(o -> o.status() == OrderStatus.PLANNED && replanning.isUntouched(o.id()))
            .map(Order::id)
            .toList(),
        OrderStatus.RELEASED,
        actor,
        null,
        why);
    replanning.planAgain(affected);
  }

  /** Lets lines that wait for goods be locked from whatever is free. */
  public void lookForStock(Collection<String> skus) {
    if (!skus.isEmpty()) {
      stock.offer(skus.stream().distinct().sorted().toList());
    }
  }

  /**
   * The goods of a consignment are back at their places; said again nothing happens.
   *
   * @return whether this was the first time
   */
  public boolean putBack(long consignmentId, String actor) {
    if (consignments
        .move(List.of(consignmentId), ConsignmentStatus.PUT_BACK, actor, null, "")
        .isEmpty()) {
      return false;
    }
    List<Place> places = places(consignmentId);
    if (!stock.takeBack("CONSIGNMENT", Ids.text(consignmentId), places)) {
      stock.freePlaces(places);
      stock.release(
          jdbc.queryForList(LINES, Long.class, consignmentId).stream()
              .map(Demand::consignmentLine)
              .toList());
    }
    jdbc.update(FORGET_PLACES, consignmentId);
    return true;
  }

  private List<Place> places(long consignmentId) {
    return jdbc.query(
        PLACES,
        (row, i) ->
            new Place(
                row.getString("warehouse"),
                row.getString("location"),
                row.getString("sku"),
                row.getString("batch"),
                row.getInt("qty")),
        consignmentId);
  }
}
