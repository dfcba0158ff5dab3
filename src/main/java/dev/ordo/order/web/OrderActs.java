package dev.ordo.order.web;

import dev.ordo.access.Actor;
import dev.ordo.access.Role;
import dev.ordo.order.Hold;
import dev.ordo.order.Order;
import dev.ordo.shared.Refusal;
import org.springframework.security.access.AccessDeniedException;

/** Who may clear which hold. */
final class OrderActs {
  private OrderActs() {}

  /** A hold is cleared by the role that owns it; the ops manager may clear any. */
  static void requireOwner(Actor actor, Order order, String reason) {
    Hold hold =
        order.openHolds().stream()
            .filter(h -> h.reason().equals(reason))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal("reason", reason, "Give the reason of an open hold of the order."));
    if (!actor.may(Role.OPS_MANAGER) && !actor.may(Role.valueOf(hold.ownerRole()))) {
      throw new AccessDeniedException("The hold belongs to " + hold.ownerRole());
    }
  }
}
