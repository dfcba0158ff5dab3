package dev.ordo.rules;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Whether releases leave anything behind: a hundred and more of them, one after the other. */
public final class ReleaseSwaps {
  private static final int SWAPS = 120;
  private static final int KEPT = 8;

  private ReleaseSwaps() {}

  public static void main(String[] args) throws InterruptedException {
    Sources shipped = Objects.requireNonNull(new RuleFiles(".").read().points().get("audit"));
    Deque<Release> kept = new ArrayDeque<>();
    for (int i = 0; i <= SWAPS; i++) {
      Release next =
          Engine.compile(ManyRules.besides(shipped, ManyRules.Style.TEXT, 20, "swap " + i));
      for (int j = 0; j < 200; j++) {
        next.decide(j, Instant.EPOCH, DecisionSpeed.facts(j));
      }
      kept.add(next);
      if (kept.size() > KEPT) {
        kept.remove();
      }
      if (i % 20 == 0) {
        report(i);
      }
    }
    System.exit(0);
  }

  private static void report(int swaps) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    long metaspace =
        pools.stream()
            .filter(p -> p.getName().equals("Metaspace"))
            .mapToLong(p -> p.getUsage().getUsed() >> 10)
            .sum();
    System.out.printf(
        "after %d swaps: %d MB of heap, %,d KB of metaspace, %,d classes, %d threads%n",
        swaps,
        heap,
        metaspace,
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
