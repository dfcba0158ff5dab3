package dev.ordo.rulebook;

import dev.ordo.rules.Papers;
import dev.ordo.rules.Sources;
import dev.ordo.shared.SqlTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who approved or refused which content, and why. */
@Repository
class JudgementPapers implements Papers {
  private static final String JUDGEMENT = "judgement ";

  private final JdbcTemplate jdbc;

  JudgementPapers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> keys() {
    return jdbc.queryForList("SELECT id FROM rule_approval ORDER BY id", Long.class).stream()
        .map(id -> JUDGEMENT + id)
        .toList();
  }

  /**
   * Without the time it was made void: that comes later, and an activation needs one that holds.
   */
  @Override
  public Map<String, String> digests(Collection<String> keys) {
    Set<String> wanted = new HashSet<>(keys);
    Map<String, String> digests = new HashMap<>();
    jdbc.query(
        "SELECT id, draft_id, hash, approver, why, at, granted FROM rule_approval",
        row -> {
          String key = JUDGEMENT + row.getLong("id");
          if (wanted.contains(key)) {
            digests.put(
                key,
                Sources.digest(
                    key,
                    Long.toString(row.getLong("draft_id")),
                    row.getString("hash"),
                    row.getString("approver"),
                    row.getString("why"),
                    SqlTime.read(row, "at").toString(),
                    Boolean.toString(row.getBoolean("granted"))));
          }
        });
    return digests;
  }
}
