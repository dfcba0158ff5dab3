package dev.ordo.rulebook;

import dev.ordo.rules.RuleSetBroken.Fault;
import java.time.Instant;
import java.util.List;

/**
 * What a gate found about one content.
 *
 * @param code the gate's code
 * @param progress share that is done, 0 to 1
 * @param at machine time of its end, or of its begin while it runs
 */
public record GateRun(
    String code, State state, double progress, String summary, List<Fault> faults, Instant at) {
  /** How far a gate run is. */
  public enum State {
    NOT_RUN,
    RUNNING,
    PASSED,
    FAILED
  }

  public GateRun {
    faults = List.copyOf(faults);
  }

  static GateRun none(String code) {
    return new GateRun(code, State.NOT_RUN, 0, "", List.of(), Instant.EPOCH);
  }

  public boolean isPassed() {
    return state == State.PASSED;
  }
}
