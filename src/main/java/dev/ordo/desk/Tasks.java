package dev.ordo.desk;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Scope;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The door of this module: opens and closes tasks, in the caller's transaction if there is one. */
@Component
public class Tasks {
  private static final String COLUMNS =
      """
      id, kind, subject_kind, subject_id, owner_role, assignee, title_key, args, opened_at, due_at,
      closed_at, closed_by, closed_why\
      """;

  private static final String SEEN =
      """
      (:allShops OR shop IN (:shops)) AND (:allWarehouses OR warehouse IN (:warehouses))\
      """;

  /** Open tasks of one role. */
  public record Load(Role owner, long open, long overdue) {}

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final Ids ids;
  private final BusinessClock clock;
  private final People people;
  private final JsonMapper json;
  private final ObjectProvider<WhenDone> whenDone;

  Tasks(
      JdbcTemplate jdbc,
      Ids ids,
      BusinessClock clock,
      People people,
      JsonMapper json,
      ObjectProvider<WhenDone> whenDone) {
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
    this.ids = ids;
    this.clock = clock;
    this.people = people;
    this.json = json;
    this.whenDone = whenDone;
  }

  /** Opens a task unless one with its key is open. */
  public void open(NewTask task) {
    openAll(List.of(task));
  }

  /** Opens those whose keys are not open yet, in one batch. */
  public void openAll(Collection<NewTask> tasks) {
    Timestamp now = Timestamp.from(clock.now());
    jdbc.batchUpdate(
        """
        INSERT INTO task (id, kind, subject_kind, subject_id, open_key, owner_role, title_key, args,
                          opened_at, due_at, shop, warehouse)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
        """,
        tasks,
        100,
        (row, task) -> fill(row, task, now));
  }

  private void fill(PreparedStatement row, NewTask task, Timestamp now) throws SQLException {
    row.setLong(1, ids.next());
    row.setString(2, task.kind());
    row.setString(3, task.subjectKind());
    row.setLong(4, task.subjectId());
    row.setString(5, task.dedupeKey());
    row.setString(6, task.ownerRole().name());
    row.setString(7, task.titleKey());
    row.setString(8, json.writeValueAsString(task.args()));
    row.setTimestamp(9, now);
    row.setTimestamp(10, Timestamp.from(task.dueAt()));
    row.setString(11, task.shop());
    row.setString(12, task.warehouse());
  }

  /** The keys of open tasks that begin so. */
  public List<String> openKeys(String prefix) {
    return client
        .sql("SELECT open_key FROM task WHERE open_key LIKE ? ORDER BY open_key")
        .param(prefix + "%")
        .query(String.class)
        .list();
  }

  /** Closes the open task with this key, if there is one. */
  public void close(String dedupeKey, String why) {
    closeAll(List.of(dedupeKey), why);
  }

  /** Closes the open tasks with these keys, in one statement. */
  public void closeAll(Collection<String> dedupeKeys, String why) {
    if (!dedupeKeys.isEmpty()) {
      client
          .sql(
              """
              UPDATE task SET open_key = NULL, closed_at = ?, closed_by = ?, closed_why = ?
               WHERE open_key = ANY(?)\
              """)
          .params(
              Timestamp.from(clock.now()),
              people.actor().login(),
              cut(why),
              dedupeKeys.toArray(String[]::new))
          .update();
    }
  }

  /** Closes the open tasks whose keys begin so, but for those to keep, in one statement. */
  public void closeOthers(String prefix, Collection<String> keep, String why) {
    client
        .sql(
            """
            UPDATE task SET open_key = NULL, closed_at = ?, closed_by = ?, closed_why = ?
             WHERE open_key LIKE ? AND NOT (open_key = ANY(?))\
            """)
        .params(
            Timestamp.from(clock.now()),
            people.actor().login(),
            cut(why),
            prefix + "%",
            keep.toArray(String[]::new))
        .update();
  }

  /** A person says it is done; refused for people without the owner role. */
  @Transactional
  public void done(long id, String why) {
    Task task = mine(id);
    int closed =
        client
            .sql(
                """
                UPDATE task SET open_key = NULL, closed_at = ?, closed_by = ?, closed_why = ?
                 WHERE id = ? AND closed_at IS NULL\
                """)
            .params(Timestamp.from(clock.now()), people.actor().login(), cut(why), id)
            .update();
    if (closed == 1) {
      whenDone.orderedStream().filter(w -> w.kind().equals(task.kind())).forEach(w -> w.done(task));
    }
    people.did("TASK_DONE", task.subjectKind(), task.subjectId(), task.kind());
  }

  /** The current person takes it. */
  @Transactional
  public void take(long id) {
    Task task = mine(id);
    client
        .sql("UPDATE task SET assignee = ? WHERE id = ? AND closed_at IS NULL")
        .params(people.actor().login(), id)
        .update();
    people.did("TASK_TAKEN", task.subjectKind(), task.subjectId(), task.kind());
  }

  /** Adds a remark to the task's log. */
  public void note(long id, String text) {
    mine(id);
    if (text.isBlank()) {
      throw new Refusal("text", text, "Write something.");
    }
    client
        .sql("INSERT INTO task_note (id, task_id, at, login, text) VALUES (?, ?, ?, ?, ?)")
        .params(ids.next(), id, Timestamp.from(clock.now()), people.actor().login(), cut(text))
        .update();
  }

  private Task mine(long id) {
    Task task = find(id).orElseThrow(() -> new Refusal("id", id, "There is no such task."));
    if (!people.actor().may(task.ownerRole())) {
      throw new AccessDeniedException("This task belongs to " + task.ownerRole());
    }
    return task;
  }

  /** The task with this id, if the current person may see it. */
  public Optional<Task> find(long id) {
    return seen("SELECT " + COLUMNS + " FROM task WHERE id = :id AND " + SEEN)
        .param("id", id)
        .query(this::task)
        .optional();
  }

  private JdbcClient.StatementSpec seen(String sql) {
    Scope scope = people.actor().scope();
    return client
        .sql(sql)
        .param("allShops", scope.shops().isEmpty())
        .param("shops", among(scope.shops()))
        .param("allWarehouses", scope.warehouses().isEmpty())
        .param("warehouses", among(scope.warehouses()));
  }

  /** An empty code stands for tasks that belong nowhere. */
  private static List<String> among(Collection<String> codes) {
    return Stream.concat(Stream.of(""), codes.stream()).toList();
  }

  /** Newest first, of what the current person may see: ids below the cursor, at most so many. */
  public List<Task> list(TaskFilter filter, long before, int most) {
    Collection<Role> owners =
        filter.owners().isEmpty() ? Arrays.asList(Role.values()) : filter.owners();
    return seen("""
    SELECT %s FROM task
     WHERE id < :before AND owner_role IN (:owners)
       AND (:kind = '' OR kind = :kind) AND (:assignee = '' OR assignee = :assignee)
       AND (closed_at IS NULL) = :open AND %s
     ORDER BY id DESC LIMIT :most\
    """
            .formatted(COLUMNS, SEEN))
        .param("before", before)
        .param("owners", owners.stream().map(Role::name).toList())
        .param("kind", filter.kind().orElse(""))
        .param("assignee", filter.assignee().orElse(""))
        .param("open", filter.open())
        .param("most", most)
        .query(this::task)
        .list();
  }

  /** The log of one task, oldest first. */
  public List<Task.Note> notes(long id) {
    return client
        .sql("SELECT at, login, text FROM task_note WHERE task_id = ? ORDER BY id")
        .param(id)
        .query(
            (row, i) ->
                new Task.Note(instant(row, "at"), row.getString("login"), row.getString("text")))
        .list();
  }

  /** Kinds of which open tasks exist. */
  public List<String> openKinds() {
    return seen("SELECT DISTINCT kind FROM task WHERE closed_at IS NULL AND "
            + SEEN
            + " ORDER BY kind")
        .query(String.class)
        .list();
  }

  /** How much every role has to do. */
  public List<Load> load() {
    return seen("""
    SELECT owner_role, count(*) AS open,
           sum(CASE WHEN due_at < :now THEN 1 ELSE 0 END) AS overdue
      FROM task WHERE closed_at IS NULL AND %s GROUP BY owner_role ORDER BY owner_role\
    """
            .formatted(SEEN))
        .param("now", Timestamp.from(clock.now()))
        .query(
            (row, i) ->
                new Load(
                    Role.valueOf(row.getString("owner_role")),
                    row.getLong("open"),
                    row.getLong("overdue")))
        .list();
  }

  private Task task(ResultSet row, int index) throws SQLException {
    return new Task(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("subject_kind"),
        row.getLong("subject_id"),
        Role.valueOf(row.getString("owner_role")),
        Optional.ofNullable(row.getString("assignee")),
        row.getString("title_key"),
        List.of(json.readValue(row.getString("args"), String[].class)),
        instant(row, "opened_at"),
        instant(row, "due_at"),
        closing(row));
  }

  private static Optional<Task.Closing> closing(ResultSet row) throws SQLException {
    return row.getObject("closed_at") == null
        ? Optional.empty()
        : Optional.of(
            new Task.Closing(
                instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("closed_why")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String cut(String text) {
    return text.length() > 500 ? text.substring(0, 500) : text;
  }
}
