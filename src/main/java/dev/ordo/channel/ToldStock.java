package dev.ordo.channel;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What each shop should know of our stock, and what it was last told. */
@Repository
class ToldStock {
  /**
   * One article at one shop.
   *
   * @param version grows; a figure never replaces one of a higher version
   * @param told pieces the shop was last told
   */
  record Figure(String shop, String sku, int available, long version, int told) {}

  private static final String NOTE =
      """
      UPDATE channel_stock SET available = ?, version = ?
      WHERE shop = ? AND sku = ? AND version < ?\
      """;
  private static final String ADD =
      """
      INSERT INTO channel_stock (shop, sku, available, version, told, told_version)
      VALUES (?, ?, ?, ?, 0, 0) ON CONFLICT DO NOTHING\
      """;
  private static final String PENDING =
      """
      SELECT shop, sku, available, version, told FROM channel_stock
      WHERE told_version < version ORDER BY version LIMIT ?\
      """;
  private static final String TOLD =
      """
      UPDATE channel_stock SET told = ?, told_version = ?
      WHERE shop = ? AND sku = ? AND told_version < ?\
      """;

  private final JdbcTemplate jdbc;

  ToldStock(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void note(List<Figure> figures) {
    int[] known =
        jdbc.batchUpdate(
            NOTE,
            figures.stream()
                .map(f -> new Object[] {f.available, f.version, f.shop, f.sku, f.version})
                .toList());
    List<Object[]> fresh = new ArrayList<>();
    for (int i = 0; i < known.length; i++) {
      if (known[i] == 0) {
        Figure f = figures.get(i);
        fresh.add(new Object[] {f.shop, f.sku, f.available, f.version});
      }
    }
    if (!fresh.isEmpty()) {
      jdbc.batchUpdate(ADD, fresh);
    }
  }

  List<Figure> pending(int most) {
    return jdbc.query(
        PENDING,
        (row, i) ->
            new Figure(
                row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getInt(5)),
        most);
  }

  void told(List<Figure> figures) {
    jdbc.batchUpdate(
        TOLD,
        figures.stream()
            .map(f -> new Object[] {f.available, f.version, f.shop, f.sku, f.version})
            .toList());
  }
}
