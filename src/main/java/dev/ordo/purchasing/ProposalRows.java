package dev.ordo.purchasing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Proposals as rows. */
@Repository
class ProposalRows {
  private static final String SELECT =
      """
      SELECT id, business_day, sku, supplier, mean30, mean90, daily, deviation, lead_days,
             safety_stock, reorder_point, available, on_way, days_to_safety, days_short, qty,
             unit_cost, status
        FROM replenishment_proposal
      """;
  private static final String OPEN =
      SELECT + "WHERE status = 'OPEN' ORDER BY days_to_safety, days_short DESC, sku LIMIT ?";
  private static final String INSERT =
      """
      INSERT INTO replenishment_proposal (id, business_day, sku, supplier, mean30, mean90, daily,
          deviation, lead_days, safety_stock, reorder_point, available, on_way, days_to_safety,
          days_short, qty, unit_cost, status, decided_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT DO NOTHING\
      """;
  private static final String EXPIRE =
      "UPDATE replenishment_proposal SET status = 'EXPIRED' WHERE status = 'OPEN'";
  private static final String DECIDE =
      """
      UPDATE replenishment_proposal SET status = ?, decided_by = ?, decided_at = ?
       WHERE id = ? AND status = 'OPEN'\
      """;
  private static final String RUN =
      """
      INSERT INTO replenishment_run (business_day, run_at, proposals)
      VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
      """;

  private final JdbcTemplate jdbc;

  ProposalRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Proposal> open(int limit) {
    return jdbc.query(OPEN, ProposalRows::row, limit);
  }

  Optional<Proposal> find(long id) {
    return jdbc.query(SELECT + "WHERE id = ?", ProposalRows::row, id).stream().findFirst();
  }

  /** Notes the run of a day; false if that day has been run. */
  boolean begin(LocalDate day, Instant at, int proposals) {
    return jdbc.update(RUN, Date.valueOf(day), Timestamp.from(at), proposals) == 1;
  }

  Optional<LocalDate> lastRun() {
    return jdbc.queryForList("SELECT MAX(business_day) FROM replenishment_run", Date.class).stream()
        .filter(java.util.Objects::nonNull)
        .map(Date::toLocalDate)
        .findFirst();
  }

  void replace(Collection<Proposal> proposals) {
    jdbc.update(EXPIRE);
    jdbc.batchUpdate(INSERT, proposals.stream().map(ProposalRows::values).toList());
  }

  boolean decide(long id, String status, String login, Instant at) {
    return jdbc.update(DECIDE, status, login, Timestamp.from(at), id) == 1;
  }

  private static Object[] values(Proposal p) {
    return new Object[] {
      p.id(),
      Date.valueOf(p.day()),
      p.sku(),
      p.supplier(),
      p.mean30(),
      p.mean90(),
      p.daily(),
      p.deviation(),
      p.leadDays(),
      p.safetyStock(),
      p.reorderPoint(),
      p.available(),
      p.onWay(),
      p.daysToSafety(),
      p.daysShort(),
      p.qty(),
      p.unitCost(),
      p.status()
    };
  }

  private static Proposal row(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getLong("id"),
        row.getDate("business_day").toLocalDate(),
        row.getString("sku"),
        row.getString("supplier"),
        row.getBigDecimal("mean30"),
        row.getBigDecimal("mean90"),
        row.getBigDecimal("daily"),
        row.getBigDecimal("deviation"),
        row.getInt("lead_days"),
        row.getInt("safety_stock"),
        row.getInt("reorder_point"),
        row.getInt("available"),
        row.getInt("on_way"),
        row.getInt("days_to_safety"),
        row.getInt("days_short"),
        row.getInt("qty"),
        row.getBigDecimal("unit_cost"),
        row.getString("status"));
  }
}
