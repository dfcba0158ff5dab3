package dev.ordo.change.web;

import dev.ordo.access.People;
import dev.ordo.address.Addresses;
import dev.ordo.address.Division;
import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page on which a clerk carries out what a buyer asked for by phone or chat. */
@Controller
@PreAuthorize("hasRole('CLERK')")
class OrderChangeController {
  private final ClerksChanges changes;
  private final Orders orders;
  private final Addresses addresses;
  private final People people;

  OrderChangeController(ClerksChanges changes, Orders orders, Addresses addresses, People people) {
    this.changes = changes;
    this.orders = orders;
    this.addresses = addresses;
    this.people = people;
  }

  @GetMapping("/orders/{id}/change")
  String change(@PathVariable String id, Model model) {
    Order order = visible(id);
    model.addAttribute("order", order);
    model.addAttribute("no", Ids.text(order.id()));
    model.addAttribute("key", "desk-" + UUID.randomUUID());
    model.addAttribute("provinces", addresses.provinces().stream().map(Division::name).toList());
    model.addAttribute("carriers", changes.carriers());
    model.addAttribute("open", order.lines().stream().filter(line -> line.openQty() > 0).toList());
    return "change/change";
  }

  @PostMapping("/orders/{id}/change/address")
  String address(
      @PathVariable String id,
      @RequestParam String key,
      @RequestParam String name,
      @RequestParam String phone,
      @RequestParam String province,
      @RequestParam String city,
      @RequestParam(defaultValue = "") String district,
      @RequestParam String detail) {
    RawAddress raw =
        RawAddress.inChina(province.strip(), city.strip(), district.strip(), detail.strip());
    Receiver receiver = new Receiver(name.strip(), phone.strip(), raw, "");
    return answer(id, changes.carryOut(visible(id), new Change.ChangeAddress(key, receiver)));
  }

  @PostMapping("/orders/{id}/change/cancel")
  String cancel(@PathVariable String id, @RequestParam String key, @RequestParam String reason) {
    return answer(id, changes.carryOut(visible(id), new Change.CancelOrder(key, reason.strip())));
  }

  @PostMapping("/orders/{id}/change/carrier")
  String carrier(
      @PathVariable String id,
      @RequestParam String key,
      @RequestParam(defaultValue = "") String appointed,
      @RequestParam(defaultValue = "") Set<String> excluded) {
    return answer(
        id, changes.carryOut(visible(id), new Change.ChooseCarrier(key, appointed, excluded)));
  }

  @PostMapping("/orders/{id}/change/units")
  String units(
      @PathVariable String id,
      @RequestParam String key,
      @RequestParam String lineNo,
      @RequestParam int qty) {
    return answer(
        id,
        changes.carryOut(visible(id), new Change.RefundUnits(key, lineNo, qty, BigDecimal.ZERO)));
  }

  private static String answer(String id, ChangeOutcome outcome) {
    return "redirect:/orders/" + id + "?changed=" + outcome.getClass().getSimpleName();
  }

  private Order visible(String id) {
    return orders
        .find(Ids.parse(id))
        .filter(o -> people.actor().scope().seesShop(o.shop()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
