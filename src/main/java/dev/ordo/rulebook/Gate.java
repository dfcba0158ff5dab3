package dev.ordo.rulebook;

import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSetBroken.Fault;
import java.util.List;
import java.util.function.DoubleConsumer;

/** One check a candidate has to pass before it may decide. */
public interface Gate {
  /** Stable code, such as EXAMPLES. */
  String code();

  /**
   * Whether there is anything to look at yet; where nobody asks for the gate, it waits for that.
   */
  default boolean isDue(Release candidate) {
    return true;
  }

  /**
   * Checks a candidate; has no effect and may take minutes.
   *
   * @param progress told the share that is done, from 0 to 1
   */
  Outcome check(Release candidate, DoubleConsumer progress);

  /**
   * What a gate found.
   *
   * @param summary one line for people
   * @param faults what stands in the way, each with place and remedy; empty if passed
   */
  record Outcome(boolean passed, String summary, List<Fault> faults) {
    public Outcome {
      faults = List.copyOf(faults);
    }
  }
}
