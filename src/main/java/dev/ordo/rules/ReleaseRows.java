package dev.ordo.rules;

import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Releases and activations, the same for every node. */
@Repository
class ReleaseRows {
  private static final String INSERT =
      """
      INSERT INTO rule_release (point, hash, status, sources, created_at, created_by)
      VALUES (?, ?, 'VALIDATED', ?, ?, ?) ON CONFLICT DO NOTHING\
      """;
  private static final String ACTIVATE =
      "INSERT INTO rule_activation (id, point, hash, at, actor, why) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String ACTIVE =
      """
      SELECT a.point, a.hash FROM rule_activation a
       WHERE a.id = (SELECT max(b.id) FROM rule_activation b WHERE b.point = a.point)\
      """;
  private static final String SOURCES =
      "SELECT sources FROM rule_release WHERE point = ? AND hash = ?";

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
  private final JsonMapper json;

  ReleaseRows(JdbcTemplate jdbc, Ids ids, MachineClock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  /** Whether the release was new. */
  boolean store(Release release, String actor) {
    return jdbc.update(
            INSERT,
            release.set().point(),
            release.hash(),
            pack(release.sources()),
            SqlTime.of(clock.now()),
            actor)
        == 1;
  }

  void activate(String point, String hash, String actor, String why) {
    jdbc.update(ACTIVATE, ids.next(), point, hash, SqlTime.of(clock.now()), actor, why);
  }

  /** Active hash by point. */
  Map<String, String> active() {
    Map<String, String> active = new HashMap<>();
    jdbc.query(
        ACTIVE,
        row -> {
          active.put(row.getString("point"), row.getString("hash"));
        });
    return active;
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

  Optional<Sources> sources(String point, String hash) {
    return jdbc.query(SOURCES, (row, i) -> unpack(row.getBytes("sources")), point, hash).stream()
        .findFirst();
  }

  private byte[] pack(Sources sources) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json.writeValueAsBytes(sources));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Sources unpack(byte[] packed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return json.readValue(gzip.readAllBytes(), Sources.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
