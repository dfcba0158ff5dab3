package dev.ordo;

import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.order.NewOrder;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders per second from intake to released-and-locked and to allocated: batches of 100, merge
 * window 0, 2,000 articles with Zipf demand, 3 lines per order, every decision recorded; load
 * generator and database on the same machine, PostgreSQL with fsync on. Afterwards the invariants
 * are checked.
 *
 * <p>Arguments: {@code postgres|h2} and the number of orders.
 */
public final class Throughput {
  private static final int SKUS = 2_000;
  private static final int LINES = 3;
  private static final int BATCH = 100;
  private static final int CELLS = 1_000;
  private static final int PACED_SECONDS = 15;

  /** Counting costs a tenth of the speed, so it is a run of its own. */
  private static final Optional<StatementCosts> TRIPS =
      Optional.ofNullable(System.getProperty("trips")).map(t -> new StatementCosts());

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Orders orders;

  private Throughput(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    this.orders = context.getBean(Orders.class);
  }

  public static void main(String[] args) throws Exception {
    String database = args.length > 0 ? args[0] : "postgres";
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
    try (EmbeddedPostgres server = database.equals("postgres") ? postgres() : null;
        ConfigurableApplicationContext context = start(url(server), server != null, TRIPS)) {
      Throughput run = new Throughput(context);
      run.company();
      run.pass("warm-up", Math.max(2_000, count / 5), database);
      run.jdbc.execute("ANALYZE"); // as autovacuum does within a minute
      double rate = run.pass("measured", count, database);
      run.paced(rate * 0.7);
      run.check();
    }
    System.exit(0);
  }

  /** An empty PostgreSQL that keeps what it acknowledges. */
  public static EmbeddedPostgres postgres() throws java.io.IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "512MB")
        .setServerConfig("max_wal_size", "2GB")
        .start();
  }

  private static String url(EmbeddedPostgres server) {
    return server == null
        ? "jdbc:h2:file:./target/bench/h2-%d;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=FALSE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
            .formatted(System.nanoTime())
        : server.getJdbcUrl("postgres", "postgres");
  }

  /** The whole server over an empty database. */
  public static ConfigurableApplicationContext start(
      String url, boolean postgres, Optional<StatementCosts> trips) {
    return new SpringApplicationBuilder(Ordo.class, JourneyCompany.class)
        .initializers(c -> trips.ifPresent(c.getBeanFactory()::addBeanPostProcessor))
        .run(
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + (postgres ? "postgres" : "ordo"),
            "--server.port=0",
            "--logging.level.root=" + System.getProperty("log", "ERROR"),
            "--ordo.journey.autostart=true");
  }

  private void company() {
    company(context);
  }

  /** A company with goods enough for any run, whose waves do not form. */
  public static void company(ConfigurableApplicationContext context) {
    context.getBean(JourneyCompany.class).open();
    context.getBean(JourneyCompany.class).assortment(SKUS, CELLS, 1_000_000, Duration.ZERO);
    context
        .getBean(JdbcTemplate.class)
        .update("UPDATE warehouse SET wave_count = ?", Integer.MAX_VALUE);
  }

  /** Latency while orders come in evenly at a rate below what the server can take. */
  private void paced(double rate) throws InterruptedException {
    List<List<NewOrder>> batches = batches("paced", (int) (rate * PACED_SECONDS));
    long start = System.nanoTime();
    for (int i = 0; i < batches.size(); i++) {
      long due = start + (long) (i * BATCH / rate * 1e9);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      List<NewOrder> batch = batches.get(i);
      transaction.executeWithoutResult(t -> orders.insert(batch));
    }
    settle();
    latency(
        "released", "SELECT release_latency_ms FROM sales_order WHERE platform_no LIKE 'paced%'");
    latency(
        "allocated",
        """
        SELECT DISTINCT o.id, o.arrived_at, c.allocated_at FROM sales_order o
          JOIN allocation a ON a.order_id = o.id JOIN consignment c ON c.id = a.consignment_id
         WHERE o.platform_no LIKE 'paced%'\
        """);
  }

  private void latency(String until, String sql) {
    List<Long> millis =
        jdbc.query(
            sql,
            (row, i) ->
                row.getMetaData().getColumnCount() == 1
                    ? row.getLong(1)
                    : row.getTimestamp(3).getTime() - row.getTimestamp(2).getTime());
    millis.sort(null);
    System.out.printf(
        "paced at 70 %%: %d orders; arrival to %s p50 %d ms, p99 %d ms%n",
        millis.size(), until, millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
  }

  private void settle() throws InterruptedException {
    await("sales_order WHERE status IN ('RECEIVED', 'RELEASED') AND open_holds = 0");
    await("consignment WHERE status = 'PLANNED'");
  }

  private double pass(String name, int count, String database) throws InterruptedException {
    List<List<NewOrder>> batches = batches(name, count);
    TRIPS.ifPresent(StatementCosts::forget);
    long cpuBefore = cpu();
    long start = System.nanoTime();
    AtomicLong next = new AtomicLong();
    try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
      for (int c = 0; c < 2; c++) {
        clients.execute(() -> send(batches, next));
      }
      clients.shutdown();
      clients.awaitTermination(30, TimeUnit.MINUTES);
    }
    double intake = seconds(start);
    await("sales_order WHERE status = 'RECEIVED' AND open_holds = 0");
    double released = seconds(start);
    settle();
    double allocated = seconds(start);
    System.out.printf(
        "%s %s: %d orders; intake %.0f/s, to released and locked %.0f/s, to allocated %.0f/s; %.2f"
            + " ms CPU of this JVM per order%n",
        database,
        name,
        count,
        count / intake,
        count / released,
        count / allocated,
        (cpu() - cpuBefore) / 1e6 / count);
    TRIPS.ifPresent(trips -> trips.print(count));
    return count / allocated;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void send(List<List<NewOrder>> batches, AtomicLong next) {
    for (int i = (int) next.getAndIncrement();
        i < batches.size();
        i = (int) next.getAndIncrement()) {
      List<NewOrder> batch = batches.get(i);
      transaction.executeWithoutResult(t -> orders.insert(batch));
    }
  }

  private void await(String condition) throws InterruptedException {
    while (jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM " + condition + ")", Boolean.class)) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static List<List<NewOrder>> batches(String name, int count) {
    return batches(name, count, BATCH);
  }

  /** So many orders in batches of a size. */
  public static List<List<NewOrder>> batches(String name, int count, int size) {
    Random random = new Random(7);
    double[] zipf = zipf();
    List<List<NewOrder>> batches = new ArrayList<>();
    List<NewOrder> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batch.add(order(name + i, random, zipf));
      if (batch.size() == size || i == count - 1) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
    }
    return batches;
  }

  private static NewOrder order(String no, Random random, double[] zipf) {
    List<NewOrder.Line> lines = new ArrayList<>();
    for (int l = 0; l < LINES; l++) {
      String sku = "S%04d".formatted(pick(random, zipf));
      lines.add(
          new NewOrder.Line(
              String.valueOf(l),
              sku,
              sku,
              "Article",
              1,
              new BigDecimal("30.00"),
              BigDecimal.ZERO,
              new BigDecimal("30.00"),
              false));
    }
    BigDecimal total = new BigDecimal("90.00");
    Instant now = Instant.now();
    Receiver receiver =
        new Receiver(
            "王小明",
            "13%09d".formatted(random.nextInt(1_000_000_000)),
            RawAddress.inChina(
                "浙江省",
                "杭州市",
                "西湖区",
                "文三路" + random.nextInt(900) + "号3单元" + random.nextInt(2000) + "室"),
            "");
    return new NewOrder(
        "TB1",
        no,
        1,
        "",
        OrderStatus.RECEIVED,
        "MAIN",
        "buyer-" + no,
        "小明",
        "CNY",
        total,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        total,
        total,
        false,
        "express",
        now,
        now,
        null,
        receiver,
        "",
        "",
        false,
        Set.of(),
        lines);
  }

  /** Cumulative Zipf distribution with exponent 1. */
  private static double[] zipf() {
    double[] cumulative = new double[SKUS];
    double sum = 0;
    for (int i = 0; i < SKUS; i++) {
      sum += 1.0 / (i + 1);
      cumulative[i] = sum;
    }
    for (int i = 0; i < SKUS; i++) {
      cumulative[i] /= sum;
    }
    return cumulative;
  }

  private static int pick(Random random, double[] cumulative) {
    int at = java.util.Arrays.binarySearch(cumulative, random.nextDouble());
    return Math.min(SKUS - 1, at < 0 ? -at - 1 : at);
  }

  private void check() {
    zero("oversold keys", "SELECT count(*) FROM stock WHERE locked > on_hand OR locked < 0");
    zero(
        "keys whose locks differ",
        """
        SELECT count(*) FROM (SELECT s.warehouse, s.sku, s.locked - COALESCE((SELECT sum(l.qty) FROM
        stock_lock l WHERE l.warehouse = s.warehouse AND l.sku = s.sku AND l.status = 'OPEN'), 0)
        AS d FROM stock s) x WHERE d <> 0\
        """);
    zero(
        "orders without an audit decision",
        """
        SELECT count(*) FROM sales_order o WHERE NOT EXISTS (SELECT 1 FROM decision_subject s
         WHERE s.subject_id = o.id AND s.kind = 'ORDER')\
        """);
  }

  private void zero(String what, String sql) {
    Long found = jdbc.queryForObject(sql, Long.class);
    System.out.printf("%s: %d%n", what, found);
    if (found != 0) {
      throw new IllegalStateException(what + ": " + found);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
