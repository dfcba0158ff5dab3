package dev.ordo.rules;

import dev.ordo.Throughput;
import dev.ordo.order.NewOrder;
import dev.ordo.order.Orders;
import dev.ordo.rulebook.Gate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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
  private static final int SECONDS = 30;
  private static final int WARM_UP = 3_000;

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate jdbc;
  private final Rules rules;

  private SwapSpeed(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.rules = context.getBean(Rules.class);
  }

  public static void main(String[] args) throws Exception {
    try (EmbeddedPostgres server = Throughput.postgres();
        ConfigurableApplicationContext context =
            Throughput.start(server.getJdbcUrl("postgres", "postgres"), true, Optional.empty())) {
      Throughput.company(context);
      SwapSpeed run = new SwapSpeed(context);
      run.send(Throughput.batches("warm", WARM_UP, BATCH), 1_000);
      run.publish("warm-up");
      run.jdbc.execute("ANALYZE");
      Thread orders =
          Thread.ofPlatform()
              .start(() -> run.send(Throughput.batches("swap", RATE * SECONDS, BATCH), RATE));
      TimeUnit.SECONDS.sleep(12);
      Instant start = Instant.now();
      run.publish("measured");
      Instant end = Instant.now().plusSeconds(2);
      orders.join();
      TimeUnit.SECONDS.sleep(5);
      run.latency("before", start.minusSeconds(8), start);
      run.latency("while publishing", start, end);
      run.latency("after", end, Instant.now());
      run.failed();
    }
    System.exit(0);
  }

  /** Compiles, asks the gates that need no past decisions, and swaps. */
  private void publish(String name) {
    long start = System.nanoTime();
    Release release =
        Engine.compile(
            ManyRules.besides(rules.active("audit").sources(), ManyRules.Style.TEXT, 200, name));
    long compiled = System.nanoTime();
    context.getBeansOfType(Gate.class).values().stream()
        .filter(gate -> Set.of("EXAMPLES", "STATIC").contains(gate.code()))
        .forEach(gate -> gate.check(release, share -> {}));
    long checked = System.nanoTime();
    rules.store(release, "bench");
    rules.activate("audit", release.hash(), "bench", name);
    System.out.printf(
        "%s: %d rules, compiled in %d ms, gates %d ms, stored and swapped in %d ms%n",
        name,
        release.rules().size(),
        (compiled - start) / 1_000_000,
        (checked - compiled) / 1_000_000,
        (System.nanoTime() - checked) / 1_000_000);
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
