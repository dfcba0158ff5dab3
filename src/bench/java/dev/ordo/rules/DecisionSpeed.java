package dev.ordo.rules;

import dev.ordo.audit.facts.AddressFact;
import dev.ordo.audit.facts.AuditOrder;
import dev.ordo.audit.facts.LineFact;
import dev.ordo.audit.facts.PhoneStatus;
import dev.ordo.audit.facts.PlaceStatus;
import dev.ordo.audit.facts.RemarkFact;
import dev.ordo.audit.facts.RemarkKind;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How many audit decisions one CPU takes in a second, the texts and hash of the record included: by
 * the shipped rules, and by 200 rules in each style.
 */
public final class DecisionSpeed {
  private static final int ROUND = 20_000;
  private static final int ROUNDS = 5;
  private static final int RULES = 200;

  private DecisionSpeed() {}

  public static void main(String[] args) {
    Sources shipped = Objects.requireNonNull(new RuleFiles(".").read().points().get("audit"));
    measure("shipped", Engine.compile(shipped));
    for (ManyRules.Style style : ManyRules.Style.values()) {
      measure("200 " + style, Engine.compile(ManyRules.only(style, RULES, "r")));
    }
    measure(
        "shipped and 200 TEXT",
        Engine.compile(ManyRules.besides(shipped, ManyRules.Style.TEXT, RULES, "r")));
    watched(Engine.compile(shipped));
    System.exit(0);
  }

  private static void measure(String what, Release release) {
    double best = 0;
    long bytes = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < ROUND; i++) {
        bytes = recordLength(release, i);
      }
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      best = Math.max(best, ROUND * 1e9 / nanos);
    }
    System.out.printf(
        "%s: %d rules, %,.0f decisions per CPU second, %d bytes of record%n",
        what, release.rules().size(), best, bytes);
  }

  /** What the watch costs where decisions are handed over one by one, and a hundred at a time. */
  private static void watched(Release release) {
    WatchdogSettings settings = new WatchdogSettings(Duration.ofSeconds(1), Duration.ofSeconds(2));
    Watchdog watchdog = new Watchdog(settings, (point, hash, why) -> {});
    for (int round = 0; round < ROUNDS; round++) {
      watched("watched one by one", watchdog, release, 1);
      watched("watched a hundred at a time", watchdog, release, 100);
    }
  }

  private static void watched(String what, Watchdog watchdog, Release release, int batch) {
    long cpu = processCpu();
    long start = System.nanoTime();
    for (int i = 0; i < ROUND; i += batch) {
      int from = i;
      watchdog.run(
          () -> IntStream.range(from, from + batch).mapToLong(j -> recordLength(release, j)).sum());
    }
    System.out.printf(
        "%s: %.1f µs of CPU, %.1f µs of time each%n",
        what, (processCpu() - cpu) / 1e3 / ROUND, (System.nanoTime() - start) / 1e3 / ROUND);
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long recordLength(Release release, int i) {
    Decision decision = release.decide(i, Instant.EPOCH, facts(i));
    String facts = Snapshots.facts(decision.facts());
    String firings = Snapshots.firings(decision.firings());
    String hash =
        DecisionRows.hash(
            i, decision.point(), decision.release(), decision.at(), "ORDER " + i, facts, firings);
    return facts.length() + firings.length() + hash.length();
  }

  static List<Object> facts(int i) {
    BigDecimal price = new BigDecimal("40.00");
    BigDecimal total = new BigDecimal("120.00");
    return List.of(
        new AuditOrder(
            "TB1",
            "TAOBAO",
            "express",
            false,
            false,
            total,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            total,
            total,
            3),
        new AddressFact(
            false,
            PlaceStatus.OK,
            PlaceStatus.OK,
            i % 20 == 0 ? PlaceStatus.MISSING : PlaceStatus.OK,
            12,
            false,
            false,
            false,
            false,
            PhoneStatus.VALID,
            true),
        new RemarkFact(
            i % 5 == 0 ? RemarkKind.APPOINTED_CARRIER : RemarkKind.COURTESY, "SF", "BUYER"),
        new LineFact("SKU-A", 1, price, price, price, false),
        new LineFact("SKU-B", 1, price, price, price, false),
        new LineFact("SKU-C", 1, price, price, price, false));
  }
}
