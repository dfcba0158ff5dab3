package dev.ordo.rulebook;

import dev.ordo.trail.ReleasePeople;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who wrote and who approved which release. */
@Component
class Approvers implements ReleasePeople {
  private final JdbcTemplate jdbc;

  Approvers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> releases(String login) {
    return Set.copyOf(
        jdbc.queryForList(
            """
            SELECT hash FROM rule_approval WHERE approver = ? AND granted AND voided_at IS NULL
            UNION SELECT hash FROM rule_draft WHERE author = ?\
            """,
            String.class,
            login,
            login));
  }
}
