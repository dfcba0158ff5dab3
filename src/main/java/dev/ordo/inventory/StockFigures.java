package dev.ordo.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and guards the figures per stock key. */
@Repository
class StockFigures {
  private static final String BY_SKU =
      """
      SELECT warehouse, sku, owner, batch, quality, pool, on_hand, locked FROM stock
       WHERE sku = ANY(?)
       ORDER BY sku, warehouse, owner, batch, quality, pool\
      """;
  private static final String KEY_IS =
      " WHERE warehouse = ? AND sku = ? AND owner = ? AND batch = ? AND quality = ? AND pool = ?";

  /** The whole batch at once: its rows are locked already, so their order does not matter. */
  private static final String LOCK =
      """
      MERGE INTO stock s
      USING (SELECT * FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
             CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
             CAST(? AS VARCHAR ARRAY), CAST(? AS INTEGER ARRAY))
             AS u (warehouse, sku, owner, batch, quality, pool, qty)) AS n
         ON s.warehouse = n.warehouse AND s.sku = n.sku AND s.owner = n.owner
            AND s.batch = n.batch AND s.quality = n.quality AND s.pool = n.pool
            AND s.on_hand - s.locked >= n.qty
       WHEN MATCHED THEN UPDATE SET locked = s.locked + n.qty\
      """;

  private static final String UNLOCK =
      "UPDATE stock SET locked = locked - ?" + KEY_IS + " AND locked >= ?";
  private static final String DEDUCT =
      "UPDATE stock SET on_hand = on_hand - ?, locked = locked - ?" + KEY_IS + " AND locked >= ?";
  private static final String ADD = "UPDATE stock SET on_hand = on_hand + ?" + KEY_IS;
  private static final String FIRST =
      """
      INSERT INTO stock (warehouse, sku, owner, batch, quality, pool, on_hand, locked)
      VALUES (?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT DO NOTHING\
      """;

  private final JdbcTemplate jdbc;

  StockFigures(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<StockKey, Figures> byKey(Collection<String> skus) {
    return query(BY_SKU, skus);
  }

  Map<StockKey, Figures> byKeyForUpdate(Collection<String> skus) {
    return query(BY_SKU + " FOR UPDATE", skus);
  }

  Map<String, Figures> totals(Collection<String> skus) {
    Map<String, Figures> totals = new HashMap<>();
    byKey(skus)
        .forEach(
            (key, f) -> {
              if (key.isForSale()) {
                totals.merge(key.sku(), f, Figures::plus);
              }
            });
    return totals;
  }

  /** Adds to the locked units, each key guarded by its free units. */
  void lock(TreeMap<StockKey, Integer> qtyByKey) {
    // A MERGE that has to wait for a row goes on with what it read before: so it never waits.
    byKeyForUpdate(qtyByKey.keySet().stream().map(StockKey::sku).toList());
    int rows =
        jdbc.update(
            LOCK,
            column(qtyByKey, StockKey::warehouse),
            column(qtyByKey, StockKey::sku),
            column(qtyByKey, StockKey::owner),
            column(qtyByKey, StockKey::batch),
            column(qtyByKey, StockKey::quality),
            column(qtyByKey, StockKey::pool),
            qtyByKey.values().toArray(Integer[]::new));
    if (rows != qtyByKey.size()) {
      throw new Stock.StockTaken(qtyByKey);
    }
  }

  private static String[] column(
      TreeMap<StockKey, Integer> qtyByKey, Function<StockKey, String> column) {
    return qtyByKey.keySet().stream().map(column).toArray(String[]::new);
  }

  void unlock(TreeMap<StockKey, Integer> qtyByKey) {
    change(qtyByKey, UNLOCK, 1, true);
  }

  /** Takes locked units out of stock. */
  void deduct(TreeMap<StockKey, Integer> qtyByKey) {
    change(qtyByKey, DEDUCT, 2, true);
  }

  void add(TreeMap<StockKey, Integer> qtyByKey) {
    jdbc.batchUpdate(FIRST, qtyByKey.keySet().stream().map(StockFigures::columns).toList());
    change(qtyByKey, ADD, 1, false);
  }

  private void change(
      TreeMap<StockKey, Integer> qtyByKey, String sql, int leading, boolean guarded) {
    if (qtyByKey.isEmpty()) {
      return;
    }
    int[] rows =
        jdbc.batchUpdate(
            sql,
            qtyByKey.entrySet().stream()
                .map(e -> arguments(e.getKey(), e.getValue(), leading, guarded))
                .toList());
    int i = 0;
    for (Map.Entry<StockKey, Integer> entry : qtyByKey.entrySet()) {
      if (rows[i++] != 1) {
        throw new Stock.StockTaken(Map.of(entry.getKey(), entry.getValue()));
      }
    }
  }

  private static Object[] arguments(StockKey key, int qty, int leading, boolean guarded) {
    Object[] arguments = new Object[leading + 6 + (guarded ? 1 : 0)];
    java.util.Arrays.fill(arguments, qty);
    System.arraycopy(columns(key), 0, arguments, leading, 6);
    return arguments;
  }

  static Object[] columns(StockKey key) {
    return new Object[] {
      key.warehouse(), key.sku(), key.owner(), key.batch(), key.quality(), key.pool()
    };
  }

  static StockKey key(ResultSet row) throws SQLException {
    return new StockKey(
        row.getString("warehouse"),
        row.getString("sku"),
        row.getString("owner"),
        row.getString("batch"),
        row.getString("quality"),
        row.getString("pool"));
  }

  private Map<StockKey, Figures> query(String sql, Collection<String> skus) {
    Map<StockKey, Figures> figures = new TreeMap<>();
    jdbc.query(
        sql,
        row -> {
          figures.put(key(row), new Figures(row.getInt("on_hand"), row.getInt("locked")));
        },
        (Object) skus.stream().distinct().toArray(String[]::new));
    return figures;
  }
}
