package dev.ordo.rulebook;

import dev.ordo.rules.Sources;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Drafts, who edited them and who approved them. SHADOW is not stored: it is what a checked draft
 * is as long as a trial of its content runs.
 */
@Repository
class DraftRows {
  private static final String COLUMNS =
      """
      SELECT id, point, title, author, base, sources, hash, version, updated_at,
             CASE WHEN status IN ('VALIDATED', 'BACKTESTED', 'APPROVED')
                   AND EXISTS (SELECT 1 FROM rule_trial t
                                WHERE t.state = 'RUNNING' AND t.point = rule_draft.point
                                  AND t.candidate = rule_draft.hash)
                  THEN 'SHADOW' ELSE status END AS status
        FROM rule_draft\
      """;

  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final MachineClock clock;

  DraftRows(JdbcTemplate jdbc, Ids ids, MachineClock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  long insert(String title, String author, String base, Sources sources) {
    long id = ids.next();
    jdbc.update(
        """
        INSERT INTO rule_draft
          (id, point, title, author, base, sources, hash, status, version, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'DRAFT', 1, ?)\
        """,
        id,
        sources.point(),
        title,
        author,
        base,
        sources.packed(),
        sources.hash(),
        SqlTime.of(clock.now()));
    return id;
  }

  /** The newest of a point, newest first. */
  List<Draft> of(String point) {
    return jdbc.query(
        COLUMNS + " WHERE point = ? ORDER BY id DESC LIMIT 50", DraftRows::draft, point);
  }

  Optional<Draft> find(long id) {
    return jdbc.query(COLUMNS + " WHERE id = ?", DraftRows::draft, id).stream().findFirst();
  }

  /** Those with this content, newest first. */
  List<Draft> of(String point, String hash) {
    return jdbc.query(
        COLUMNS + " WHERE point = ? AND hash = ? ORDER BY id DESC", DraftRows::draft, point, hash);
  }

  /** Locks the drafts with this content until the transaction ends, newest first. */
  List<Draft> lock(String point, String hash) {
    return jdbc.query(
        COLUMNS + " WHERE point = ? AND hash = ? ORDER BY id DESC FOR UPDATE",
        DraftRows::draft,
        point,
        hash);
  }

  /** Whether the version still was the one given; approvals are void then. */
  boolean edit(Draft seen, Sources sources, String file, String login) {
    boolean mine =
        jdbc.update(
                """
                UPDATE rule_draft
                   SET sources = ?, hash = ?, status = 'DRAFT', version = version + 1,
                       updated_at = ?
                 WHERE id = ? AND version = ?
                   AND status NOT IN ('ACTIVE', 'RETIRED', 'ROLLED_BACK')\
                """,
                sources.packed(),
                sources.hash(),
                SqlTime.of(clock.now()),
                seen.id(),
                seen.version())
            == 1;
    if (mine) {
      noteEdit(seen, file, login);
      voidJudgements(seen.id());
    }
    return mine;
  }

  private void voidJudgements(long draft) {
    jdbc.update(
        "UPDATE rule_approval SET voided_at = ? WHERE draft_id = ? AND voided_at IS NULL",
        SqlTime.of(clock.now()),
        draft);
  }

  private void noteEdit(Draft seen, String file, String login) {
    jdbc.update(
        "INSERT INTO rule_draft_edit (draft_id, version, login, file, at) VALUES (?, ?, ?, ?, ?)",
        seen.id(),
        seen.version() + 1,
        login,
        file,
        SqlTime.of(clock.now()));
  }

  /** Whether this person wrote any of it. */
  boolean wrote(long draft, String login) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            SELECT EXISTS (SELECT 1 FROM rule_draft WHERE id = ? AND author = ?)
                OR EXISTS (SELECT 1 FROM rule_draft_edit WHERE draft_id = ? AND login = ?)\
            """,
            Boolean.class,
            draft,
            login,
            draft,
            login));
  }

  /** Whether it still had this content and one of the statuses from which the move is legal. */
  boolean move(long draft, String hash, Status to) {
    return jdbc.update(
            "UPDATE rule_draft SET status = ? WHERE id = ? AND hash = ? AND status = ANY(?)",
            to.name(),
            draft,
            hash,
            before(to))
        == 1;
  }

  /** Whether people said no to this content. */
  boolean isRefused(String point, String hash) {
    return of(point, hash).stream().anyMatch(draft -> draft.status() == Status.REFUSED);
  }

  /** Ends the reign of whatever else is active at the point. */
  void retire(String point, String except, Status to) {
    jdbc.update(
        "UPDATE rule_draft SET status = ? WHERE point = ? AND status = 'ACTIVE' AND hash <> ?",
        to.name(),
        point,
        except);
  }

  /** Keeps what a person said; what was said before no longer counts. */
  void judge(long draft, String hash, boolean granted, String login, String why) {
    voidJudgements(draft);
    jdbc.update(
        """
        INSERT INTO rule_approval (id, draft_id, hash, approver, why, at, granted)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        ids.next(),
        draft,
        hash,
        login,
        why,
        SqlTime.of(clock.now()),
        granted);
  }

  /** What people said about a draft, newest first. */
  List<Judgement> judgements(long draft) {
    return jdbc.query(
        """
        SELECT hash, granted, approver, why, at, voided_at FROM rule_approval
         WHERE draft_id = ? ORDER BY id DESC\
        """,
        (row, i) ->
            new Judgement(
                row.getString("hash"),
                row.getBoolean("granted"),
                row.getString("approver"),
                row.getString("why"),
                SqlTime.read(row, "at"),
                row.getObject("voided_at") != null),
        draft);
  }

  boolean isApproved(long draft, String hash) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            SELECT EXISTS (SELECT 1 FROM rule_approval
                            WHERE draft_id = ? AND hash = ? AND granted AND voided_at IS NULL)\
            """,
            Boolean.class,
            draft,
            hash));
  }

  private static String[] before(Status to) {
    return Arrays.stream(Status.values())
        .filter(from -> Status.MOVES.allowed(from, to))
        .map(Enum::name)
        .toArray(String[]::new);
  }

  private static Draft draft(ResultSet row, int i) throws SQLException {
    return new Draft(
        row.getLong("id"),
        row.getString("point"),
        row.getString("title"),
        row.getString("author"),
        row.getString("base"),
        Sources.unpacked(row.getBytes("sources")),
        row.getString("hash"),
        Status.valueOf(row.getString("status")),
        row.getInt("version"),
        SqlTime.read(row, "updated_at"));
  }
}
