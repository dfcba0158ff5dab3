package dev.ordo.inventory;

import java.util.Comparator;

/**
 * What makes units interchangeable; stock, locks and ledger agree on it.
 *
 * @param warehouse warehouse code
 * @param sku article
 * @param owner whose goods they are
 * @param batch production batch, {@code -} where the article has none
 * @param quality GOOD, DAMAGED ...
 * @param pool sales pool the units are reserved for, MAIN by default
 */
public record StockKey(
    String warehouse, String sku, String owner, String batch, String quality, String pool)
    implements Comparable<StockKey> {
  private static final Comparator<StockKey> ORDER =
      Comparator.comparing(StockKey::sku)
          .thenComparing(StockKey::warehouse)
          .thenComparing(StockKey::owner)
          .thenComparing(StockKey::batch)
          .thenComparing(StockKey::quality)
          .thenComparing(StockKey::pool);

  /** Our own good stock in the main pool, without a batch. */
  public static StockKey of(String warehouse, String sku) {
    return new StockKey(warehouse, sku, "SELF", "-", "GOOD", "MAIN");
  }

  /** Whether an ordinary sale may take these units. */
  boolean isForSale() {
    return owner.equals("SELF") && quality.equals("GOOD") && pool.equals("MAIN");
  }

  /** The order in which rows are locked everywhere, so that two transactions never embrace. */
  @Override
  public int compareTo(StockKey other) {
    return ORDER.compare(this, other);
  }
}
