package dev.ordo.order;

/** What became of an order that was handed to {@link Orders#insert}. */
public sealed interface Arrival {
  String shop();

  String platformNo();

  long orderId();

  /** Seen for the first time and stored. */
  record Inserted(String shop, String platformNo, long orderId) implements Arrival {}

  /** Known in this or a newer version: nothing to do. */
  record Known(String shop, String platformNo, long orderId) implements Arrival {}

  /** Known in this very version, which said otherwise then. */
  record Contradicted(String shop, String platformNo, long orderId) implements Arrival {}

  /** Known in an older version: a change of that order. */
  record Changed(String shop, String platformNo, long orderId, NewOrder newer) implements Arrival {}
}
