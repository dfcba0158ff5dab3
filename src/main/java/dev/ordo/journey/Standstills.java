package dev.ordo.journey;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a task of whatever has not moved within its limit, and closes it when it moves on. */
@Component
class Standstills {
  private static final String KIND = "STANDS_STILL";
  private static final String PREFIX = "still:";
  private static final Duration TIME_TO_ACT = Duration.ofHours(4);
  private static final String SWEPT = "SELECT at FROM standstill_sweep WHERE id = 1";
  private static final String SEEN =
      "SELECT DISTINCT subject_id FROM task WHERE kind = ? AND subject_id = ANY(?)";

  private final ObjectProvider<Standstill> standstills;
  private final Tasks tasks;
  private final Leader leader;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final BusinessClock clock;

  Standstills(
      ObjectProvider<Standstill> standstills,
      Tasks tasks,
      Leader leader,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      BusinessClock clock) {
    this.standstills = standstills;
    this.tasks = tasks;
    this.leader = leader;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT20S")
  void sweep() {
    leader.runIfLeader("standstill", this::look);
  }

  /** Opens and closes tasks by what stands now. */
  void look() {
    transaction.executeWithoutResult(status -> look(clock.now()));
  }

  private void look(Instant now) {
    List<NewTask> standing = new ArrayList<>();
    standstills
        .orderedStream()
        .forEach(s -> standing(jdbc, s, now).forEach(row -> standing.add(task(s, row, now))));
    tasks.openAll(standing);
    tasks.closeOthers(PREFIX, standing.stream().map(NewTask::dedupeKey).toList(), "it moved on");
    jdbc.update("UPDATE standstill_sweep SET at = ? WHERE id = 1", SqlTime.of(now));
  }

  /** What stood at the last look, stands still, and was never anybody's task. */
  long unseen(JdbcTemplate snapshot) {
    Instant swept =
        snapshot.query(SWEPT, (row, i) -> SqlTime.read(row, "at")).stream()
            .findFirst()
            .orElse(Instant.EPOCH);
    Set<Long> standing = new TreeSet<>();
    standstills
        .orderedStream()
        .forEach(s -> standing(snapshot, s, swept).forEach(row -> standing.add(row.id)));
    Object ids = standing.toArray(Long[]::new);
    snapshot.queryForList(SEEN, Long.class, KIND, ids).forEach(standing::remove);
    return standing.size();
  }

  private record Standing(
      long id, String name, String shop, String warehouse, String owner, String why) {}

  private static List<Standing> standing(JdbcTemplate jdbc, Standstill standstill, Instant now) {
    return new NamedParameterJdbcTemplate(jdbc)
        .query(
            standstill.standing(),
            Map.of("since", SqlTime.of(now.minus(standstill.limit()))),
            (row, i) ->
                new Standing(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("shop"),
                    row.getString("warehouse"),
                    Objects.requireNonNullElse(row.getString("owner"), ""),
                    Objects.requireNonNullElse(row.getString("why"), "")));
  }

  private static NewTask task(Standstill standstill, Standing row, Instant now) {
    return new NewTask(
        KIND,
        standstill.subjectKind(),
        row.id,
        PREFIX + standstill.name() + ":" + row.id,
        row.owner.isEmpty() ? standstill.owner() : Role.valueOf(row.owner),
        row.why.isEmpty() ? "journey.task.stands-still" : "journey.task.is-held",
        List.of(
            row.name.isEmpty() ? Ids.text(row.id) : row.name,
            String.valueOf(standstill.limit().toHours()),
            row.why),
        now.plus(TIME_TO_ACT),
        row.shop,
        row.warehouse);
  }
}
