package dev.ordo.change;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.fulfilment.Replanning;
import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Stock;
import dev.ordo.order.Hold;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.order.Supply;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one service that answers late changes; the table decides, this carries out. */
@Service
public class Changes {
  private static final Duration TASK_TIME = Duration.ofHours(2);

  private final ChangeRequests requests;
  private final Orders orders;
  private final Consignments consignments;
  private final Replanning replanning;
  private final Recalls recalls;
  private final Stock stock;
  private final Tasks tasks;
  private final BusinessClock clock;

  Changes(
      ChangeRequests requests,
      Orders orders,
      Consignments consignments,
      Replanning replanning,
      Recalls recalls,
      Stock stock,
      Tasks tasks,
      BusinessClock clock) {
    this.requests = requests;
    this.orders = orders;
    this.consignments = consignments;
    this.replanning = replanning;
    this.recalls = recalls;
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
    recalls.hold(orderId);
    Order order =
        orders
            .lock(orderId)
            .orElseThrow(() -> new Refusal("orderId", orderId, "Give the id of a known order."));
    List<Consignment> carried = consignments.lockOfOrder(orderId);
    Stage stage = Stage.of(order, !Recalls.onFloor(carried, Set.of()).isEmpty());
    ChangeTable.Answer answer = ChangeTable.answer(change.kind(), stage);
    if (!requests.note(orderId, change, stage, answer, actor)) {
      return new ChangeOutcome.AlreadyDone();
    }
    if (change instanceof Change.RefundUnits refund
        && RefundShares.named(order, refund).isEmpty()) {
      return handOver(order, change, "change.task.UNKNOWN_LINE");
    }
    if (change instanceof Change.NewVersion version && !isApplicable(order, version, answer)) {
      orders.amendWords(order.id(), version.newer(), version.said());
      return handOver(order, change, "change.task.VERSION");
    }
    return switch (answer) {
      case DO ->
          stage == Stage.COUNTER ? takeBack(order, change) : carryOut(order, change, stage, actor);
      case INTERCEPT -> intercept(order, change, carried, actor);
      case CALL_BACK -> callBack(order, change, carried, actor);
      case TASK -> handOver(order, change, "change.task." + change.kind());
      case REFUSE -> new ChangeOutcome.Refused(change.kind() + " at " + stage);
    };
  }

  /** Lines somebody got money back for already are left to a person, and so is what is unclear. */
  private static boolean isApplicable(
      Order order, Change.NewVersion version, ChangeTable.Answer answer) {
    boolean refunded =
        order.lines().stream().anyMatch(l -> l.cancelledQty() > 0 || l.refunded().signum() > 0);
    return answer == ChangeTable.Answer.DO && version.certain() && !(version.goods() && refunded);
  }

  /** Whether a refund of this number was asked for, so that there is something to withdraw. */
  public boolean knowsRefund(long orderId, String refundNo) {
    return requests.knows(orderId, refundNo);
  }

  /**
   * Sends an order nobody has walked for yet through review once more, from wherever it stands, in
   * the caller's transaction.
   *
   * @return whether it goes; what is further on its way is left alone
   */
  @Transactional
  public boolean reviewAgain(long orderId, String actor, String why) {
    recalls.hold(orderId);
    Order order = orders.lock(orderId).orElse(null);
    if (order == null) {
      return false;
    }
    boolean onFloor = !Recalls.onFloor(consignments.lockOfOrder(orderId), Set.of()).isEmpty();
    Stage stage = Stage.of(order, onFloor);
    if (stage == Stage.IN_REVIEW) {
      orders.liftHolds(orderId, why);
      orders.wakeReview();
    } else if (stage == Stage.BEFORE_WAVE) {
      withdraw(order, actor, why);
      reviewAgain(order, stage, actor, why);
    }
    return stage == Stage.IN_REVIEW || stage == Stage.BEFORE_WAVE;
  }

  /**
   * Withdraws the consignments of a planned order nobody has walked for yet and lets it be planned
   * anew, in the caller's transaction; its units stay locked.
   *
   * @return whether it is; what is further on its way is left alone
   */
  @Transactional
  public boolean planAgain(long orderId, String actor, String why) {
    recalls.hold(orderId);
    Order order = orders.lock(orderId).orElse(null);
    if (order == null) {
      return false;
    }
    boolean onFloor = !Recalls.onFloor(consignments.lockOfOrder(orderId), Set.of()).isEmpty();
    boolean open = Stage.of(order, onFloor) == Stage.BEFORE_WAVE;
    if (open) {
      withdraw(order, actor, why);
      replanning.planAgain(List.of(order));
    }
    return open;
  }

  private ChangeOutcome carryOut(Order order, Change change, Stage stage, String actor) {
    switch (change) {
      case Change.CancelOrder c -> {
        withdraw(order, actor, c.kind().name());
        cancel(order, actor, c.reason());
      }
      case Change.RefundUnits c -> refund(order, c, stage, actor);
      case Change.ChangeAddress c -> {
        withdraw(order, actor, c.kind().name());
        orders.changeReceiver(order.id(), c.receiver());
        reviewAgain(order, stage, actor, "address");
      }
      case Change.ChooseCarrier c -> {
        withdraw(order, actor, c.kind().name());
        orders.chooseCarriers(order.id(), c.appointed(), c.excluded());
        orders.clearHolds(
            order.id(), List.of(Hold.CARRIER_CONTRADICTORY), actor, "carrier " + c.said());
        reviewAgain(order, stage, actor, "carrier " + c.said());
      }
      case Change.NewVersion c -> {
        withdraw(order, actor, c.kind().name());
        orders.amend(order.id(), c.newer(), c.said());
        reviewAgain(order, stage, actor, "CHANGED_AT_SHOP");
      }
      case Change.ShippedElsewhere c -> {
        withdraw(order, actor, c.kind().name());
        reviewAgain(order, stage, actor, c.kind().name());
        orders.hold(List.of(shippedElsewhere(order, c)));
      }
      case Change.WithdrawRefund c ->
          throw new IllegalStateException("A person answers " + c.kind());
    }
    return new ChangeOutcome.Done();
  }

  /** Stops what is on the floor; what is with the carrier already is called back. */
  private ChangeOutcome intercept(
      Order order, Change change, List<Consignment> carried, String actor) {
    switch (change) {
      case Change.CancelOrder c -> {
        giveUp(order, everythingOf(order), carried, actor, c.reason());
        return callBackIfShipped(order, c, carried, actor);
      }
      case Change.RefundUnits c -> {
        RefundShares shares = RefundShares.of(order, c);
        giveUp(order, shares, carried, actor, "refund " + c.key());
        return shares.units() < c.qty() || c.isOfAll()
            ? callBackIfShipped(order, c, carried, actor)
            : cashLeft(order, c, carried);
      }
      default -> {
        recalls.intercept(Recalls.onFloor(carried, Set.of()), actor, change.kind().name());
        return carryOut(order, change, Stage.IN_WAREHOUSE, actor);
      }
    }
  }

  /** Units nobody wants any more are stopped wherever they are; the rest is planned anew. */
  private void giveUp(
      Order order, RefundShares shares, List<Consignment> carried, String actor, String why) {
    if (shares.units() == 0) {
      giveBack(order, shares);
      replanning.reprice(order.id());
      return;
    }
    boolean all = shares.units() >= openUnits(order);
    Set<Long> lines = all ? Set.of() : shares.lines().keySet();
    recalls.intercept(Recalls.onFloor(carried, lines), actor, why);
    withdraw(order, actor, why);
    giveBack(order, shares);
    if (all) {
      close(order, carried, actor, why);
    } else {
      planRest(order, shares);
    }
  }

  /** Nothing of the order is left to be shipped. */
  private void close(Order order, List<Consignment> carried, String actor, String why) {
    stock.release(demands(order));
    if (order.status() != OrderStatus.PARTIALLY_SHIPPED) {
      orders.move(List.of(order.id()), OrderStatus.CANCELLED, actor, null, why);
      return;
    }
    orders.move(List.of(order.id()), OrderStatus.SHIPPED, actor, null, why);
    if (carried.stream().noneMatch(c -> c.status() == ConsignmentStatus.HANDED_OVER)) {
      orders.move(List.of(order.id()), OrderStatus.DELIVERED, actor, null, why);
    }
  }

  /** The lines that lost units wait for as many as they still want; the others go on. */
  private void planRest(Order order, RefundShares shares) {
    Order now = orders.find(order.id()).orElseThrow();
    List<OrderLine> fewer =
        now.lines().stream().filter(l -> shares.lines().containsKey(l.id())).toList();
    stock.release(fewer.stream().map(l -> Demand.orderLine(l.id())).toList());
    Map<Long, Orders.LineSupply> supply = new HashMap<>();
    fewer.forEach(
        l ->
            supply.put(
                l.id(), new Orders.LineSupply(l.openQty() > 0 ? Supply.WAITING : Supply.OPEN, "")));
    orders.supply(supply);
    stock.offer(fewer.stream().map(OrderLine::sku).distinct().sorted().toList());
    replanning.planAgain(List.of(now));
  }

  /** A carrier that collects cash was told the old amount with the waybill. */
  private ChangeOutcome cashLeft(Order order, Change change, List<Consignment> carried) {
    boolean told =
        order.cod() && carried.stream().anyMatch(c -> c.status() == ConsignmentStatus.PACKED);
    return told
        ? handOver(order, change, "change.task." + change.kind())
        : new ChangeOutcome.Done();
  }

  private ChangeOutcome callBackIfShipped(
      Order order, Change change, List<Consignment> carried, String actor) {
    return carried.stream().anyMatch(c -> c.status() == ConsignmentStatus.HANDED_OVER)
        ? callBack(order, change, carried, actor)
        : new ChangeOutcome.Done();
  }

  /**
   * The carrier is asked for parcels that hold nothing but unwanted goods; a person follows it and
   * sees to the others.
   */
  private ChangeOutcome callBack(
      Order order, Change change, List<Consignment> carried, String actor) {
    Set<Long> unwanted = unwanted(order, change);
    recalls.callBack(
        carried.stream()
            .filter(c -> c.status() == ConsignmentStatus.HANDED_OVER)
            .filter(c -> c.lines().stream().allMatch(l -> unwanted.contains(l.orderLineId())))
            .toList(),
        actor);
    return handOver(order, change, "change.task." + change.kind());
  }

  /** Lines of which every unit is unwanted. */
  private static Set<Long> unwanted(Order order, Change change) {
    return order.lines().stream()
        .filter(
            l ->
                !(change instanceof Change.RefundUnits r)
                    || ((r.lineNo().isEmpty() || r.lineNo().equals(l.lineNo()))
                        && (r.isOfAll() || r.qty() >= l.qty() - l.cancelledQty())))
        .map(OrderLine::id)
        .collect(Collectors.toSet());
  }

  private static RefundShares everythingOf(Order order) {
    Map<Long, Orders.Back> lines = new HashMap<>();
    order.lines().stream()
        .filter(l -> l.openQty() > 0)
        .forEach(
            l ->
                lines.put(
                    l.id(),
                    new Orders.Back(
                        l.openQty(), l.shippedQty() == 0 ? l.keptAmount() : BigDecimal.ZERO)));
    return new RefundShares(lines, BigDecimal.ZERO);
  }

  private static int openUnits(Order order) {
    return order.lines().stream().mapToInt(OrderLine::openQty).sum();
  }

  /** What was announced to a carrier before it was waved is called off. */
  private void withdraw(Order order, String actor, String why) {
    recalls.stop(replanning.withdraw(order.id(), actor, why), actor, why);
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
    withdraw(order, actor, refund.kind().name());
    giveBack(order, shares);
    if (shares.units() >= openUnits(order)) {
      cancel(order, actor, "refund " + refund.key());
    } else {
      reviewAgain(order, stage, actor, "refund " + refund.key());
    }
  }

  private void giveBack(Order order, RefundShares shares) {
    orders.giveBack(order.id(), shares.lines(), shares.freight());
  }

  /**
   * Lets go of the units and sends the order through review again, where they are locked anew. What
   * held it was found on facts of before: review finds again what still holds.
   */
  private void reviewAgain(Order order, Stage stage, String actor, String why) {
    if (stage != Stage.UNPAID) {
      stock.release(demands(order));
      orders.move(List.of(order.id()), OrderStatus.RECEIVED, actor, null, why);
      orders.liftHolds(order.id(), why);
      orders.wakeReview();
    }
  }

  private static Orders.NewHold shippedElsewhere(Order order, Change.ShippedElsewhere change) {
    return new Orders.NewHold(
        order.id(), Hold.SHIPPED_ELSEWHERE, Role.OPS_MANAGER.name(), change.status(), "", null);
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
    return switch (change) {
      case Change.RefundUnits r -> r.lineNo() + " × " + r.qty() + ", " + r.amount().toPlainString();
      case Change.NewVersion v -> v.said();
      case Change.WithdrawRefund w -> w.refundNo();
      case Change.ChooseCarrier c -> c.said();
      default -> "";
    };
  }
}
