package dev.ordo.order.web;

import dev.ordo.access.People;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.order.Order;
import dev.ordo.order.OrderQuery;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders for other systems; receivers are masked. */
@RestController
@RequestMapping("/api/orders")
class OrderApi {
  private static final int MOST = 200;

  /** One order, as the API shows it. */
  record View(
      String id,
      String shop,
      String platformNo,
      OrderStatus status,
      String currency,
      BigDecimal total,
      BigDecimal paid,
      Instant receivedAt,
      @Nullable Instant releasedAt,
      String region,
      String receiver,
      String phone,
      boolean touched,
      Set<String> tags,
      List<LineView> lines,
      List<HoldView> holds) {}

  /** One line of it. */
  record LineView(
      String lineNo,
      String sku,
      int qty,
      int cancelledQty,
      int shippedQty,
      BigDecimal amount,
      String supply,
      String warehouse) {}

  /** One hold of it. */
  record HoldView(
      String reason,
      String ownerRole,
      String detail,
      Instant openedAt,
      @Nullable Instant clearedAt) {}

  /** A page; {@code next} is the cursor of the following one, empty at the end. */
  record Page(List<View> orders, String next) {}

  /** What clears a hold. */
  record Clearing(List<String> reasons, @Nullable String note) {}

  private final Orders orders;
  private final Milestones milestones;
  private final People people;

  OrderApi(Orders orders, Milestones milestones, People people) {
    this.orders = orders;
    this.milestones = milestones;
    this.people = people;
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(defaultValue = "") String shop,
      @RequestParam(defaultValue = "") String hold,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new Refusal("limit", limit, "Give a whole number 1 to " + MOST + ".");
    }
    long cursor = before.isEmpty() ? Long.MAX_VALUE : Ids.parse(before);
    List<Order> page =
        orders.search(new OrderQuery(q, status, shop, hold, cursor, limit, people.actor().scope()));
    String next = page.size() == limit ? Ids.text(page.getLast().id()) : "";
    return new Page(page.stream().map(OrderApi::view).toList(), next);
  }

  @GetMapping("/{id}")
  View order(@PathVariable String id) {
    return view(visible(id));
  }

  @GetMapping("/{id}/milestones")
  List<Milestone> milestones(@PathVariable String id) {
    return milestones.of(Milestone.Subject.ORDER, visible(id).id());
  }

  /** Clears holds of one order; with the last one gone review runs again. */
  @PostMapping("/{id}/clear-holds")
  @PreAuthorize("hasAnyRole('CLERK', 'OPS_MANAGER', 'ACCOUNTANT', 'PURCHASER')")
  @Transactional
  View clear(@PathVariable String id, @RequestBody Clearing clearing) {
    Order order = visible(id);
    clearing.reasons().forEach(r -> OrderActs.requireOwner(people.actor(), order, r));
    orders.clearHolds(
        order.id(),
        clearing.reasons(),
        people.actor().login(),
        clearing.note() == null ? "" : clearing.note());
    people.did("HOLD_CLEARED", "ORDER", order.id(), String.join(",", clearing.reasons()));
    return view(visible(id));
  }

  private Order visible(String id) {
    return orders
        .find(Ids.parse(id))
        .filter(o -> people.actor().scope().seesShop(o.shop()))
        .orElseThrow(() -> new Refusal("id", id, "Give the id of an order you may see."));
  }

  private static View view(Order o) {
    return new View(
        Ids.text(o.id()),
        o.shop(),
        o.platformNo(),
        o.status(),
        o.currency(),
        o.totalAmount(),
        o.paidAmount(),
        o.receivedAt(),
        o.releasedAt(),
        o.receiver().region(),
        o.receiver().nameMask(),
        o.receiver().phoneMask(),
        o.touched(),
        o.tags(),
        o.lines().stream().map(OrderApi::line).toList(),
        o.holds().stream()
            .map(
                h ->
                    new HoldView(
                        h.reason(), h.ownerRole(), h.detail(), h.openedAt(), h.clearedAt()))
            .toList());
  }

  private static LineView line(dev.ordo.order.OrderLine l) {
    return new LineView(
        l.lineNo(),
        l.sku(),
        l.qty(),
        l.cancelledQty(),
        l.shippedQty(),
        l.amount(),
        l.supply().name(),
        l.warehouse());
  }
}
