package dev.ordo.rules;

import dev.ordo.shared.SqlTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stored releases with their files, and which of them was made to decide when by whom. */
@Repository
class ReleasePapers implements Papers {
  private static final String RELEASE = "release ";
  private static final String ACTIVATION = "activation ";
  private static final String RELEASES =
      """
      SELECT point, hash, sources, maker, created_at, created_by FROM rule_release\
      """;
  private static final String ACTIVATIONS =
      """
      SELECT id, point, hash, at, actor, why, took_back FROM rule_activation\
      """;

  private final JdbcTemplate jdbc;

  ReleasePapers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> keys() {
    return Stream.concat(
            jdbc
                .queryForList(
                    "SELECT point || ' ' || hash FROM rule_release ORDER BY created_at, point,"
                        + " hash",
                    String.class)
                .stream()
                .map(RELEASE::concat),
            jdbc.queryForList("SELECT id FROM rule_activation ORDER BY id", Long.class).stream()
                .map(id -> ACTIVATION + id))
        .toList();
  }

  @Override
  public Map<String, String> digests(Collection<String> keys) {
    Set<String> wanted = new HashSet<>(keys);
    Map<String, String> digests = new HashMap<>();
    if (wanted.stream().anyMatch(key -> key.startsWith(RELEASE))) {
      releases(wanted, digests);
    }
    if (wanted.stream().anyMatch(key -> key.startsWith(ACTIVATION))) {
      activations(wanted, digests);
    }
    return digests;
  }

  private void releases(Set<String> wanted, Map<String, String> digests) {
    jdbc.query(
        RELEASES,
        row -> {
          String key = RELEASE + row.getString("point") + " " + row.getString("hash");
          if (wanted.contains(key)) {
            String files = Sources.sha256(row.getBytes("sources"));
            digests.put(
                key,
                Sources.digest(
                    key,
                    files,
                    row.getString("maker"),
                    SqlTime.read(row, "created_at").toString(),
                    row.getString("created_by")));
          }
        });
  }

  private void activations(Set<String> wanted, Map<String, String> digests) {
    jdbc.query(
        ACTIVATIONS,
        row -> {
          String key = ACTIVATION + row.getLong("id");
          if (wanted.contains(key)) {
            digests.put(
                key,
                Sources.digest(
                    key,
                    row.getString("point"),
                    row.getString("hash"),
                    SqlTime.read(row, "at").toString(),
                    row.getString("actor"),
                    row.getString("why"),
                    Boolean.toString(row.getBoolean("took_back"))));
          }
        });
  }
}
