package dev.ordo.order;

import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The append-only history of orders, consignments, parcels and waves. */
@Repository
public class Milestones {
  private static final String INSERT =
      """
      INSERT INTO milestone (id, subject_kind, subject_id, at, what, from_status, to_status, actor,
          decision_id, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String OF =
      """
      SELECT subject_kind, subject_id, at, what, from_status, to_status, actor, decision_id, detail
        FROM milestone WHERE subject_id = ? AND subject_kind = ? ORDER BY id\
      """;

  private final JdbcTemplate jdbc;
  private final Ids ids;

  Milestones(JdbcTemplate jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** Appends in the caller's transaction, in one batch. */
  public void record(Collection<Milestone> milestones) {
    jdbc.batchUpdate(
        INSERT,
        milestones.stream()
            .map(
                m ->
                    new Object[] {
                      ids.next(), m.subject().name(), m.subjectId(), SqlTime.of(m.at()), m.what(),
                      m.fromStatus(), m.toStatus(), m.actor(), m.decisionId(), m.detail()
                    })
            .toList());
  }

  /** The history of one thing, oldest first. */
  public List<Milestone> of(Milestone.Subject subject, long id) {
    return jdbc.query(
        OF,
        (row, i) ->
            new Milestone(
                Milestone.Subject.valueOf(row.getString("subject_kind")),
                row.getLong("subject_id"),
                SqlTime.read(row, "at"),
                row.getString("what"),
                row.getString("from_status"),
                row.getString("to_status"),
                row.getString("actor"),
                row.getObject("decision_id", Long.class),
                row.getString("detail")),
        id,
        subject.name());
  }
}
