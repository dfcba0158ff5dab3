package dev.ordo.inventory;

/**
 * Units of one article.
 *
 * @param onHand units in the warehouse, the sum of the ledger
 * @param locked units promised to open demands, the sum of the open locks
 */
public record Figures(int onHand, int locked) {
  public static final Figures NONE = new Figures(0, 0);

  public int available() {
    return onHand - locked;
  }

  public Figures plus(Figures other) {
    return new Figures(onHand + other.onHand, locked + other.locked);
  }
}
