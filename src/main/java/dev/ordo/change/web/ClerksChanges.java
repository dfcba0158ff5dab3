package dev.ordo.change.web;

import dev.ordo.access.People;
import dev.ordo.address.Receiver;
import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.Carriers;
import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.change.Changes;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Orders;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a person asks for: checked, carried out and put down to that person in one go. */
@Component
class ClerksChanges {
  private static final String UNKNOWN = "Give codes of carriers in use.";

  private final Changes changes;
  private final Carriers carriers;
  private final Orders orders;
  private final People people;

  ClerksChanges(Changes changes, Carriers carriers, Orders orders, People people) {
    this.changes = changes;
    this.carriers = carriers;
    this.orders = orders;
    this.people = people;
  }

  @Transactional
  ChangeOutcome carryOut(Order order, Change change) {
    switch (change) {
      case Change.ChangeAddress address -> check(address.receiver());
      case Change.ChooseCarrier choice -> check(choice);
      case Change.RefundUnits units -> check(order, units);
      case Change.CancelOrder cancel -> require("reason", cancel.reason());
      default -> {}
    }
    ChangeOutcome outcome = changes.request(order.id(), change, people.actor().login());
    orders.touch(order.id());
    people.did("ORDER_" + change.kind(), "ORDER", order.id(), outcome.getClass().getSimpleName());
    return outcome;
  }

  /** Carriers to choose from. */
  List<Carrier> carriers() {
    return carriers.all().stream().filter(Carrier::active).toList();
  }

  private void check(Change.ChooseCarrier choice) {
    Set<String> known = carriers().stream().map(Carrier::code).collect(Collectors.toSet());
    if (!choice.appointed().isEmpty() && !known.contains(choice.appointed())) {
      throw new Refusal("appointed", choice.appointed(), UNKNOWN);
    }
    if (!known.containsAll(choice.excluded())) {
      throw new Refusal("excluded", choice.excluded(), UNKNOWN);
    }
    if (choice.excluded().contains(choice.appointed()) || choice.excluded().containsAll(known)) {
      throw new Refusal("excluded", choice.excluded(), "Leave a carrier that may have it.");
    }
  }

  private static void check(Order order, Change.RefundUnits units) {
    OrderLine line =
        order.lines().stream()
            .filter(l -> l.lineNo().equals(units.lineNo()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal("lineNo", units.lineNo(), "Give the number of one of its lines."));
    if (units.qty() < 1 || units.qty() > line.openQty()) {
      throw new Refusal(
          "qty", units.qty(), "Give 1 to %d: so many are not shipped.".formatted(line.openQty()));
    }
  }

  private static void check(Receiver receiver) {
    require("name", receiver.name());
    require("phone", receiver.phone());
    require("province", receiver.address().province());
    require("city", receiver.address().city());
    require("detail", receiver.address().detail());
  }

  private static void require(String field, String value) {
    if (value.isBlank()) {
      throw new Refusal(field, value, "Fill it in.");
    }
  }
}
