package dev.ordo.order;

import dev.ordo.journey.Stages;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to orders. Writes run in the caller's transaction and leave milestones. */
@Service
public class Orders {
  private final Reception reception;
  private final OrderRows rows;
  private final OrderMoves moves;
  private final Holds holds;
  private final OrderEdits edits;
  private final OrderAmendments amendments;
  private final OrderSearch search;
  private final Stages stages;

  Orders(
      Reception reception,
      OrderRows rows,
      OrderMoves moves,
      Holds holds,
      OrderEdits edits,
      OrderAmendments amendments,
      OrderSearch search,
      Stages stages) {
    this.reception = reception;
    this.rows = rows;
    this.moves = moves;
    this.holds = holds;
    this.edits = edits;
    this.amendments = amendments;
    this.search = search;
    this.stages = stages;
  }

  /**
   * Stores what is new; idempotent by shop and platform number.
   *
   * @return one arrival per order, in order; {@link Arrival.Changed} ones are stored nowhere yet
   */
  public List<Arrival> insert(Collection<NewOrder> orders) {
    List<Arrival> arrivals = reception.insert(orders);
    stages.wake("order-review");
    return arrivals;
  }

  /** Whole orders with lines and holds, in id order; unknown ids are absent. */
  public List<Order> load(Collection<Long> ids) {
    return rows.load(ids);
  }

  /** Orders between payment and the first parcel out of the house, by id upwards. */
  public List<Long> beforeShipping(long after, int size) {
    return rows.beforeShipping(after, size);
  }

  public Optional<Order> find(long id) {
    return rows.load(List.of(id)).stream().findFirst();
  }

  /** Finds by the number the buyer knows. */
  public Optional<Order> find(String shop, String platformNo) {
    return rows.idOf(shop, platformNo).flatMap(this::find);
  }

  /** Orders of a shop's buyer, by the platform's id of him, newest first, 200 at most. */
  public List<Order> ofBuyer(String shop, String buyerId) {
    List<Order> found = rows.load(search.ofBuyer(shop, reception.buyerKey(shop, buyerId)));
    return found.stream().sorted(Comparator.comparing(Order::orderedAt).reversed()).toList();
  }

  /** One page of a list, newest first. */
  public List<Order> search(OrderQuery query) {
    return rows.load(search.ids(query)).reversed();
  }

  /**
   * One business day of one shop.
   *
   * @param paid paid online or to be paid on delivery
   * @param released how many of them review released
   * @param untouched how many of those no person acted on: the straight-through ones
   * @param held how many had a hold other than a shortage at any time
   */
  public record DayFigures(
      String shop, int arrived, int paid, int released, int untouched, int held) {
    /** Orders released without any human act ÷ all paid orders; 1 without orders. */
    public double straightThroughRate() {
      return paid == 0 ? 1 : (double) untouched / paid;
    }
  }

  /** Figures per shop of orders that arrived in a span of business time. */
  public List<DayFigures> day(Instant from, Instant until) {
    return search.day(from, until);
  }

  /** Units ordered and not given up, per article, of orders that arrived in a span of time. */
  public Map<String, Integer> demand(Instant from, Instant until) {
    return search.demand(from, until);
  }

  /** How many orders wait for each reason, most first. */
  public Map<String, Integer> openHolds() {
    return search.openHolds();
  }

  /** How many orders stand in each status. */
  public Map<String, Integer> countByStatus() {
    return search.byStatus();
  }

  /** 95th percentile of arrival to release of unheld orders, milliseconds of real time. */
  public long releaseLatencyP95(Instant since) {
    return search.releaseLatencyP95(since);
  }

  /**
   * Orders of one receiver since a point in time.
   *
   * @param count how many, cancelled ones left out
   * @param small those of a small total
   * @param amount their total in the shops' currency
   */
  public record Velocity(int count, int small, java.math.BigDecimal amount) {}

  /** Recent orders per receiver key, for the risk rules, in one query. */
  public Map<String, Velocity> velocity(
      Collection<String> receiverKeys, Instant since, java.math.BigDecimal smallTotal) {
    return rows.velocity(receiverKeys, since, smallTotal);
  }

  /**
   * A buyer of shops that may merge.
   *
   * @param key keyed hash of the buyer
   */
  public record Buyer(String mergeScope, String key) {}

  /**
   * Orders of some buyers that have locked lines no consignment carries yet and no open hold; the
   * caller picks the receiver itself.
   */
  public List<Order> readyToPlan(Collection<Buyer> buyers) {
    return rows.load(rows.readyToPlan(buyers));
  }

  /** Orders of some buyers that are released or planned, without an open hold. */
  public List<Order> releasedOrPlanned(Collection<Buyer> buyers) {
    return rows.load(rows.releasedOrPlanned(buyers));
  }

  /**
   * What review decided for an order that passes.
   *
   * @param lines supply and warehouse per order line id
   * @param appointedCarrier carrier code the remarks ask for, empty for free choice
   */
  public record Release(
      long orderId,
      @Nullable Long decisionId,
      Map<Long, LineSupply> lines,
      String appointedCarrier,
      Collection<String> excludedCarriers,
      boolean invoiceWanted,
      Collection<String> tags) {}

  /** How a line is supplied. */
  public record LineSupply(Supply supply, String warehouse) {}

  /** RECEIVED → RELEASED with what review decided; the locks are taken in the same transaction. */
  public void release(Collection<Release> releases) {
    moves.release(releases);
  }

  /** A reason to hold an order back. */
  public record NewHold(
      long orderId,
      String reason,
      String ownerRole,
      String detail,
      String factsKey,
      @Nullable Long decisionId) {}

  /** Opens holds; a reason already open on its order is not opened twice. */
  public void hold(Collection<NewHold> newHolds) {
    holds.open(newHolds);
  }

  /**
   * A person clears reasons of an order; with the last one gone review runs again.
   *
   * @return how many holds were cleared
   */
  public int clearHolds(long orderId, Collection<String> reasons, String actor, String note) {
    int cleared = holds.clear(orderId, reasons, actor, note);
    stages.wake("order-review");
    return cleared;
  }

  /**
   * What the order says has changed: its open holds are lifted, so that review judges it anew and
   * raises again what still stands in the way.
   */
  public void liftHolds(long orderId, String why) {
    holds.lift(orderId, why);
  }

  /** Units of these articles became free: shortage holds that wait for them clear themselves. */
  public int clearShortages(Collection<String> skus) {
    int cleared = holds.clearShortages(skus);
    if (cleared > 0) {
      stages.wake("order-review");
    }
    return cleared;
  }

  /**
   * Moves orders along the table with a milestone each.
   *
   * @return ids that really moved; the others were not in a status the table allows
   */
  public List<Long> move(
      Collection<Long> ids, OrderStatus to, String actor, @Nullable Long decision, String detail) {
    return moves.move(ids, to, actor, decision, detail);
  }

  /** Notes how far the units of lines are secured. */
  public void supply(Map<Long, LineSupply> lines) {
    moves.supply(lines);
  }

  /** Lines that wait for goods of these articles, longest promised first. */
  public List<OrderLine> waiting(Collection<String> skus) {
    return rows.waiting(skus);
  }

  /** Units of a line left the house; the order becomes PARTIALLY_SHIPPED or SHIPPED. */
  public void shipped(Map<Long, Integer> qtyByLine) {
    moves.shipped(qtyByLine);
  }

  /**
   * Takes the newer version of a known order: the number that decides what is newer from now on.
   */
  public boolean takeVersion(NewOrder newer) {
    return edits.takeVersion(newer);
  }

  /**
   * Lets an unshipped order say what its newer version says: lines, amounts, remarks, invoice and
   * delivery. A line that is gone is given up whole; no line may have been refunded before.
   *
   * @param said what changed, for the timeline
   */
  public void amend(long orderId, NewOrder newer, String said) {
    amendments.amend(orderId, newer, said);
  }

  /** Takes over what harms nothing at any time: the remarks and whether an invoice is wanted. */
  public void amendWords(long orderId, NewOrder newer, String said) {
    amendments.amendWords(orderId, newer, said);
  }

  /** Payment came in: the order enters review. */
  public void paid(long orderId, Instant paidAt, java.math.BigDecimal amount) {
    edits.paid(orderId, paidAt, amount);
    stages.wake("order-review");
  }

  /**
   * Something of a line that the buyer gives back.
   *
   * @param qty open units he does not want, 0 for money only
   * @param amount money that goes back
   */
  public record Back(int qty, java.math.BigDecimal amount) {}

  /** Gives up units and money of lines, and freight; no line below nothing. */
  public void giveBack(long orderId, Map<Long, Back> backByLine, java.math.BigDecimal freight) {
    edits.giveBack(orderId, backByLine, freight);
  }

  /** As {@link #find(long)}, with the row locked until the transaction ends. */
  public Optional<Order> lock(long id) {
    moves.lock(id);
    return find(id);
  }

  /** Review is wanted at once, after the current transaction commits. */
  public void wakeReview() {
    stages.wake("order-review");
  }

  /** A person acted on the order before its release: it no longer counts as straight through. */
  public void touch(long orderId) {
    edits.touch(orderId);
  }

  /** A person says who carries the order and who does not; its remarks no longer say it. */
  public void chooseCarriers(long orderId, String appointed, Collection<String> excluded) {
    edits.chooseCarriers(orderId, appointed, excluded);
  }

  /** Another receiver before shipping: features, keys, masks and ciphers are derived anew. */
  public void changeReceiver(long orderId, dev.ordo.address.Receiver receiver) {
    edits.changeReceiver(orderId, receiver);
  }

  /** What a label needs in plain text; every reading is logged by the caller. */
  public record Revealed(String name, String phone, String detail) {
    @Override
    public String toString() {
      return "Revealed[masked]";
    }
  }

  /** What buyer and seller wrote, plain; never to be logged. */
  public record Written(String buyer, String seller) {
    @Override
    public String toString() {
      return "Written[masked]";
    }
  }

  /** The remarks of an order as they were written. */
  public Written remarks(long orderId) {
    return edits.remarks(orderId);
  }

  /** Receivers in plain text by order id. */
  public Map<Long, Revealed> reveal(Collection<Long> ids) {
    return edits.reveal(ids);
  }
}
