package dev.ordo.bench;

/**
 * What the bench says to one act: good or bad, about which article, and what to do next.
 *
 * @param sku article it is about, empty for none
 * @param qty pieces, or grams for weights
 */
public record BenchAnswer(Result result, String sku, int qty, BenchState state) {
  /** The kinds of answers; each has a sound and a sentence. */
  public enum Result {
    OPENED(true),
    RIGHT(true),
    REMOVED(true),
    PASSED(true),
    PACKED(true),
    WEIGHT_RIGHT(true),
    OVERRIDDEN(true),
    ALREADY_DONE(true),
    WRONG(false),
    EXTRA(false),
    MISSING(false),
    NOT_THERE(false),
    TOO_HEAVY(false),
    TOO_LIGHT(false),
    NOT_NOW(false),
    /** Its goods are wanted no more: it must not go any further. */
    CALLED_BACK(false);

    private final boolean good;

    Result(boolean good) {
      this.good = good;
    }

    public boolean good() {
      return good;
    }
  }

  public boolean good() {
    return result.good();
  }
}
