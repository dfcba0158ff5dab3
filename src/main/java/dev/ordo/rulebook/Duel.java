package dev.ordo.rulebook;

import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.PastDecision;
import dev.ordo.rules.Release;
import java.util.List;

/** Asks two releases about the same stored facts. */
record Duel(DecisionPoint point, Release base, Release candidate) {

  Tally compare(List<PastDecision> page) {
    Tally tally = new Tally();
    page.forEach(past -> compare(past, tally));
    return tally;
  }

  private void compare(PastDecision past, Tally tally) {
    List<Object> facts;
    Side before;
    try {
      facts = candidate.facts(past.facts());
      before = before(past, facts);
    } catch (RuntimeException e) {
      tally.unreadable();
      return;
    }
    tally.add(past.id(), point.stake(facts), before, after(past, facts));
  }

  /** What the base itself decided is taken from the record, anything else it is asked anew. */
  private Side before(PastDecision past, List<Object> facts) {
    return past.release().equals(base.hash())
        ? Side.of(point, facts, base.firings(past.firings()))
        : Side.of(point, base.decide(past.id(), past.at(), facts));
  }

  private Side after(PastDecision past, List<Object> facts) {
    try {
      return Side.of(point, candidate.decide(past.id(), past.at(), facts));
    } catch (RuntimeException e) {
      return Side.ERROR;
    }
  }
}
