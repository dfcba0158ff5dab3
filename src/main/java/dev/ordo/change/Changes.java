package dev.ordo.change;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Replanning;
import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Stock;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one service that answers late changes; the table decides, this carries out. */
@Service
public class Changes {
  private static final Duration TASK_TIME = Duration.ofHours(2);

  private final ChangeRequests requests;
  private final Orders orders;
  private final Replanning replanning;
  private final Stock stock;
  private final Tasks tasks;
  private final BusinessClock clock;

  Changes(
      ChangeRequests requests,
      Orders orders,
      Replanning replanning,
      Stock stock,
      Tasks tasks,
      BusinessClock clock) {
    this.requests = requests;
    this.orders = orders;
    this.replanning = replanning;
    this.stock = stock;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Answers one change in the caller's transaction; asking again with the same key does nothing.
   *
   * @param actor login of the person, or {@code system} for a platform's message
   */
  @Transactional
  public ChangeOutcome request(long orderId, Change change, String actor) {
    Order order =
        orders
            .find(orderId)
            .orElseThrow(() -> new Refusal("orderId", orderId, "Give the id of a known order."));
    Stage stage = Stage.of(order, replanning.isUntouched(orderId));
    ChangeTable.Answer answer = ChangeTable.answer(change.kind(), stage);
    if (!requests.note(orderId, change, stage, answer, actor)) {
      return new ChangeOutcome.AlreadyDone();
    }
    return switch (answer) {
      case DO -> stage == Stage.COUNTER ? takeBack(order, change) : carryOut(order, change, actor);
      case TASK -> handOver(order, change);
      case REFUSE -> new ChangeOutcome.Refused(change.kind() + " at " + stage);
    };
  }

  private ChangeOutcome carryOut(Order order, Change change, String actor) {
    replanning.withdraw(order.id(), actor, change.kind().name());
    switch (change) {
      case Change.CancelOrder c -> cancel(order, actor, c.reason());
      case Change.RefundUnits c -> giveUp(order, c, actor);
      case Change.ChangeAddress c -> redirect(order, c, actor);
    }
    return new ChangeOutcome.Done();
  }

  /** Goods came back over the counter; the request is the record of the refund. */
  private ChangeOutcome takeBack(Order order, Change change) {
    if (change instanceof Change.RefundUnits refund) {
      orders.cancelUnits(unitsOf(order, refund));
    }
    return new ChangeOutcome.Done();
  }

  private void cancel(Order order, String actor, String reason) {
    stock.release(demands(order));
    orders.move(List.of(order.id()), OrderStatus.CANCELLED, actor, null, reason);
  }

  private void giveUp(Order order, Change.RefundUnits refund, String actor) {
    Map<Long, Integer> units = unitsOf(order, refund);
    int open = order.lines().stream().mapToInt(OrderLine::openQty).sum();
    int gone = units.values().stream().mapToInt(Integer::intValue).sum();
    orders.cancelUnits(units);
    if (gone >= open) {
      cancel(order, actor, "refund " + refund.key());
    } else {
      reviewAgain(order, actor, "refund " + refund.key());
    }
  }

  private static Map<Long, Integer> unitsOf(Order order, Change.RefundUnits refund) {
    Map<Long, Integer> units = new HashMap<>();
    for (OrderLine line : order.lines()) {
      if (refund.lineNo().isEmpty() || refund.lineNo().equals(line.lineNo())) {
        int wanted = refund.qty() == 0 ? line.openQty() : Math.min(refund.qty(), line.openQty());
        if (wanted > 0) {
          units.put(line.id(), wanted);
        }
      }
    }
    if (units.isEmpty()) {
      throw new Refusal(
          "lineNo", refund.lineNo(), "Give a line of the order that still has open units.");
    }
    return units;
  }

  private void redirect(Order order, Change.ChangeAddress change, String actor) {
    orders.changeReceiver(order.id(), change.receiver());
    reviewAgain(order, actor, "address");
  }

  /** Lets go of the units and sends the order through review again, where they are locked anew. */
  private void reviewAgain(Order order, String actor, String why) {
    stock.release(demands(order));
    orders.move(List.of(order.id()), OrderStatus.RECEIVED, actor, null, why);
    orders.wakeReview();
  }

  private static List<Demand> demands(Order order) {
    return order.lines().stream().map(l -> Demand.orderLine(l.id())).toList();
  }

  private ChangeOutcome handOver(Order order, Change change) {
    tasks.open(
        new NewTask(
            "LATE_" + change.kind(),
            "ORDER",
            order.id(),
            "late:" + order.id() + ":" + change.key(),
            Role.OPS_MANAGER,
            "change.task." + change.kind(),
            List.of(order.platformNo()),
            clock.now().plus(TASK_TIME)));
    return new ChangeOutcome.Handed(Role.OPS_MANAGER.name());
  }
}
