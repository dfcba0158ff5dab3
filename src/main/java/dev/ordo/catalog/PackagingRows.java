package dev.ordo.catalog;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The carton and filler tables. */
@Repository
class PackagingRows {
  private static final String CARTONS =
      """
      SELECT code, length_mm, width_mm, height_mm, tare_g, max_weight_g, cost, active
        FROM carton
       WHERE active
       ORDER BY CAST(length_mm AS BIGINT) * width_mm * height_mm, cost, code\
      """;
  private static final String INSERT_CARTON =
      """
      INSERT INTO carton (code, length_mm, width_mm, height_mm, tare_g, max_weight_g, cost, active)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String FILLERS =
      "SELECT code, volume_mm3, weight_g, cost, active FROM filler WHERE active ORDER BY code";
  private static final String INSERT_FILLER =
      "INSERT INTO filler (code, volume_mm3, weight_g, cost, active) VALUES (?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;

  PackagingRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Carton> cartons() {
    return jdbc.query(
        CARTONS,
        (row, i) ->
            new Carton(
                row.getString("code"),
                row.getInt("length_mm"),
                row.getInt("width_mm"),
                row.getInt("height_mm"),
                row.getInt("tare_g"),
                row.getInt("max_weight_g"),
                row.getBigDecimal("cost"),
                row.getBoolean("active")));
  }

  void replaceCartons(List<Carton> batch) {
    jdbc.update(
        "DELETE FROM carton WHERE code = ANY(?)",
        (Object) batch.stream().map(Carton::code).toArray(String[]::new));
    jdbc.batchUpdate(
        INSERT_CARTON,
        batch.stream()
            .map(
                c ->
                    new Object[] {
                      c.code(),
                      c.lengthMm(),
                      c.widthMm(),
                      c.heightMm(),
                      c.tareG(),
                      c.maxWeightG(),
                      c.cost(),
                      c.active()
                    })
            .toList());
  }

  List<Filler> fillers() {
    return jdbc.query(
        FILLERS,
        (row, i) ->
            new Filler(
                row.getString("code"),
                row.getLong("volume_mm3"),
                row.getBigDecimal("weight_g"),
                row.getBigDecimal("cost"),
                row.getBoolean("active")));
  }

  void replaceFillers(List<Filler> batch) {
    jdbc.update(
        "DELETE FROM filler WHERE code = ANY(?)",
        (Object) batch.stream().map(Filler::code).toArray(String[]::new));
    jdbc.batchUpdate(
        INSERT_FILLER,
        batch.stream()
            .map(f -> new Object[] {f.code(), f.volumeMm3(), f.weightG(), f.cost(), f.active()})
            .toList());
  }
}
