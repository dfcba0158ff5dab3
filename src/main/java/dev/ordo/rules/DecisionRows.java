package dev.ordo.rules;

import dev.ordo.shared.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
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
  private static final String NEWEST =
      COLUMNS + "WHERE d.id < ? AND (? = '' OR d.point = ?) ORDER BY d.id DESC LIMIT ?";
  private static final String SUBJECTS =
      "SELECT kind, subject_id FROM decision_subject WHERE decision_id = ? ORDER BY kind";
  private static final String OF_SUBJECT =
      COLUMNS
          + """
          JOIN decision_subject s ON s.decision_id = d.id
           WHERE s.subject_id = ? AND s.kind = ? ORDER BY d.id\
          """;

  private final JdbcTemplate jdbc;

  DecisionRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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

  /** Newest first, of one point or of all where it is empty. */
  List<StoredDecision> newest(String point, long before, int size) {
    return jdbc.query(NEWEST, this::stored, before, point, point, size);
  }

  List<Subject> subjects(long decision) {
    return jdbc.query(
        SUBJECTS, (row, i) -> new Subject(row.getString(1), row.getLong(2)), decision);
  }

  private Object[] columns(Decision d) {
    String facts = Snapshots.facts(d.facts());
    String firings = Snapshots.firings(d.firings());
    return new Object[] {
      d.id(), d.point(), d.release(), SqlTime.of(d.at()), facts, firings, hash(d, facts, firings)
    };
  }

  private static String hash(Decision d, String facts, String firings) {
    return hash(d.id(), d.point(), d.release(), d.at(), facts, firings);
  }

  static String hash(
      long id, String point, String release, Instant at, String facts, String firings) {
    String text = String.join("\n", "" + id, point, release, at.toString(), facts, firings);
    return Sources.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private StoredDecision stored(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    return new StoredDecision(
        row.getLong("id"),
        row.getString("point"),
        row.getString("release"),
        SqlTime.read(row, "at"),
        Snapshots.factMaps(row.getString("facts")),
        Snapshots.firingMaps(row.getString("firings")),
        row.getString("facts"),
        row.getString("firings"),
        row.getString("hash"));
  }
}
