package dev.ordo.order;

import dev.ordo.shared.SqlTime;
import dev.ordo.trail.Overrides;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Holds that people cleared although nothing about the order had changed. */
@Component
class ClearedAsTheyWere implements Overrides {
  private final JdbcTemplate jdbc;

  ClearedAsTheyWere(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, Tally> since(Instant from) {
    Map<String, Tally> tallies = new HashMap<>();
    jdbc.query(
        """
        SELECT reason, count(*), sum(CASE WHEN cleared_by <> 'system' THEN 1 ELSE 0 END)
          FROM order_hold WHERE cleared_at >= ? AND decision_id IS NOT NULL GROUP BY reason\
        """,
        row -> {
          tallies.put(row.getString(1), new Tally(row.getLong(2), row.getLong(3)));
        },
        SqlTime.of(from));
    return tallies;
  }
}
