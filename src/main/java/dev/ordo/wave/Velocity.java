package dev.ordo.wave;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.SqlTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How often articles are picked: class A makes the first 80 % of the picks of the last 30 days,
 * class B the next 15 %, class C the rest and what was not picked at all.
 */
@Component
class Velocity {
  static final String SLOW = "C";
  private static final String FAST = "A";
  private static final Duration LATELY = Duration.ofDays(30);
  private static final double FAST_SHARE = 0.80;
  private static final double MEDIUM_SHARE = 0.95;
  private static final String PICKS =
      """
      SELECT p.sku, count(*) AS picks
        FROM wave_pick p
        JOIN wave_trip t ON t.id = p.trip_id
       WHERE t.warehouse = ? AND p.picked_at >= ?
       GROUP BY p.sku
       ORDER BY picks DESC, p.sku\
      """;

  /** Picks of one article. */
  record Picked(String sku, long picks) {}

  private final JdbcTemplate jdbc;
  private final BusinessClock clock;

  Velocity(JdbcTemplate jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Class A or B by SKU; what is missing is C. */
  Map<String, String> of(String warehouse) {
    return classes(picked(warehouse));
  }

  /** Articles of class A that were picked at least so often. */
  Set<String> hot(String warehouse, long least) {
    List<Picked> picked = picked(warehouse);
    Map<String, String> classes = classes(picked);
    return picked.stream()
        .filter(p -> p.picks() >= least && FAST.equals(classes.get(p.sku())))
        .map(Picked::sku)
        .collect(Collectors.toSet());
  }

  private List<Picked> picked(String warehouse) {
    return jdbc.query(
        PICKS,
        (row, i) -> new Picked(row.getString("sku"), row.getLong("picks")),
        warehouse,
        SqlTime.of(clock.now().minus(LATELY)));
  }

  /**
   * @param fastestFirst all articles that were picked
   */
  static Map<String, String> classes(List<Picked> fastestFirst) {
    long all = fastestFirst.stream().mapToLong(Picked::picks).sum();
    Map<String, String> classes = new HashMap<>();
    long before = 0;
    for (Picked picked : fastestFirst) {
      if (before >= MEDIUM_SHARE * all) {
        break;
      }
      classes.put(picked.sku, before < FAST_SHARE * all ? FAST : "B");
      before += picked.picks;
    }
    return classes;
  }
}
