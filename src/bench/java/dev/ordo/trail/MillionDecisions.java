package dev.ordo.trail;

import dev.ordo.Ordo;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Ids;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a million decisions cost: bytes each with indexes and chain, time to find those of one
 * order, rate of sealing, verifying and searching. They are the decisions of a real journey,
 * repeated with ids and orders of their own. PostgreSQL with fsync on; the argument is their
 * number.
 */
public final class MillionDecisions {
  private static final int BATCH = 5_000;
  private static final int PER_ORDER = 4;

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate jdbc;
  private final int count;

  private MillionDecisions(ConfigurableApplicationContext context, int count) {
    this.context = context;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.count = count;
  }

  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("shared_buffers", "256MB").start();
        ConfigurableApplicationContext context =
            new SpringApplicationBuilder(Ordo.class)
                .run(
                    "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres",
                    "--server.port=0",
                    "--logging.level.root=ERROR",
                    "--ordo.journey.autostart=false")) {
      new MillionDecisions(context, count).run();
    }
    System.exit(0);
  }

  private void run() {
    Rules rules = context.getBean(Rules.class);
    String release = rules.active("audit").hash();
    timed("written", () -> fill(release));
    DecisionSealer sealer = context.getBean(DecisionSealer.class);
    timed("sealed", () -> sealAll(sealer));
    jdbc.execute("VACUUM ANALYZE");
    size("decision");
    size("decision_subject");
    size("seal_block");
    size("seal_term");
    Trail trail = context.getBean(Trail.class);
    Verified verified = timed("verified", trail::verify);
    System.out.printf("findings: %d of %d%n", verified.findings().size(), verified.decisions());
    Random random = new Random(7);
    each(
        "decisions of one order",
        () -> rules.of("ORDER", order(random.nextInt(count / PER_ORDER))));
    each("search by a rare verdict", () -> trail.find(rare(), Long.MAX_VALUE, 51));
    each("search by a frequent rule", () -> trail.find(frequent(), Long.MAX_VALUE, 51));
    each("health of review", () -> context.getBean(RuleWatch.class).figures("audit", 90));
  }

  private static Query frequent() {
    return new Query("audit", "too short", "", "", "", "", Query.ALL.from(), Query.ALL.until());
  }

  private static Query rare() {
    return new Query("", "", "", "PHONE_MISSING", "", "", Query.ALL.from(), Query.ALL.until());
  }

  /** The server's own sealer is at work too: who comes second to a block leaves the rest to it. */
  private int sealAll(DecisionSealer sealer) {
    while (sealed() < count) {
      sealer.sealAll();
    }
    return 0;
  }

  private long sealed() {
    Long sealed =
        jdbc.queryForObject("SELECT coalesce(sum(entries), 0) FROM seal_block", Long.class);
    return sealed == null ? 0 : sealed;
  }

  private static long order(int number) {
    return 7_000_000_000_000_000L + number;
  }

  /** As a review of one order with three lines and its neighbours write them. */
  private int fill(String release) {
    long first = Ids.first(Instant.now().minus(Duration.ofDays(1)));
    Instant start = Instant.now().minus(Duration.ofDays(30));
    for (int from = 0; from < count; from += BATCH) {
      List<Object[]> decisions = new ArrayList<>();
      List<Object[]> subjects = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + BATCH); i++) {
        long id = first + ((long) i << 16);
        long order = order(i / PER_ORDER);
        Instant at = start.plusMillis(i * 2_500L);
        decisions.add(
            row(id, order, i, at.truncatedTo(java.time.temporal.ChronoUnit.MICROS), release));
        subjects.add(new Object[] {order, "ORDER", id});
      }
      jdbc.batchUpdate(
          "INSERT INTO decision (id, point, release, at, subjects, facts, firings, hash) VALUES"
              + " (?, ?, ?, ?, ?, ?, ?, ?)",
          decisions);
      jdbc.batchUpdate(
          "INSERT INTO decision_subject (subject_id, kind, decision_id) VALUES (?, ?, ?)",
          subjects);
    }
    return 0;
  }

  private static Object[] row(long id, long order, int i, Instant at, String release) {
    String facts =
        """
        ["AuditOrder",{"shop":"TB1","platform":"TAOBAO","deliveryMethod":"express","goodsAmount":%d.00,"discount":0,"freight":6.00,"total":%d.00,"paid":%d.00,"itemCount":3},"AddressFact",{"province":"OK","city":"OK","district":"OK","detailLength":%d,"phone":"VALID","nameGiven":true},"LineFact",{"sku":"SKU-%04d","qty":1,"price":40.00,"listPrice":45.00,"amount":40.00},{"sku":"SKU-%04d","qty":1,"price":30.00,"listPrice":30.00,"amount":30.00},{"sku":"SKU-%04d","qty":1,"price":20.00,"listPrice":20.00,"amount":20.00}]\
        """
            .formatted(90, 96, 96, i % 20 == 0 ? 3 : 12, i % 2000, (i * 7) % 2000, (i * 13) % 2000);
    String firings =
        i % 50_000 == 7
            ? "[[\"The phone number is missing or"
                + " wrong\",\"Hold\",{\"code\":\"PHONE_MISSING\",\"owner\":\"CLERK\"}]]"
            : i % 20 == 0
                ? "[[\"The detail address is too short to"
                    + " find\",\"Hold\",{\"code\":\"ADDRESS_TOO_SHORT\",\"owner\":\"CLERK\"}]]"
                : "[]";
    String about = "ORDER " + order;
    String text =
        String.join("\n", "" + id, "audit", release, at.toString(), about, facts, firings);
    String hash = HexFormat.of().formatHex(Chain.of(text));
    return new Object[] {
      id, "audit", release, java.sql.Timestamp.from(at), about, facts, firings, hash
    };
  }

  private <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T done = work.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %,.1f s, %,.0f decisions/s%n", what, seconds, count / seconds);
    return done;
  }

  private void each(String what, Supplier<?> work) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long start = System.nanoTime();
      work.get();
      millis.add((System.nanoTime() - start) / 1e6);
    }
    millis.sort(null);
    System.out.printf("%s: median %.1f ms, p95 %.1f ms%n", what, millis.get(20), millis.get(37));
  }

  private void size(String table) {
    Long bytes = jdbc.queryForObject("SELECT pg_total_relation_size('" + table + "')", Long.class);
    System.out.printf("%s: %,.0f bytes per decision%n", table, (double) bytes / count);
  }
}
