package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class SelfCheckTests extends RunningServer {
  @Autowired private SelfCheck selfCheck;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void findsALockThatNoFigureKnows() {
    jdbc.update(
        """
        INSERT INTO stock_lock (id, demand_kind, demand_id, warehouse, sku, owner, batch, quality,
            pool, qty, status, locked_at)
        VALUES (-1, 'ORDER_LINE', -1, 'WX', 'GHOST', 'SELF', '-', 'GOOD', 'MAIN', 1, 'OPEN', ?)\
        """,
        java.sql.Timestamp.from(Instant.EPOCH));
    try {
      assertThat(selfCheck.run())
          .filteredOn(c -> c.violations() > 0)
          .extracting(SelfCheck.Checked::says)
          .contains("stock: locked = sum of open locks, per stock key");
      assertThat(get("/api/self-check").body()).contains("\"clean\":false");
    } finally {
      jdbc.update("DELETE FROM stock_lock WHERE id = -1");
    }
  }
}
