package dev.ordo.rulebook;

import dev.ordo.TestDatabases;
import dev.ordo.rules.Points;
import dev.ordo.rules.Release;
import dev.ordo.shared.MachineClock;
import java.nio.file.Files;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many stored decisions a back-test takes in a second. Arguments: {@code h2} or {@code
 * postgres}, number of decisions, threads.
 */
public final class BacktestSpeed {
  private static final int ROUNDS = 4;

  private BacktestSpeed() {}

  public static void main(String[] args) throws java.io.IOException {
    String database = args.length > 0 ? args[0] : "postgres";
    int decisions = args.length > 1 ? Integer.parseInt(args[1]) : 120_000;
    int threads = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    try (PastReviews past =
        new PastReviews(
            database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres(),
            Files.createTempDirectory("backtest"))) {
      past.decide(decisions);
      past.context().getBean(JdbcTemplate.class).execute("ANALYZE");
      Release candidate = past.candidate("address.drl", "detailLength < 4", "detailLength < 5");
      Backtests backtests = backtests(past, threads);
      for (int round = 1; round <= ROUNDS; round++) {
        run(backtests, candidate, decisions, round);
      }
      backtests.stop();
    }
    System.exit(0);
  }

  private static void run(Backtests backtests, Release candidate, int decisions, int round) {
    long start = System.nanoTime();
    Backtest run = backtests.run(candidate, Span.newest(decisions), "bench", share -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    Runtime jvm = Runtime.getRuntime();
    System.out.printf(
        "round %d: %s, %,d of %,d changed, %,.0f decisions per second, %,d MB used%n",
        round,
        run.state(),
        java.util.Objects.requireNonNull(run.result()).changed(),
        run.done(),
        run.done() / seconds,
        (jvm.totalMemory() - jvm.freeMemory()) >> 20);
  }

  private static Backtests backtests(PastReviews past, int threads) {
    return new Backtests(
        past.rules(),
        new Points(List.of(PastReviews.reading())),
        new BacktestRows(
            past.context().getBean(JdbcTemplate.class),
            past.context().getBean(MachineClock.class),
            JsonMapper.shared()),
        TestDatabases.ids(),
        new TrialSettings(threads, 100_000));
  }
}
