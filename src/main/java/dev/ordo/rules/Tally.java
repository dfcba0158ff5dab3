package dev.ordo.rules;

/**
 * What became of the decisions of a release.
 *
 * @param passed let their subject go on
 * @param held stopped it, so that a person looks at it
 * @param failed broke off without an answer
 */
public record Tally(long passed, long held, long failed) {
  public static final Tally NONE = new Tally(0, 0, 0);

  public long total() {
    return passed + held + failed;
  }

  /** Share in percent; 0 of nothing. */
  public double percent(long part) {
    return total() == 0 ? 0 : 100.0 * part / total();
  }
}
