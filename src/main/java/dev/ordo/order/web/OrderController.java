package dev.ordo.order.web;

import dev.ordo.access.People;
import dev.ordo.console.Sections;
import dev.ordo.console.Timelines;
import dev.ordo.order.Order;
import dev.ordo.order.OrderQuery;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of orders and the page that tells all about one. */
@Controller
class OrderController {
  private static final int PAGE = 50;

  private final Orders orders;
  private final Timelines timelines;
  private final Sections sections;
  private final People people;

  OrderController(Orders orders, Timelines timelines, Sections sections, People people) {
    this.orders = orders;
    this.timelines = timelines;
    this.sections = sections;
    this.people = people;
  }

  @GetMapping("/orders")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(defaultValue = "") String shop,
      @RequestParam(defaultValue = "") String hold,
      @RequestParam(defaultValue = "") String before,
      Model model) {
    long cursor = before.isEmpty() ? Long.MAX_VALUE : Ids.parse(before);
    List<Order> page =
        orders.search(
            new OrderQuery(q.strip(), status, shop, hold, cursor, PAGE, people.actor().scope()));
    model.addAttribute("orders", page);
    model.addAttribute("q", q);
    model.addAttribute("status", status == null ? "" : status.name());
    model.addAttribute("hold", hold);
    model.addAttribute("shop", shop);
    model.addAttribute("statuses", OrderStatus.values());
    model.addAttribute("holds", orders.openHolds());
    model.addAttribute("next", page.size() == PAGE ? Ids.text(page.getLast().id()) : "");
    return "order/list";
  }

  @GetMapping("/orders/{id}")
  String order(@PathVariable String id, Model model, Locale locale) {
    Order order = visible(Ids.parse(id));
    model.addAttribute("order", order);
    model.addAttribute("no", Ids.text(order.id()));
    model.addAttribute("timeline", timelines.of("ORDER", order.id(), locale));
    model.addAttribute("sections", sections.of("order", order.id(), locale));
    return "order/order";
  }

  /** A person clears one reason; when it was the last, review runs again by itself. */
  @PostMapping("/orders/{id}/holds/{reason}/clear")
  @PreAuthorize("hasAnyRole('CLERK', 'OPS_MANAGER', 'ACCOUNTANT', 'PURCHASER')")
  @Transactional
  String clear(
      @PathVariable String id,
      @PathVariable String reason,
      @RequestParam(defaultValue = "") String note) {
    Order order = visible(Ids.parse(id));
    OrderActs.requireOwner(people.actor(), order, reason);
    orders.clearHolds(order.id(), List.of(reason), people.actor().login(), note);
    people.did("HOLD_CLEARED", "ORDER", order.id(), reason);
    return "redirect:/orders/" + id;
  }

  /** Plain receiver data, shown to those who need it; every look is logged. */
  @PostMapping("/orders/{id}/reveal")
  @PreAuthorize("hasRole('CLERK')")
  @Transactional
  String reveal(@PathVariable String id, Model model) {
    Order order = visible(Ids.parse(id));
    people.did("RECEIVER_REVEALED", "ORDER", order.id(), "");
    model.addAttribute("revealed", orders.reveal(List.of(order.id())).get(order.id()));
    model.addAttribute("order", order);
    return "order/order :: receiver";
  }

  /** What buyer and seller wrote, for those who have to act on it; every look is logged. */
  @PostMapping("/orders/{id}/remarks")
  @PreAuthorize("hasAnyRole('CLERK', 'OPS_MANAGER', 'ACCOUNTANT')")
  @Transactional
  String remarks(@PathVariable String id, Model model) {
    Order order = visible(Ids.parse(id));
    people.did("REMARKS_REVEALED", "ORDER", order.id(), "");
    model.addAttribute("written", orders.remarks(order.id()));
    model.addAttribute("order", order);
    return "order/order :: remarks";
  }

  private Order visible(long id) {
    return orders
        .find(id)
        .filter(o -> people.actor().scope().seesShop(o.shop()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
