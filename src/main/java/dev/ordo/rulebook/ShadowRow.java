package dev.ordo.rulebook;

import dev.ordo.rules.DecisionPoint.Stake;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Subject;

/** Both sides of one live decision, ready to be kept. */
record ShadowRow(
    Recorded decided, Stake stake, boolean byCandidate, Side before, Side after, int micros) {
  private static final int LONGEST_OUTCOME = 400;
  private static final int LONGEST_RULES = 4_000;

  boolean differs() {
    return !before.outcome().equals(after.outcome());
  }

  Object[] columns(long trial) {
    Subject about =
        decided.subjects().isEmpty() ? new Subject("", 0) : decided.subjects().getFirst();
    return new Object[] {
      trial,
      decided.decision().id(),
      about.kind(),
      about.id(),
      stake.shop(),
      stake.amount(),
      byCandidate,
      cut(before.outcome(), LONGEST_OUTCOME),
      cut(after.outcome(), LONGEST_OUTCOME),
      differs(),
      cut(String.join("\n", (byCandidate ? before : after).rules()), LONGEST_RULES),
      micros
    };
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }
}
