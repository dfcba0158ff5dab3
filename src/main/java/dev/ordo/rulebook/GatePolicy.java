package dev.ordo.rulebook;

import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of one decision point has to pass, and the limits it must keep afterwards.
 *
 * @param auto changed files become active as soon as their gates are green, without a person
 * @param approval what people change needs the approval of another person
 * @param selfApproval a one-person shop: the author may approve; logged like every approval
 * @param gates codes of the gates that must be green
 * @param leastStraightThrough percent of decisions that must pass without a hold; 0 asks nothing
 * @param mostHolds percent of decisions that may hold; 100 asks nothing
 * @param mostErrors percent of decisions that may fail; 100 asks nothing
 * @param leastDecisions decisions since the activation before the limits are judged
 * @param watchMinutes how long after an activation the limits are judged
 * @param mostChanged percent of past decisions the back-test may find changed; 100 asks nothing
 * @param leastShadowed live decisions the shadow has to see
 * @param mostDifferent percent of live decisions that may differ in the shadow; 100 asks nothing
 */
public record GatePolicy(
    String point,
    boolean auto,
    boolean approval,
    boolean selfApproval,
    Set<String> gates,
    BigDecimal leastStraightThrough,
    BigDecimal mostHolds,
    BigDecimal mostErrors,
    int leastDecisions,
    int watchMinutes,
    BigDecimal mostChanged,
    int leastShadowed,
    BigDecimal mostDifferent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public GatePolicy {
    gates = new TreeSet<>(gates);
    List<Refusal.Fault> faults = new ArrayList<>();
    percent("leastStraightThrough", leastStraightThrough, faults);
    percent("mostHolds", mostHolds, faults);
    percent("mostErrors", mostErrors, faults);
    between("leastDecisions", leastDecisions, 1, 1_000_000, faults);
    between("watchMinutes", watchMinutes, 0, 10_080, faults);
    mostChanged = Objects.requireNonNullElse(mostChanged, HUNDRED);
    mostDifferent = Objects.requireNonNullElse(mostDifferent, HUNDRED);
    percent("mostChanged", mostChanged, faults);
    between("leastShadowed", leastShadowed, 0, 1_000_000, faults);
    percent("mostDifferent", mostDifferent, faults);
    if (!faults.isEmpty()) {
      throw new Refusal(faults);
    }
  }

  /** Where nobody set anything: examples and shape must be in order, every twentieth may fail. */
  static GatePolicy initial(String point, boolean auto) {
    return new GatePolicy(
        point,
        auto,
        true,
        false,
        Set.of(Gates.COMPILE, ExamplesGate.CODE, Gates.STATIC),
        BigDecimal.ZERO,
        HUNDRED,
        BigDecimal.valueOf(5),
        50,
        60,
        HUNDRED,
        200,
        HUNDRED);
  }

  private static void percent(String field, BigDecimal value, List<Refusal.Fault> faults) {
    if (value.signum() < 0 || value.compareTo(HUNDRED) > 0 || value.scale() > 4) {
      faults.add(new Refusal.Fault(field, value.toString(), "Give a percentage from 0 to 100."));
    }
  }

  private static void between(
      String field, int value, int least, int most, List<Refusal.Fault> faults) {
    if (value < least || value > most) {
      faults.add(
          new Refusal.Fault(
              field, "" + value, "Give a number from %d to %d.".formatted(least, most)));
    }
  }
}
