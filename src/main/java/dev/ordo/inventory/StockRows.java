package dev.ordo.inventory;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads figures for people: article by article, warehouse by warehouse. */
@Repository
public class StockRows {
  private static final String PAGE =
      """
      SELECT s.sku, s.warehouse, SUM(s.on_hand) AS on_hand, SUM(s.locked) AS locked
        FROM stock s
        JOIN (SELECT sku FROM stock
               WHERE sku > ? AND (? = '' OR sku LIKE ?)
               GROUP BY sku HAVING (? OR SUM(on_hand - locked) <= 0)
               ORDER BY sku LIMIT ?) page ON page.sku = s.sku
       GROUP BY s.sku, s.warehouse ORDER BY s.sku, s.warehouse\
      """;

  /** Units of an article in a warehouse, all batches and owners together. */
  public record Row(String sku, String warehouse, Figures figures) {}

  private final JdbcTemplate jdbc;

  StockRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The rows of some articles, by article number.
   *
   * @param beginning what the article number begins with, empty for all
   * @param soldOut only articles without a free unit
   * @param after only article numbers behind this one: the cursor
   */
  public List<Row> page(String beginning, boolean soldOut, String after, int articles) {
    return jdbc.query(
        PAGE,
        (row, i) ->
            new Row(
                row.getString("sku"),
                row.getString("warehouse"),
                new Figures(row.getInt("on_hand"), row.getInt("locked"))),
        after,
        beginning,
        beginning + "%",
        !soldOut,
        articles);
  }
}
