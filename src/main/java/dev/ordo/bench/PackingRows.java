package dev.ordo.bench;

import dev.ordo.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of packed boxes. */
@Repository
class PackingRows {
  private static final String OF =
      """
      SELECT seq, carton, carton_cost, filler, filler_units, filler_cost, expected_g, weight_g,
             contents, packed_by, packed_at
        FROM packing WHERE consignment_id = ? ORDER BY seq\
      """;
  private static final String CLEAR = "DELETE FROM packing WHERE consignment_id = ?";
  private static final String ADD =
      """
      INSERT INTO packing (consignment_id, seq, carton, carton_cost, filler, filler_units,
             filler_cost, expected_g, contents, packed_by, packed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String WEIGH =
      "UPDATE packing SET weight_g = ? WHERE consignment_id = ? AND seq = ?";

  /**
   * A box on the bench.
   *
   * @param weightG what the scale said, null before
   */
  record Packed(
      int seq, PackedBox box, @Nullable Integer weightG, String packedBy, Instant packedAt) {}

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final BusinessClock clock;

  PackingRows(JdbcTemplate jdbc, JsonMapper json, BusinessClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  List<Packed> of(long consignment) {
    return jdbc.query(OF, (row, i) -> packed(row), consignment);
  }

  void replace(long consignment, List<PackedBox> boxes, String login) {
    jdbc.update(CLEAR, consignment);
    List<Object[]> rows = new ArrayList<>();
    for (PackedBox box : boxes) {
      rows.add(columns(consignment, rows.size() + 1, box, login));
    }
    jdbc.batchUpdate(ADD, rows);
  }

  void weigh(long consignment, int seq, int grams) {
    jdbc.update(WEIGH, grams, consignment, seq);
  }

  private Object[] columns(long consignment, int seq, PackedBox box, String login) {
    return new Object[] {
      consignment,
      seq,
      box.carton(),
      box.cartonCost(),
      box.filler(),
      box.fillerUnits(),
      box.fillerCost(),
      box.expectedG(),
      json.writeValueAsString(new TreeMap<>(box.contents())),
      login,
      Timestamp.from(clock.now())
    };
  }

  private Packed packed(ResultSet row) throws SQLException {
    Map<String, Integer> contents =
        json.readValue(row.getString("contents"), new TypeReference<Map<String, Integer>>() {});
    PackedBox box =
        new PackedBox(
            row.getString("carton"),
            row.getBigDecimal("carton_cost"),
            row.getString("filler"),
            row.getInt("filler_units"),
            row.getBigDecimal("filler_cost"),
            row.getInt("expected_g"),
            contents);
    return new Packed(
        row.getInt("seq"),
        box,
        row.getObject("weight_g", Integer.class),
        row.getString("packed_by"),
        row.getTimestamp("packed_at").toInstant());
  }
}
