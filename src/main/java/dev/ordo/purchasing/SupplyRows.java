package dev.ordo.purchasing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Suppliers, their terms and what they owe us, as rows. */
@Repository
class SupplyRows {
  private static final String TERMS =
      """
      SELECT t.sku, t.supplier, s.lead_days, t.moq, t.pack_size, t.unit_cost
        FROM supply_terms t JOIN supplier s ON s.code = t.supplier\
      """;
  private static final String ON_WAY =
      """
      SELECT po_no, line_no, supplier, sku, warehouse, qty, unit_cost, expected_on
        FROM goods_on_way WHERE received_at IS NULL
      """;
  private static final String ARRIVED =
      """
      UPDATE goods_on_way SET received_at = ?
       WHERE po_no = ? AND line_no = ? AND received_at IS NULL\
      """;

  private final JdbcTemplate jdbc;

  SupplyRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Supplier> suppliers() {
    return jdbc.query(
        "SELECT code, name, lead_days FROM supplier ORDER BY code",
        (row, i) ->
            new Supplier(row.getString("code"), row.getString("name"), row.getInt("lead_days")));
  }

  Map<String, Terms> terms() {
    Map<String, Terms> terms = new HashMap<>();
    jdbc.query(
        TERMS,
        row -> {
          terms.put(
              row.getString("sku"),
              new Terms(
                  row.getString("supplier"),
                  row.getInt("lead_days"),
                  row.getInt("moq"),
                  row.getInt("pack_size"),
                  row.getBigDecimal("unit_cost")));
        });
    return terms;
  }

  void putSuppliers(Collection<Supplier> suppliers) {
    jdbc.batchUpdate(
        "DELETE FROM supplier WHERE code = ?",
        suppliers.stream().map(s -> new Object[] {s.code()}).toList());
    jdbc.batchUpdate(
        "INSERT INTO supplier (code, name, lead_days) VALUES (?, ?, ?)",
        suppliers.stream().map(s -> new Object[] {s.code(), s.name(), s.leadDays()}).toList());
  }

  void putTerms(Collection<SupplyTerms> terms) {
    jdbc.batchUpdate(
        "DELETE FROM supply_terms WHERE sku = ?",
        terms.stream().map(t -> new Object[] {t.sku()}).toList());
    jdbc.batchUpdate(
        "INSERT INTO supply_terms (sku, supplier, moq, pack_size, unit_cost) VALUES (?, ?, ?, ?,"
            + " ?)",
        terms.stream()
            .map(t -> new Object[] {t.sku(), t.supplier(), t.moq(), t.packSize(), t.unitCost()})
            .toList());
  }

  void putOnWay(Collection<GoodsOnWay> goods) {
    jdbc.batchUpdate(
        """
        INSERT INTO goods_on_way (po_no, line_no, supplier, sku, warehouse, qty, unit_cost,
            expected_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
        """,
        goods.stream()
            .map(
                g ->
                    new Object[] {
                      g.poNo(),
                      g.lineNo(),
                      g.supplier(),
                      g.sku(),
                      g.warehouse(),
                      g.qty(),
                      g.unitCost(),
                      Date.valueOf(g.expectedOn())
                    })
            .toList());
  }

  /** Everything on the way, soonest first. */
  List<GoodsOnWay> onWay(int limit) {
    return jdbc.query(
        ON_WAY + "ORDER BY expected_on, po_no, line_no LIMIT ?", SupplyRows::onWay, limit);
  }

  List<GoodsOnWay> onWay(String poNo) {
    return jdbc.query(
        ON_WAY + "AND po_no = ? ORDER BY line_no FOR UPDATE", SupplyRows::onWay, poNo);
  }

  Map<String, Integer> onWayBySku() {
    Map<String, Integer> units = new HashMap<>();
    jdbc.query(
        "SELECT sku, SUM(qty) AS units FROM goods_on_way WHERE received_at IS NULL GROUP BY sku",
        row -> {
          units.put(row.getString("sku"), row.getInt("units"));
        });
    return units;
  }

  void arrived(Collection<GoodsOnWay> goods, Instant at) {
    jdbc.batchUpdate(
        ARRIVED,
        goods.stream().map(g -> new Object[] {Timestamp.from(at), g.poNo(), g.lineNo()}).toList());
  }

  private static GoodsOnWay onWay(ResultSet row, int number) throws SQLException {
    return new GoodsOnWay(
        row.getString("po_no"),
        row.getString("line_no"),
        row.getString("supplier"),
        row.getString("sku"),
        row.getString("warehouse"),
        row.getInt("qty"),
        row.getBigDecimal("unit_cost"),
        row.getDate("expected_on").toLocalDate());
  }
}
