package dev.ordo.rules;

import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Releases and activations, the same for every node. */
@Repository
class ReleaseRows {
  private static final String INSERT =
      """
      INSERT INTO rule_release (point, hash, status, sources, maker, created_at, created_by)
      VALUES (?, ?, 'VALIDATED', ?, ?, ?, ?) ON CONFLICT DO NOTHING\
      """;
  private static final String ACTIVATE =
      """
      INSERT INTO rule_activation (id, point, hash, at, actor, why, took_back)
      SELECT greatest(CAST(? AS BIGINT), coalesce(max(id), 0) + 1), ?, ?, ?, ?, ?, ?
        FROM rule_activation\
      """;
  private static final String ACTIVE =
      """
      SELECT a.id, a.point, a.hash, a.at, a.actor, a.why FROM rule_activation a
       WHERE a.id IN (SELECT max(b.id) FROM rule_activation b GROUP BY b.point)\
      """;
  private static final String ACTIVATIONS =
      """
      SELECT id, point, hash, at, actor, why FROM rule_activation
       WHERE point = ? ORDER BY id DESC LIMIT ?\
      """;
  private static final String HEALTHY =
      """
      SELECT a.id, a.point, a.hash, a.at, a.actor, a.why FROM rule_activation a
       WHERE a.point = ? AND a.hash <> ?
         AND a.id = (SELECT max(s.id) FROM rule_activation s
                      WHERE s.point = a.point AND s.hash = a.hash)
         AND NOT EXISTS (SELECT 1 FROM rule_quarantine q
                          WHERE q.point = a.point AND q.hash = a.hash)
         AND NOT EXISTS (SELECT 1 FROM rule_activation b
                          WHERE b.took_back
                            AND b.id = (SELECT min(n.id) FROM rule_activation n
                                         WHERE n.point = a.point AND n.id > a.id))
       ORDER BY a.id DESC LIMIT 20\
      """;
  private static final String NEWEST = "SELECT coalesce(max(id), 0) FROM rule_activation";
  private static final String SOURCES =
      "SELECT sources, maker FROM rule_release WHERE point = ? AND hash = ?";

  private static final String OF_POINT =
      """
      SELECT r.hash, r.created_at, r.created_by,
             CASE WHEN r.hash = (SELECT a.hash FROM rule_activation a
                                  WHERE a.id = (SELECT max(b.id) FROM rule_activation b
                                                 WHERE b.point = r.point))
                  THEN TRUE ELSE FALSE END AS active
        FROM rule_release r WHERE r.point = ? ORDER BY r.created_at DESC LIMIT 20\
      """;

  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final MachineClock clock;

  ReleaseRows(JdbcTemplate jdbc, Ids ids, MachineClock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whether the release was new. */
  boolean store(Release release, String actor) {
    return jdbc.update(
            INSERT,
            release.set().point(),
            release.hash(),
            release.sources().packed(),
            Engine.maker(release.set()),
            SqlTime.of(clock.now()),
            actor)
        == 1;
  }

  /**
   * @param tookBack whether what decided until now shall not return by itself
   */
  void activate(String point, String hash, String actor, String why, boolean tookBack) {
    jdbc.update(ACTIVATE, ids.next(), point, hash, SqlTime.of(clock.now()), actor, why, tookBack);
  }

  /** Where the point may return to from a release, newest first. */
  List<Activation> healthyBefore(String point, String hash) {
    return jdbc.query(HEALTHY, ReleaseRows::activation, point, hash);
  }

  /** What decides now, by point. */
  Map<String, Activation> active() {
    return jdbc.query(ACTIVE, ReleaseRows::activation).stream()
        .collect(Collectors.toMap(Activation::point, a -> a));
  }

  /** Newest first. */
  List<Activation> activations(String point, int most) {
    return jdbc.query(ACTIVATIONS, ReleaseRows::activation, point, most);
  }

  long newestActivation() {
    return Objects.requireNonNull(jdbc.queryForObject(NEWEST, Long.class));
  }

  private static Activation activation(ResultSet row, int i) throws SQLException {
    return new Activation(
        row.getLong("id"),
        row.getString("point"),
        row.getString("hash"),
        SqlTime.read(row, "at"),
        row.getString("actor"),
        row.getString("why"));
  }

  /** The newest releases of a point, newest first. */
  List<StoredRelease> of(String point) {
    return jdbc.query(
        OF_POINT,
        (row, i) ->
            new StoredRelease(
                row.getString("hash"),
                SqlTime.read(row, "created_at"),
                row.getString("created_by"),
                row.getBoolean("active")),
        point);
  }

  /**
   * What a release is made of.
   *
   * @param maker engine and vocabulary it was hashed with, empty where nobody noted it
   */
  record Made(Sources sources, String maker) {}

  Optional<Made> made(String point, String hash) {
    return jdbc
        .query(
            SOURCES,
            (row, i) -> new Made(Sources.unpacked(row.getBytes("sources")), row.getString("maker")),
            point,
            hash)
        .stream()
        .findFirst();
  }
}
