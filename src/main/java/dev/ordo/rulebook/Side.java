package dev.ordo.rulebook;

import dev.ordo.rules.Decision;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one of two releases says about a decision.
 *
 * @param held whether a person has to look at it
 * @param rules names of the rules that fired
 * @param failed whether it gave up instead
 */
record Side(String outcome, boolean held, Set<String> rules, boolean failed) {
  static final Side ERROR = new Side("ERROR", true, Set.of(), true);

  static Side of(DecisionPoint point, Decision decision) {
    return of(point, decision.facts(), decision.firings());
  }

  static Side of(DecisionPoint point, List<?> facts, List<Firing> firings) {
    List<Verdict> verdicts = new ArrayList<>(firings.size());
    Set<String> rules = new HashSet<>();
    for (Firing firing : firings) {
      rules.add(firing.rule());
      Verdict verdict = firing.verdict();
      if (verdict != null) {
        verdicts.add(verdict);
      }
    }
    return new Side(point.outcome(facts, verdicts), point.holds(facts, verdicts), rules, false);
  }
}
