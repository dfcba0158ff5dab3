package dev.ordo.rules;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of decisions. */
@Configuration
class DecisionInvariants {
  /** How many of each point are asked again: enough to notice, few enough for a live server. */
  private static final int SAMPLE = 20;

  @Bean
  Invariant decisionsReplay(Rules rules) {
    return new Invariant(
        "decisions: the newest of each point are unaltered and replay to the same verdicts",
        snapshot ->
            rules.points().keySet().stream()
                .flatMap(point -> rules.newest(point, Long.MAX_VALUE, SAMPLE).stream())
                .filter(decision -> !decision.isUnaltered() || !rules.replays(decision))
                .count());
  }

  @Bean
  Invariant everyDecisionHasASubject() {
    return Invariant.of(
        "decisions: each is about something",
        """
        SELECT count(*) FROM (
          SELECT id FROM (
            SELECT id, 1 AS made FROM decision
            UNION ALL
            SELECT DISTINCT decision_id, 0 FROM decision_subject) all_ids
          GROUP BY id HAVING count(*) = 1 AND sum(made) = 1) alone\
        """);
  }
}
