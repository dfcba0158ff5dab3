package dev.ordo.rules;

import dev.ordo.Throughput;
import dev.ordo.order.NewOrder;
import dev.ordo.order.Orders;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.GatePolicy;
import dev.ordo.rulebook.GateRun;
import dev.ordo.rulebook.Rulebook;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What publishing 200 rules costs a server that takes 300 orders a second: how long checks and swap
 * last, whether an order fails, and what becomes of the time from arrival to release meanwhile.
 */
public final class SwapSpeed {
  private static final int RATE = 300;
  private static final int BATCH = 30;
  private static final int SECONDS = 50;
  private static final int WARM_UP = 6_000;

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate jdbc;
  private final Rulebook rulebook;

  private SwapSpeed(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.rulebook = context.getBean(Rulebook.class);
  }

  public static void main(String[] args) throws Exception {
    try (EmbeddedPostgres server = Throughput.postgres();
        ConfigurableApplicationContext context =
            Throughput.start(server.getJdbcUrl("postgres", "postgres"), true, Optional.empty())) {
      Throughput.company(context);
      SwapSpeed run = new SwapSpeed(context);
      GatePolicy policy = run.rulebook.policy("audit");
      run.rulebook.policy(
          new GatePolicy(
              "audit",
              true,
              true,
              false,
              Set.of("COMPILE"),
              policy.leastStraightThrough(),
              policy.mostHolds(),
              policy.mostErrors(),
              policy.leastDecisions(),
              policy.watchMinutes(),
              policy.mostChanged(),
              policy.leastShadowed(),
              policy.mostDifferent()),
          "bench");
      run.send(Throughput.batches("warm", WARM_UP, BATCH), 1_000);
      run.publish("warm-up");
      run.jdbc.execute("ANALYZE");
      Thread orders =
          Thread.ofPlatform()
              .start(() -> run.send(Throughput.batches("swap", RATE * SECONDS, BATCH), RATE));
      TimeUnit.SECONDS.sleep(20);
      Instant start = Instant.now();
      run.publish("measured");
      Instant end = Instant.now().plusSeconds(2);
      orders.join();
      TimeUnit.SECONDS.sleep(5);
      run.latency("before", start.minusSeconds(15), start);
      run.latency("while publishing", start, end);
      run.latency("after", end, Instant.now());
      run.failed();
    }
    System.exit(0);
  }

  /** Draft, gates, the approval of another person, activation. */
  private void publish(String name) throws InterruptedException {
    long start = System.nanoTime();
    Draft draft = rulebook.start("audit", name, "author");
    String many =
        Objects.requireNonNull(
            ManyRules.only(ManyRules.Style.TEXT, 200, name).files().get("many.drl"));
    byte[] content = java.util.Base64.getDecoder().decode(many);
    draft = rulebook.save(draft.id(), draft.version(), "many.drl", content, "author");
    rulebook.check(draft.id(), "author");
    while (!rulebook.missingGates("audit", draft.hash()).isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    double checked = (System.nanoTime() - start) / 1e6;
    while (rulebook.gates("audit", draft.hash()).stream().anyMatch(SwapSpeed::runs)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    double all = (System.nanoTime() - start) / 1e6;
    rulebook.approve(draft.id(), draft.hash(), "approver", "bench");
    long swap = System.nanoTime();
    rulebook.activate("audit", draft.hash(), "approver", "bench", Optional.empty());
    System.out.printf(
        "%s: compiled after %.0f ms, all gates done after %.0f ms, swapped in" + " %.0f ms%n",
        name, checked, all, (System.nanoTime() - swap) / 1e6);
  }

  private static boolean runs(GateRun run) {
    return Set.of("RUNNING", "NOT_RUN").contains(run.state().name())
        && Set.of("COMPILE", "EXAMPLES", "STATIC").contains(run.code());
  }

  private void send(List<List<NewOrder>> batches, int rate) {
    Orders orders = context.getBean(Orders.class);
    TransactionTemplate transaction =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    long start = System.nanoTime();
    for (int i = 0; i < batches.size(); i++) {
      List<NewOrder> batch = batches.get(i);
      long due = start + (long) (i * BATCH * 1e9 / rate);
      try {
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      transaction.executeWithoutResult(t -> orders.insert(batch));
    }
  }

  private void latency(String when, Instant from, Instant until) {
    List<Long> millis =
        jdbc.queryForList(
            """
            SELECT release_latency_ms FROM sales_order
             WHERE platform_no LIKE 'swap%' AND arrived_at >= ? AND arrived_at < ?
             ORDER BY release_latency_ms\
            """,
            Long.class, Timestamp.from(from), Timestamp.from(until));
    System.out.printf(
        "%s: %d orders, arrival to released p50 %d ms, p99 %d ms%n",
        when, millis.size(), millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
  }

  private void failed() {
    System.out.printf(
        "orders not released: %d, incidents: %d%n",
        jdbc.queryForObject(
            """
            SELECT count(*) FROM sales_order
             WHERE platform_no LIKE 'swap%' AND (status = 'RECEIVED' OR open_holds > 0)\
            """,
            Long.class),
        jdbc.queryForObject("SELECT count(*) FROM incident", Long.class));
  }
}
