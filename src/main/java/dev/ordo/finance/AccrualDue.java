package dev.ordo.finance;

import dev.ordo.shared.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Delivered orders whose accrual is not posted yet. */
@Repository
class AccrualDue {
  private static final String ADD =
      """
      INSERT INTO accrual_due (id, delivered_at, attempts) VALUES (?, ?, 0)
      ON CONFLICT DO NOTHING\
      """;
  private static final String AT = "SELECT id, delivered_at FROM accrual_due WHERE id = ANY(?)";
  private static final String SETTLED =
      """
      UPDATE accrual_due SET settled_at = ?, retry_at = NULL, attempts = 0 WHERE id = ANY(?)\
      """;

  private final JdbcTemplate jdbc;

  AccrualDue(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(Collection<Long> orderIds, Instant deliveredAt) {
    jdbc.batchUpdate(
        ADD, orderIds.stream().map(id -> new Object[] {id, SqlTime.of(deliveredAt)}).toList());
  }

  Map<Long, Instant> deliveredAt(Collection<Long> orderIds) {
    Map<Long, Instant> at = new HashMap<>();
    jdbc.query(
        AT,
        row -> {
          at.put(row.getLong("id"), SqlTime.read(row, "delivered_at"));
        },
        (Object) orderIds.toArray(Long[]::new));
    return at;
  }

  void settled(Collection<Long> orderIds, Instant at) {
    jdbc.update(SETTLED, SqlTime.of(at), orderIds.toArray(Long[]::new));
  }
}
