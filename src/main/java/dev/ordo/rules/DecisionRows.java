package dev.ordo.rules;

import dev.ordo.shared.SqlTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes and reads decision records. */
@Repository
class DecisionRows {
  private static final String INSERT =
      """
      INSERT INTO decision (id, point, release, at, facts, firings, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String SUBJECT =
      """
      INSERT INTO decision_subject (subject_id, kind, decision_id) VALUES (?, ?, ?)\
      """;
  private static final String COLUMNS =
      "SELECT d.id, d.point, d.release, d.at, d.facts, d.firings, d.hash FROM decision d ";
  private static final String BY_ID = COLUMNS + "WHERE d.id = ?";
  private static final String OF_SUBJECT =
      COLUMNS
          + """
          JOIN decision_subject s ON s.decision_id = d.id
           WHERE s.subject_id = ? AND s.kind = ? ORDER BY d.id\
          """;

  private final JdbcTemplate jdbc;
  private final DecisionJson json;

  DecisionRows(JdbcTemplate jdbc, DecisionJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(Collection<Recorded> recorded) {
    jdbc.batchUpdate(INSERT, recorded.stream().map(r -> columns(r.decision())).toList());
    jdbc.batchUpdate(
        SUBJECT,
        recorded.stream()
            .flatMap(
                r ->
                    r.subjects().stream()
                        .map(s -> new Object[] {s.id(), s.kind(), r.decision().id()}))
            .toList());
  }

  Optional<StoredDecision> find(long id) {
    return jdbc.query(BY_ID, this::stored, id).stream().findFirst();
  }

  List<StoredDecision> of(String kind, long subjectId) {
    return jdbc.query(OF_SUBJECT, this::stored, subjectId, kind);
  }

  private Object[] columns(Decision d) {
    String facts = json.facts(d.facts());
    String firings = json.firings(d.firings());
    return new Object[] {
      d.id(), d.point(), d.release(), SqlTime.of(d.at()), facts, firings, hash(d, facts, firings)
    };
  }

  static String hash(Decision d, String facts, String firings) {
    String text =
        String.join(
            "\n",
            String.valueOf(d.id()),
            d.point(),
            d.release(),
            d.at().toString(),
            facts,
            firings);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private StoredDecision stored(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    return new StoredDecision(
        row.getLong("id"),
        row.getString("point"),
        row.getString("release"),
        SqlTime.read(row, "at"),
        json.tree(row.getString("facts")),
        json.tree(row.getString("firings")),
        row.getString("facts"),
        row.getString("hash"));
  }
}
