package dev.ordo.analysis;

import dev.ordo.rules.RuleSetBroken.Fault;

/**
 * Something in the rules that is wrong or doubtful, without running them.
 *
 * @param file file within the decision point's folder
 * @param place line, or row and column of the sheet
 * @param what one or two sentences
 * @param remedy what to do
 */
public record Finding(
    Code code, String point, String file, String place, String rule, String what, String remedy) {
  /** Kinds of findings; those that stop a release first. */
  public enum Code {
    DUPLICATE(true),
    SUBSUMED(true),
    CONFLICT(true),
    CONTRADICTION(true),
    UNREACHABLE_ROW(true),
    NEVER_FIRES(true),
    OVERLAP(false),
    GAP(false),
    EXPENSIVE(false),
    UNKNOWN_NAME(false),
    NO_EXAMPLE(false),
    NOT_COMPARED(false);

    private final boolean error;

    Code(boolean error) {
      this.error = error;
    }

    /** Whether a release with it must not decide. */
    public boolean isError() {
      return error;
    }
  }

  /** As a gate tells it. */
  public Fault fault() {
    String where = rule.isEmpty() ? place : place + ", " + rule;
    return new Fault(point + "/" + file, where, what + " " + remedy);
  }

  @Override
  public String toString() {
    return code + " " + fault();
  }
}
