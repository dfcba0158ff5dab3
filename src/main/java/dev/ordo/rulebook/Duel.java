package dev.ordo.rulebook;

import dev.ordo.rules.Decision;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.PastDecision;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Undecided;
import java.util.List;

/** Asks two releases about the same stored facts. */
record Duel(Rules rules, DecisionPoint point, Release base, Release candidate) {

  /** Under one watch; where a rule hangs in the page, each decision under a watch of its own. */
  Compared compare(List<PastDecision> page) {
    try {
      return rules.together(
          () -> {
            Compared compared = new Compared();
            page.forEach(past -> compare(past, compared));
            return compared;
          });
    } catch (Undecided e) {
      Compared compared = new Compared();
      page.forEach(past -> compare(past, compared));
      return compared;
    }
  }

  private void compare(PastDecision past, Compared compared) {
    List<Object> facts;
    Side before;
    try {
      facts = candidate.facts(past.facts());
      before = before(past, facts);
    } catch (RuntimeException e) {
      compared.unreadable();
      return;
    }
    compared.add(past.id(), point.stake(facts), before, after(past, facts));
  }

  /** What the base itself decided is taken from the record, anything else it is asked anew. */
  private Side before(PastDecision past, List<Object> facts) {
    return past.release().equals(base.hash())
        ? Side.of(point, facts, base.firings(past.firings()))
        : Side.of(point, decided(base, past, facts));
  }

  private Side after(PastDecision past, List<Object> facts) {
    try {
      return Side.of(point, decided(candidate, past, facts));
    } catch (Undecided e) {
      return Side.ERROR;
    }
  }

  private Decision decided(Release release, PastDecision past, List<Object> facts) {
    return rules.together(() -> release.decide(past.id(), past.at(), facts));
  }
}
