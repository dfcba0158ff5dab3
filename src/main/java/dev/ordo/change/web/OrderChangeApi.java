package dev.ordo.change.web;

import dev.ordo.access.People;
import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Late changes asked for by other systems; the key makes each happen once. */
@RestController
@PreAuthorize("hasAnyRole('CLERK', 'INTEGRATION')")
class OrderChangeApi {
  /** A new receiver. */
  record NewReceiver(
      @Nullable String key,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String province,
      @Nullable String city,
      @Nullable String district,
      @Nullable String detail) {}

  /** A cancellation. */
  record Cancellation(@Nullable String key, @Nullable String reason) {}

  /** Who carries the order, empty for free choice, and who must not. */
  record Carriage(
      @Nullable String key, @Nullable String appointed, @Nullable Set<String> excluded) {}

  /** Units of a line that are not wanted any more. */
  record Units(@Nullable String key, @Nullable String lineNo, int qty) {}

  /** What became of it: Done, AlreadyDone, Handed (a person sees to it) or Refused (too late). */
  record Answer(String outcome) {}

  private final ClerksChanges changes;
  private final Orders orders;
  private final People people;

  OrderChangeApi(ClerksChanges changes, Orders orders, People people) {
    this.changes = changes;
    this.orders = orders;
    this.people = people;
  }

  @PostMapping("/api/orders/{id}/receiver")
  Answer receiver(@PathVariable String id, @RequestBody NewReceiver to) {
    RawAddress raw =
        RawAddress.inChina(
            text(to.province()), text(to.city()), text(to.district()), text(to.detail()));
    Receiver receiver = new Receiver(text(to.name()), text(to.phone()), raw, "");
    return answer(id, new Change.ChangeAddress(key(to.key()), receiver));
  }

  @PostMapping("/api/orders/{id}/cancel")
  Answer cancel(@PathVariable String id, @RequestBody Cancellation cancellation) {
    return answer(id, new Change.CancelOrder(key(cancellation.key()), text(cancellation.reason())));
  }

  @PostMapping("/api/orders/{id}/carrier")
  Answer carrier(@PathVariable String id, @RequestBody Carriage carriage) {
    Set<String> excluded = Objects.requireNonNullElse(carriage.excluded(), Set.of());
    return answer(
        id, new Change.ChooseCarrier(key(carriage.key()), text(carriage.appointed()), excluded));
  }

  @PostMapping("/api/orders/{id}/cancel-units")
  Answer units(@PathVariable String id, @RequestBody Units units) {
    return answer(
        id,
        new Change.RefundUnits(
            key(units.key()), text(units.lineNo()), units.qty(), BigDecimal.ZERO));
  }

  private Answer answer(String id, Change change) {
    ChangeOutcome outcome = changes.carryOut(visible(id), change);
    return new Answer(outcome.getClass().getSimpleName());
  }

  private Order visible(String id) {
    return orders
        .find(Ids.parse(id))
        .filter(o -> people.actor().scope().seesShop(o.shop()))
        .orElseThrow(() -> new Refusal("id", id, "Give the id of a known order."));
  }

  private static String text(@Nullable String said) {
    return Objects.requireNonNullElse(said, "").strip();
  }

  private static String key(@Nullable String said) {
    String key = text(said);
    if (key.isEmpty() || key.length() > 60) {
      throw new Refusal("key", key, "Give 1 to 60 characters of your own that name this change.");
    }
    return key;
  }
}
