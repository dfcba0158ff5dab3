package dev.ordo.inventory;

import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What happened to units of stock for a demand or a document: the evidence, read only. */
@Repository
public class StockHistory {
  private static final String LOCKS =
      """
      SELECT warehouse, sku, qty, status, locked_at, closed_at FROM stock_lock
       WHERE demand_id = ANY(?) ORDER BY id\
      """;
  private static final String MOVES =
      """
      SELECT at, kind, warehouse, sku, location, qty, unit_cost FROM stock_ledger
       WHERE cause_kind = ? AND cause_id = ANY(?) ORDER BY id\
      """;

  /**
   * Units promised to a demand.
   *
   * @param freedAt when they were given back unused, null if they were not
   */
  public record Promise(
      String warehouse, String sku, int qty, Instant lockedAt, @Nullable Instant freedAt) {}

  /** A line of the stock ledger; negative quantities left the house. */
  public record Move(
      Instant at,
      String kind,
      String warehouse,
      String sku,
      String location,
      int qty,
      BigDecimal unitCost) {}

  private final JdbcTemplate jdbc;

  StockHistory(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** All promises ever made to the demands, oldest first. */
  public List<Promise> promises(Collection<Long> demandIds) {
    return jdbc.query(
        LOCKS,
        (row, i) ->
            new Promise(
                row.getString("warehouse"),
                row.getString("sku"),
                row.getInt("qty"),
                SqlTime.read(row, "locked_at"),
                row.getString("status").equals("RELEASED") ? SqlTime.read(row, "closed_at") : null),
        (Object) demandIds.toArray(Long[]::new));
  }

  /** Ledger lines that documents of a kind caused, oldest first. */
  public List<Move> moves(String cause, Collection<String> causeIds) {
    return jdbc.query(
        MOVES,
        (row, i) ->
            new Move(
                SqlTime.read(row, "at"),
                row.getString("kind"),
                row.getString("warehouse"),
                row.getString("sku"),
                row.getString("location"),
                row.getInt("qty"),
                row.getBigDecimal("unit_cost")),
        cause,
        causeIds.toArray(String[]::new));
  }
}
