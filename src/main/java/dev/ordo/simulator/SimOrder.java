package dev.ordo.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its shop keeps it; amounts in fen, times in business time.
 *
 * @param goods what the articles cost together after line discounts
 * @param trouble the label of what was seeded into it, empty for an honest order
 * @param next what its buyer will do next, and when
 */
record SimOrder(
    String shop,
    String no,
    Person buyer,
    List<Line> lines,
    long freight,
    long discount,
    String remark,
    boolean cod,
    Instant created,
    @Nullable Instant paid,
    Instant modified,
    State state,
    @Nullable Refund refund,
    String trouble,
    String waybill,
    @Nullable Act next) {

  /** Where the order stands at its platform. */
  enum State {
    WAIT_PAY,
    PAID,
    SHIPPED,
    DONE,
    CLOSED
  }

  /** One article; the price is what the shop charges apiece. */
  record Line(String lineNo, String sku, String name, int qty, long price, boolean presale) {
    long amount() {
      return price * qty;
    }
  }

  /** Money wanted back for the whole order. */
  record Refund(String no, boolean granted) {}

  /** Something a buyer will do. */
  record Act(Instant at, What what, @Nullable Person moved) {
    /** The things buyers do after ordering. */
    enum What {
      PAY,
      WANT_REFUND,
      MOVE,
      CONFIRM
    }
  }

  String key() {
    return shop + ":" + no;
  }

  long goods() {
    return lines.stream().mapToLong(Line::amount).sum();
  }

  long total() {
    return goods() - discount + freight;
  }

  /** A shop shows an order from now on, however late the world comes to it. */
  SimOrder shownAt(Instant now) {
    return modified.isAfter(now) ? this : at(now, state, next);
  }

  SimOrder at(Instant now, State newState, @Nullable Act then) {
    return new SimOrder(
        shop, no, buyer, lines, freight, discount, remark, cod, created, paid, now, newState,
        refund, trouble, waybill, then);
  }

  SimOrder paidAt(Instant now) {
    return new SimOrder(
        shop,
        no,
        buyer,
        lines,
        freight,
        discount,
        remark,
        cod,
        created,
        now,
        now,
        State.PAID,
        refund,
        trouble,
        waybill,
        null);
  }

  SimOrder wanting(Instant now, Refund wanted) {
    return new SimOrder(
        shop, no, buyer, lines, freight, discount, remark, cod, created, paid, now, state, wanted,
        trouble, waybill, null);
  }

  SimOrder movedTo(Instant now, Person elsewhere) {
    return new SimOrder(
        shop, no, elsewhere, lines, freight, discount, remark, cod, created, paid, now, state,
        refund, trouble, waybill, null);
  }

  SimOrder shippedWith(Instant now, String newWaybill, Act then) {
    return new SimOrder(
        shop,
        no,
        buyer,
        lines,
        freight,
        discount,
        remark,
        cod,
        created,
        paid,
        now,
        State.SHIPPED,
        refund,
        trouble,
        newWaybill,
        then);
  }
}
