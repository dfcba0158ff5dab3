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
import java.util.List;
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
    replanning.lock(orderId);
    Order order =
        orders
            .lock(orderId)
            .orElseThrow(() -> new Refusal("orderId", orderId, "Give the id of a known order."));
    Stage stage = Stage.of(order, replanning.isUntouched(orderId));
    ChangeTable.Answer answer = ChangeTable.answer(change.kind(), stage);
    if (!requests.note(orderId, change, stage, answer, actor)) {
      return new ChangeOutcome.AlreadyDone();
    }
    if (change instanceof Change.RefundUnits refund
        && RefundShares.named(order, refund).isEmpty()) {
      return handOver(order, change, "change.task.UNKNOWN_LINE");
    }
    return switch (answer) {
      case DO ->
          stage == Stage.COUNTER ? takeBack(order, change) : carryOut(order, change, stage, actor);
      case TASK -> handOver(order, change, "change.task." + change.kind());
      case REFUSE -> new ChangeOutcome.Refused(change.kind() + " at " + stage);
    };
  }

  private ChangeOutcome carryOut(Order order, Change change, Stage stage, String actor) {
    switch (change) {
      case Change.CancelOrder c -> {
        replanning.withdraw(order.id(), actor, c.kind().name());
        cancel(order, actor, c.reason());
      }
      case Change.RefundUnits c -> refund(order, c, stage, actor);
      case Change.ChangeAddress c -> {
        replanning.withdraw(order.id(), actor, c.kind().name());
        orders.changeReceiver(order.id(), c.receiver());
        reviewAgain(order, stage, actor, "address");
      }
    }
    return new ChangeOutcome.Done();
  }

  /** Goods came back over the counter; the request is the record of the refund. */
  private ChangeOutcome takeBack(Order order, Change change) {
    if (change instanceof Change.RefundUnits refund) {
      giveBack(order, RefundShares.of(order, refund));
    }
    return new ChangeOutcome.Done();
  }

  private void cancel(Order order, String actor, String reason) {
    stock.release(demands(order));
    orders.move(List.of(order.id()), OrderStatus.CANCELLED, actor, null, reason);
  }

  /** Money alone leaves the units where they are; units that are not wanted are let go. */
  private void refund(Order order, Change.RefundUnits refund, Stage stage, String actor) {
    RefundShares shares = RefundShares.of(order, refund);
    if (shares.units() == 0) {
      giveBack(order, shares);
      replanning.reprice(order.id());
      return;
    }
    replanning.withdraw(order.id(), actor, refund.kind().name());
    giveBack(order, shares);
    if (shares.units() >= order.lines().stream().mapToInt(OrderLine::openQty).sum()) {
      cancel(order, actor, "refund " + refund.key());
    } else {
      reviewAgain(order, stage, actor, "refund " + refund.key());
    }
  }

  private void giveBack(Order order, RefundShares shares) {
    orders.giveBack(order.id(), shares.lines(), shares.freight());
  }

  /** Lets go of the units and sends the order through review again, where they are locked anew. */
  private void reviewAgain(Order order, Stage stage, String actor, String why) {
    if (stage != Stage.UNPAID) {
      stock.release(demands(order));
      orders.move(List.of(order.id()), OrderStatus.RECEIVED, actor, null, why);
      orders.wakeReview();
    }
  }

  private static List<Demand> demands(Order order) {
    return order.lines().stream().map(l -> Demand.orderLine(l.id())).toList();
  }

  private ChangeOutcome handOver(Order order, Change change, String sentence) {
    tasks.open(
        new NewTask(
                "LATE_" + change.kind(),
                "ORDER",
                order.id(),
                "late:" + order.id() + ":" + change.key(),
                Role.OPS_MANAGER,
                sentence,
                List.of(order.platformNo(), detail(change)),
                clock.now().plus(TASK_TIME))
            .ofShop(order.shop()));
    return new ChangeOutcome.Handed(Role.OPS_MANAGER.name());
  }

  private static String detail(Change change) {
    return change instanceof Change.RefundUnits r
        ? r.lineNo() + " × " + r.qty() + ", " + r.amount().toPlainString()
        : "";
  }
}
