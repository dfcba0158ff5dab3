package dev.ordo.trail;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.rules.Records;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks the releases of past decisions again; an answer that differs becomes a task. */
@Component
class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final Duration TO_LOOK_INTO_IT = Duration.ofDays(1);
  private static final int AT_ONCE = 50;

  private final Rules rules;
  private final Records records;
  private final BlockRows blocks;
  private final Consumer<NewTask> tasks;
  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final MachineClock clock;
  private final BusinessClock business;
  private final RandomGenerator random = RandomGenerator.getDefault();

  @Autowired
  Replay(
      Rules rules,
      Records records,
      BlockRows blocks,
      Tasks tasks,
      JdbcTemplate jdbc,
      Ids ids,
      MachineClock clock,
      BusinessClock business) {
    this(rules, records, blocks, tasks::open, jdbc, ids, clock, business);
  }

  Replay(
      Rules rules,
      Records records,
      BlockRows blocks,
      Consumer<NewTask> tasks,
      JdbcTemplate jdbc,
      Ids ids,
      MachineClock clock,
      BusinessClock business) {
    this.rules = rules;
    this.records = records;
    this.blocks = blocks;
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.business = business;
  }

  /**
   * Asks so many decisions again, taken at random among the sealed ones; yields to everything else
   * between them.
   */
  ReplayRun random(int count) {
    Instant start = clock.now();
    int differing = 0;
    List<Long> chosen = chosen(count);
    for (int i = 0; i < chosen.size(); i += AT_ONCE) {
      List<Long> some = chosen.subList(i, Math.min(chosen.size(), i + AT_ONCE));
      for (StoredDecision decision : records.among(some)) {
        differing += answersTheSame(decision) ? 0 : 1;
        Thread.yield();
      }
    }
    ReplayRun run =
        new ReplayRun(clock.now(), chosen.size(), differing, Duration.between(start, clock.now()));
    keep(run);
    return run;
  }

  private boolean answersTheSame(StoredDecision decision) {
    Optional<String> fault = fault(decision);
    fault.ifPresent(
        why -> {
          LOG.warn("The decision {} does not replay: {}", Ids.text(decision.id()), why);
          tasks.accept(task(decision));
        });
    return fault.isEmpty();
  }

  private Optional<String> fault(StoredDecision decision) {
    try {
      return rules.replays(decision) ? Optional.empty() : Optional.of("another answer");
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private NewTask task(StoredDecision decision) {
    return new NewTask(
        "DECISION_DIFFERS",
        "DECISION",
        decision.id(),
        "replay:" + decision.id(),
        Role.OPS_MANAGER,
        "trail.task.differs",
        List.of(Ids.text(decision.id())),
        business.now().plus(TO_LOOK_INTO_IT));
  }

  /** Blocks at random, then some entries of each. */
  private List<Long> chosen(int count) {
    BlockRows.Extent extent = blocks.extent();
    List<Long> chosen = new ArrayList<>();
    int rounds = extent.entries() == 0 ? 0 : (int) Math.min(count, extent.entries());
    while (chosen.size() < rounds) {
      long number = random.nextLong(extent.first(), extent.last() + 1);
      long[] among = blocks.find(number).map(Block::ids).orElse(new long[0]);
      int most = Math.min(rounds - chosen.size(), Math.max(1, rounds / 20));
      for (int i = 0; i < Math.min(most, among.length); i++) {
        chosen.add(among[random.nextInt(among.length)]);
      }
    }
    return chosen.stream().distinct().toList();
  }

  private void keep(ReplayRun run) {
    jdbc.update(
        "INSERT INTO replay_run (id, at, asked, differing, micros) VALUES (?, ?, ?, ?, ?)",
        ids.next(),
        SqlTime.of(run.at()),
        run.asked(),
        run.differing(),
        run.took().toNanos() / 1_000);
  }

  Optional<ReplayRun> last() {
    return jdbc
        .query(
            "SELECT at, asked, differing, micros FROM replay_run ORDER BY id DESC LIMIT 1",
            (row, i) ->
                new ReplayRun(
                    SqlTime.read(row, "at"),
                    row.getInt(2),
                    row.getInt(3),
                    Duration.ofNanos(row.getLong(4) * 1_000)))
        .stream()
        .findFirst();
  }
}
