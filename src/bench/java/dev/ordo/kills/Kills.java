package dev.ordo.kills;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills the packaged server with signal 9 in the middle of the demo, again and again, and checks
 * after each restart that the invariants hold; in the end lets everything move that can and
 * compares what Ordo knows with what the simulated shops and carriers know.
 *
 * <p>Arguments: {@code h2|postgres}, number of kills (10), seed (7). Exits 0 only if all is well.
 */
public final class Kills {
  private static final int LEAST_WORK_MS = 4_000;
  private static final int MOST_WORK_MS = 25_000;
  private static final int MOST_WAIT_S = 90;
  private static final int STILL_MS = 60_000;
  private static final int PATIENCE_MS = 900_000;

  /** Without new orders and ten times as fast: a day's cut-off comes within a minute. */
  private static final List<String> SETTLING =
      List.of("--ordo.simulator.orders-per-day=1", "--ordo.clock.factor=1440");

  private final Path folder;
  private final Database database;
  private final Random random;
  private final List<String> faults = new ArrayList<>();
  private int orders;

  private Kills(Path folder, Database database, long seed) {
    this.folder = folder;
    this.database = database;
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws Exception {
    boolean postgres = args.length > 0 && args[0].equals("postgres");
    int kills = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 7;
    Path folder = Path.of("target", "kills").toAbsolutePath();
    empty(folder);
    try (EmbeddedPostgres server =
        postgres ? EmbeddedPostgres.builder().setServerConfig("fsync", "on").start() : null) {
      Database database = server == null ? Database.h2(folder) : Database.postgres(server);
      Kills run = new Kills(folder, database, seed);
      run.all(kills);
      run.faults.forEach(fault -> System.out.println("FAULT: " + fault));
      System.out.println(run.faults.isEmpty() ? "All is well." : "Not well.");
      System.exit(run.faults.isEmpty() ? 0 : 1);
    }
  }

  private void all(int kills) throws Exception {
    System.out.println(
        "| kill | ready after | killed after orders came and another | orders before | on restart"
            + " |");
    System.out.println("|--:|--:|--:|--:|---|");
    for (int kill = 1; kill <= kills; kill++) {
      cycle(kill);
    }
    settle();
    Accounts accounts = Accounts.of(folder.resolve("data/simulator"), database);
    System.out.println(accounts.summary());
    faults.addAll(accounts.faults());
  }

  private void cycle(int kill) throws Exception {
    long start = System.nanoTime();
    try (Server server = new Server(folder, database.settings())) {
      double ready = seconds(start);
      String checked = checked(server);
      awaitOrders(server);
      int work = LEAST_WORK_MS + random.nextInt(MOST_WORK_MS - LEAST_WORK_MS);
      TimeUnit.MILLISECONDS.sleep(work);
      server.kill();
      System.out.printf(
          "| %d | %.1f s | %.1f s | %d | %s |%n", kill, ready, work / 1e3, orders, checked);
    }
  }

  /** On a busy machine the first order may take longer than the longest work. */
  private void awaitOrders(Server server) throws InterruptedException {
    int before = orders;
    long start = System.nanoTime();
    while (orders <= before && seconds(start) < MOST_WAIT_S) {
      orders = server.statuses().size();
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private String checked(Server server) {
    Server.Report report = server.selfCheck();
    faults.addAll(report.broken());
    return report.broken().isEmpty()
        ? report.checked() + " invariants hold"
        : String.join("; ", report.broken());
  }

  /** Done when nothing has moved for a business day. */
  private void settle() throws Exception {
    List<String> settings = Stream.concat(database.settings().stream(), SETTLING.stream()).toList();
    try (Server server = new Server(folder, settings)) {
      System.out.println("No new orders from here on: " + checked(server));
      long begun = System.nanoTime();
      List<String> last = server.statuses();
      long since = begun;
      while (seconds(since) * 1e3 < STILL_MS && seconds(begun) * 1e3 < PATIENCE_MS) {
        TimeUnit.SECONDS.sleep(5);
        List<String> now = server.statuses();
        since = now.equals(last) ? since : System.nanoTime();
        last = now;
      }
      System.out.printf(
          "Nothing moves any more after %.0f s: %s%n", seconds(begun), checked(server));
      server.kill();
    }
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(folder);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
