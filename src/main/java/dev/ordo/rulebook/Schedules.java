package dev.ordo.rulebook;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.journey.Leader;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Activations to come; one node carries them out, and what is no longer ready is refused. */
@Component
class Schedules {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

  private final ScheduleRows rows;
  private final Activations activations;
  private final GateRows runs;
  private final BusinessClock clock;
  private final Leader leader;
  private final Tasks tasks;
  private final TransactionTemplate transactions;

  Schedules(
      ScheduleRows rows,
      Activations activations,
      GateRows runs,
      BusinessClock clock,
      Leader leader,
      Tasks tasks,
      TransactionTemplate transactions) {
    this.rows = rows;
    this.activations = activations;
    this.runs = runs;
    this.clock = clock;
    this.leader = leader;
    this.tasks = tasks;
    this.transactions = transactions;
  }

  void add(String point, String hash, String actor, String why, Instant due) {
    rows.insert(point, hash, actor, why, due);
  }

  /** As soon as its gates are green; a younger change of the files takes its place. */
  void soon(String point, String hash, String why) {
    rows.cancel(point, Activations.FILES);
    rows.insert(point, hash, Activations.FILES, why, clock.now());
  }

  List<ScheduledActivation> waiting(String point) {
    return rows.waiting(point);
  }

  @Scheduled(fixedDelay = 1_000, initialDelay = 6_000)
  void runDue() {
    leader.runIfLeader("rule-schedule", () -> rows.due(clock.now()).forEach(this::carryOut));
  }

  private void carryOut(ScheduledActivation wish) {
    if (runs.of(wish.point(), wish.hash()).stream()
        .anyMatch(run -> run.state() == GateRun.State.RUNNING)) {
      return;
    }
    try {
      transactions.executeWithoutResult(
          t -> {
            if (rows.end(wish.id(), "DONE", "")) {
              activations.now(wish.point(), wish.hash(), wish.actor(), wish.why());
            }
          });
    } catch (Refusal e) {
      LOG.warn("Rules of {}: {} is not activated: {}", wish.point(), wish.hash(), e.getMessage());
      refuse(wish, String.valueOf(e.getMessage()));
    }
  }

  private void refuse(ScheduledActivation wish, String why) {
    if (rows.end(wish.id(), "REFUSED", why)) {
      tasks.open(
          new NewTask(
              "RULES_NOT_ACTIVATED",
              "RULE_RELEASE",
              wish.id(),
              "rules-not-activated:" + wish.id(),
              Role.RULE_APPROVER,
              "rulebook.task.refused",
              List.of(wish.point(), wish.hash().substring(0, 12), why),
              clock.now().plus(Duration.ofHours(4))));
    }
  }
}
