package dev.ordo.change.web;

import dev.ordo.access.People;
import dev.ordo.address.Receiver;
import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.change.Changes;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a person asks for: checked, carried out and put down to that person in one go. */
@Component
class ClerksChanges {
  private final Changes changes;
  private final Orders orders;
  private final People people;

  ClerksChanges(Changes changes, Orders orders, People people) {
    this.changes = changes;
    this.orders = orders;
    this.people = people;
  }

  @Transactional
  ChangeOutcome carryOut(Order order, Change change) {
    switch (change) {
      case Change.ChangeAddress address -> check(address.receiver());
      case Change.CancelOrder cancel -> require("reason", cancel.reason());
      default -> {}
    }
    ChangeOutcome outcome = changes.request(order.id(), change, people.actor().login());
    orders.touch(order.id());
    people.did("ORDER_" + change.kind(), "ORDER", order.id(), outcome.getClass().getSimpleName());
    return outcome;
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
