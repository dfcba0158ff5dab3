package dev.ordo.rules;

import dev.ordo.shared.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes and reads decision records. */
@Repository
class DecisionRows {
  private static final String INSERT =
      """
      INSERT INTO decision (id, point, release, at, subjects, facts, firings, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String SUBJECT =
      """
      INSERT INTO decision_subject (subject_id, kind, decision_id) VALUES (?, ?, ?)\
      """;
  private static final String COLUMNS =
      """
      SELECT d.id, d.point, d.release, d.at, d.subjects, d.facts, d.firings, d.hash
        FROM decision d \
      """;
  private static final String BY_ID = COLUMNS + "WHERE d.id = ?";
  private static final String NEWEST =
      COLUMNS + "WHERE d.id < ? AND (? = '' OR d.point = ?) ORDER BY d.id DESC LIMIT ?";
  private static final String BETWEEN =
      COLUMNS + "WHERE d.id > ? AND d.id <= ? ORDER BY d.id LIMIT ?";
  private static final String AMONG = COLUMNS + "WHERE d.id = ANY(?) ORDER BY d.id";
  private static final String IDS =
      "SELECT id FROM decision WHERE id > ? AND id <= ? ORDER BY id LIMIT ?";
  private static final String SUBJECTS =
      "SELECT kind, subject_id FROM decision_subject WHERE decision_id = ? ORDER BY kind";
  private static final String PAST =
      """
      SELECT d.id, d.release, d.at, d.facts, d.firings FROM decision d
       WHERE d.point = ? AND d.id < ? AND d.at >= ? AND d.at < ?
       ORDER BY d.id DESC LIMIT ?\
      """;
  private static final String LAST =
      """
      SELECT s.subject_id, d.id, d.release, d.facts, d.firings
        FROM decision_subject s JOIN decision d ON d.id = s.decision_id
       WHERE s.subject_id = ANY(?) AND s.kind = ? AND d.point = ?
       ORDER BY s.subject_id, d.id DESC\
      """;
  private static final String PAST_COUNT =
      """
      SELECT count(*) FROM (
        SELECT d.id FROM decision d
         WHERE d.point = ? AND d.id < ? AND d.at >= ? AND d.at < ? LIMIT ?) counted\
      """;
  private static final String SINCE =
      """
      SELECT s.kind, s.subject_id FROM decision d
        JOIN decision_subject s ON s.decision_id = d.id
       WHERE d.point = ? AND d.id > ? AND d.release = ? ORDER BY d.id DESC LIMIT ?\
      """;
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
    jdbc.batchUpdate(INSERT, recorded.stream().map(DecisionRows::columns).toList());
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

  /** By id upwards, from above one id up to and with another. */
  List<StoredDecision> between(long after, long upTo, int most) {
    return jdbc.query(BETWEEN, this::stored, after, upTo, most);
  }

  /** Those of these ids that are there, by id upwards. */
  List<StoredDecision> among(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : jdbc.query(AMONG, this::stored, (Object) array(ids));
  }

  List<Long> ids(long after, long upTo, int most) {
    return jdbc.queryForList(IDS, Long.class, after, upTo, most);
  }

  /** Subjects of these decisions that still lead to them. */
  Set<String> links(Collection<Long> subjects, long from, long upTo) {
    return Set.copyOf(
        jdbc.query(
            """
            SELECT kind, subject_id, decision_id FROM decision_subject
             WHERE subject_id = ANY(?) AND decision_id BETWEEN ? AND ?\
            """,
            (row, i) -> link(new Subject(row.getString(1), row.getLong(2)), row.getLong(3)),
            array(subjects),
            from,
            upTo));
  }

  static String link(Subject subject, long decision) {
    return subject.kind() + subject.id() + "-" + decision;
  }

  void dropLinks(long upTo) {
    jdbc.update(
        """
        DELETE FROM decision_subject WHERE decision_id <= ?
           AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = decision_subject.decision_id)\
        """,
        upTo);
  }

  void delete(Collection<StoredDecision> decisions) {
    jdbc.batchUpdate(
        "DELETE FROM decision_subject WHERE subject_id = ? AND kind = ? AND decision_id = ?",
        decisions.stream()
            .flatMap(d -> d.subjects().stream().map(s -> new Object[] {s.id(), s.kind(), d.id()}))
            .toList());
    jdbc.update(
        "DELETE FROM decision WHERE id = ANY(?)",
        (Object) array(decisions.stream().map(StoredDecision::id).toList()));
  }

  private static Long[] array(Collection<Long> ids) {
    return ids.toArray(Long[]::new);
  }

  /** Newest first, of one point or of all where it is empty. */
  List<StoredDecision> newest(String point, long before, int size) {
    return jdbc.query(NEWEST, this::stored, before, point, point, size);
  }

  List<PastDecision> past(String point, long before, Instant from, Instant until, int size) {
    return jdbc.query(
        PAST,
        (row, i) ->
            new PastDecision(
                row.getLong(1),
                row.getString(2),
                SqlTime.read(row, "at"),
                row.getString(4),
                row.getString(5)),
        point,
        before,
        SqlTime.of(from),
        SqlTime.of(until),
        size);
  }

  /** Newest decision of a point by subject; a set query whatever their number. */
  List<LastDecision> last(String point, String kind, Collection<Long> subjects) {
    Map<Long, LastDecision> newest = new LinkedHashMap<>();
    jdbc.query(
            LAST,
            (row, i) ->
                new LastDecision(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)),
            subjects.toArray(Long[]::new),
            kind,
            point)
        .forEach(last -> newest.putIfAbsent(last.subject(), last));
    return List.copyOf(newest.values());
  }

  long countPast(String point, long before, Instant from, Instant until, long atMost) {
    Long count =
        jdbc.queryForObject(
            PAST_COUNT, Long.class, point, before, SqlTime.of(from), SqlTime.of(until), atMost);
    return count == null ? 0 : count;
  }

  /** What these decisions are about, as their records say. */
  Map<Long, List<Subject>> subjects(Collection<Long> decisions) {
    Map<Long, List<Subject>> byDecision = new LinkedHashMap<>();
    jdbc.query(
        "SELECT id, subjects FROM decision WHERE id = ANY(?)",
        row -> {
          byDecision.put(row.getLong(1), Snapshots.subjects(row.getString(2)));
        },
        (Object) decisions.toArray(Long[]::new));
    return byDecision;
  }

  List<Subject> subjects(long decision) {
    return jdbc.query(
        SUBJECTS, (row, i) -> new Subject(row.getString(1), row.getLong(2)), decision);
  }

  /** Ids grow with time: what was decided after the activation. */
  List<Subject> subjectsSince(String point, String release, long since, int most) {
    return jdbc.query(
        SINCE,
        (row, i) -> new Subject(row.getString(1), row.getLong(2)),
        point,
        since,
        release,
        most);
  }

  private static Object[] columns(Recorded recorded) {
    Decision d = recorded.decision();
    String subjects = Snapshots.subjects(recorded.subjects());
    String facts = Snapshots.facts(d.facts());
    String firings = Snapshots.firings(d.firings());
    String hash = hash(d.id(), d.point(), d.release(), d.at(), subjects, facts, firings);
    return new Object[] {
      d.id(), d.point(), d.release(), SqlTime.of(d.at()), subjects, facts, firings, hash
    };
  }

  /** Records from before subjects were part of them have a hash without these. */
  static String hash(
      long id,
      String point,
      String release,
      Instant at,
      String subjects,
      String facts,
      String firings) {
    String head = String.join("\n", "" + id, point, release, at.toString());
    String text = String.join("\n", subjects.isEmpty() ? head : head + "\n" + subjects, facts);
    return Sources.sha256((text + "\n" + firings).getBytes(StandardCharsets.UTF_8));
  }

  private StoredDecision stored(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    return new StoredDecision(
        row.getLong("id"),
        row.getString("point"),
        row.getString("release"),
        SqlTime.read(row, "at"),
        row.getString("subjects"),
        row.getString("facts"),
        row.getString("firings"),
        row.getString("hash"));
  }
}
