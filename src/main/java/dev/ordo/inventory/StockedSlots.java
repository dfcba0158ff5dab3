package dev.ordo.inventory;

import dev.ordo.site.SlotStock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Knows which slots goods lie in, for whoever rebuilds a floor. */
@Repository
class StockedSlots implements SlotStock {
  private static final String UNITS =
      """
      SELECT location, SUM(on_hand) FROM stock_place
       WHERE warehouse = ? AND location = ANY(?) AND on_hand > 0
       GROUP BY location\
      """;

  private final JdbcTemplate jdbc;

  StockedSlots(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, Integer> units(String warehouse, Collection<String> codes) {
    Map<String, Integer> units = new HashMap<>();
    jdbc.query(
        UNITS,
        row -> {
          units.put(row.getString(1), row.getInt(2));
        },
        warehouse,
        codes.toArray(String[]::new));
    return units;
  }
}
