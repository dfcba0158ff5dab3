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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * How many audit decisions one CPU takes in a second, the texts and hash of the record included.
 */
public final class DecisionSpeed {
  private static final int ROUND = 50_000;

  private DecisionSpeed() {}

  public static void main(String[] args) {
    Release release =
        Engine.compile(
            java.util.Objects.requireNonNull(new RuleFiles(Path.of(".")).read().get("audit")));
    long bytes = 0;
    for (int round = 1; round <= 6; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < ROUND; i++) {
        bytes = recordLength(release, i);
      }
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      System.out.printf(
          "round %d: %,.0f decisions per CPU second, %d bytes each%n",
          round, ROUND * 1e9 / nanos, bytes);
    }
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

  private static List<Object> facts(int i) {
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
