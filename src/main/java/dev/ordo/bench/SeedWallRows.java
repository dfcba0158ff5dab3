package dev.ordo.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of seed walls. */
@Repository
class SeedWallRows {
  private static final String OPEN =
      "INSERT INTO bench_wall (wave_id) VALUES (?) ON CONFLICT DO NOTHING";
  private static final String LOCK = "SELECT wave_id FROM bench_wall WHERE wave_id = ? FOR UPDATE";
  private static final String OF =
      """
      SELECT scan_key, consignment_id, sku, qty FROM bench_sorted
       WHERE wave_id = ? ORDER BY scan_key, part\
      """;
  private static final String ADD =
      """
      INSERT INTO bench_sorted (wave_id, scan_key, part, consignment_id, sku, qty)
      VALUES (?, ?, ?, ?, ?, ?)\
      """;

  /** Pieces of an article that one scan brought into one slot. */
  record Put(String key, long consignment, String sku, int qty) {}

  private final JdbcTemplate jdbc;

  SeedWallRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps others from this wall until the transaction ends. */
  void lock(long wave) {
    jdbc.update(OPEN, wave);
    jdbc.queryForList(LOCK, Long.class, wave);
  }

  List<Put> of(long wave) {
    return jdbc.query(
        OF,
        (row, i) ->
            new Put(
                row.getString("scan_key"),
                row.getLong("consignment_id"),
                row.getString("sku"),
                row.getInt("qty")),
        wave);
  }

  void add(long wave, List<Put> puts) {
    List<Object[]> rows = new ArrayList<>();
    for (Put put : puts) {
      rows.add(new Object[] {wave, put.key, rows.size(), put.consignment, put.sku, put.qty});
    }
    jdbc.batchUpdate(ADD, rows);
  }
}
