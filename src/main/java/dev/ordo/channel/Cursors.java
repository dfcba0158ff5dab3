package dev.ordo.channel;

import dev.ordo.shared.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each shop was pulled; a lease keeps two nodes from pulling the same shop at once. */
@Repository
class Cursors {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(10);

  private final JdbcClient jdbc;

  Cursors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins new shops a little in the past, so that nothing of their first hour is lost. */
  void begin(Collection<String> shops, Instant business) {
    for (String shop : shops) {
      jdbc.sql(
              """
              INSERT INTO channel_cursor (shop, pulled_to, due_at, pulls, orders, trouble)
              VALUES (?, ?, ?, 0, 0, '') ON CONFLICT DO NOTHING\
              """)
          .params(shop, SqlTime.of(business.minus(Duration.ofHours(1))), SqlTime.of(business))
          .update();
    }
  }

  List<PullState> all() {
    return jdbc.sql(
            "SELECT shop, pulled_to, due_at, orders, trouble FROM channel_cursor ORDER BY shop")
        .query(
            (row, i) ->
                new PullState(
                    row.getString(1),
                    SqlTime.read(row, "pulled_to"),
                    SqlTime.read(row, "due_at"),
                    row.getLong(4),
                    row.getString(5)))
        .list();
  }

  /** Takes the shop if it is due and free. */
  Optional<PullState> lease(String shop, Instant business, Instant machine) {
    int rows =
        jdbc.sql(
                """
                UPDATE channel_cursor SET lease_until = ?
                WHERE shop = ? AND due_at <= ? AND (lease_until IS NULL OR lease_until < ?)\
                """)
            .params(
                SqlTime.of(machine.plus(LEASE)), shop, SqlTime.of(business), SqlTime.of(machine))
            .update();
    return rows == 0
        ? Optional.empty()
        : all().stream().filter(cursor -> cursor.shop().equals(shop)).findFirst();
  }

  void done(Pull pull, Instant dueAt) {
    jdbc.sql(
            """
            UPDATE channel_cursor SET pulled_to = ?, due_at = ?, lease_until = NULL,
                pulls = pulls + 1, orders = orders + ?, trouble = ''
            WHERE shop = ?\
            """)
        .params(SqlTime.of(pull.window().to()), SqlTime.of(dueAt), pull.orders(), pull.shop())
        .update();
  }

  /** Whether there is such a shop; a pull under way is given up. */
  boolean dueNow(String shop, Instant business) {
    return jdbc.sql("UPDATE channel_cursor SET due_at = ?, lease_until = NULL WHERE shop = ?")
            .params(SqlTime.of(business), shop)
            .update()
        == 1;
  }

  void failed(String shop, String trouble, Instant machine) {
    jdbc.sql("UPDATE channel_cursor SET lease_until = ?, trouble = ? WHERE shop = ?")
        .params(
            SqlTime.of(machine.plus(PAUSE_AFTER_TROUBLE)),
            trouble.substring(0, Math.min(500, trouble.length())),
            shop)
        .update();
  }
}
