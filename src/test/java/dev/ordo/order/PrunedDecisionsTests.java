package dev.ordo.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import dev.ordo.journey.Invariant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A decision that retention pruned is not missed; one that should be there is. */
class PrunedDecisionsTests {
  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void areKnownByTheAnchorOfTheirDay(String database) {
    JdbcTemplate jdbc =
        new JdbcTemplate(database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres());
    Invariant recorded = new OrderInvariants().everyDecisionNamedIsRecorded();
    milestone(jdbc, 1, 70L);
    milestone(jdbc, 2, 71L);
    milestone(jdbc, 3, null);
    assertThat(recorded.violations().in(jdbc)).isEqualTo(2);

    jdbc.update(
        """
        INSERT INTO seal_anchor (sealed_day, first_block, last_block, entries, previous, link, hash,
                                 pruned_at, pruned_to)
        VALUES (DATE '2026-01-01', 1, 1, 1, 'p', 'l', 'h', CURRENT_TIMESTAMP, 70)\
        """);

    assertThat(recorded.violations().in(jdbc)).isEqualTo(1);
  }

  private static void milestone(JdbcTemplate jdbc, long id, Long decision) {
    jdbc.update(
        """
        INSERT INTO milestone (id, subject_kind, subject_id, at, what, from_status, to_status, actor,
                               decision_id, detail)
        VALUES (?, 'ORDER', 1, CURRENT_TIMESTAMP, 'X', 'A', 'B', 'system', ?, '')\
        """,
        id,
        decision);
  }
}
