package dev.ordo.inventory;

/** What a lock is for: an order line before planning, a consignment line after it. */
public record Demand(Kind kind, long id) {
  /** The two bearers of a lock. */
  public enum Kind {
    ORDER_LINE,
    CONSIGNMENT_LINE
  }

  public static Demand orderLine(long id) {
    return new Demand(Kind.ORDER_LINE, id);
  }

  public static Demand consignmentLine(long id) {
    return new Demand(Kind.CONSIGNMENT_LINE, id);
  }
}
