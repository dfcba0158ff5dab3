package dev.ordo.rulebook;

import dev.ordo.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How long two hundred rules take from the last edit to deciding, gates without a back-test
 * included, on a server that published before; and how long the way back takes, here and on a
 * second node.
 */
public final class PublishSpeed {
  private static final String POINT = "carrier";
  private static final int ROUNDS = 6;

  private PublishSpeed() {}

  public static void main(String[] args) throws IOException {
    boolean h2 = args.length == 0 || args[0].equals("h2");
    DataSource source = h2 ? TestDatabases.h2() : TestDatabases.postgres();
    Path directory = Files.createTempDirectory("publish");
    try (RulebookNode here = RulebookNode.start(directory, source, "ordo.node.number=1");
        RulebookNode there = RulebookNode.start(directory, source, "ordo.node.number=2")) {
      int own = here.rules().active(POINT).rules().size();
      for (int round = 1; round <= ROUNDS; round++) {
        publish(here, 200 - own, round);
        there.follow();
      }
      back(here, there);
    }
    System.exit(0);
  }

  private static void publish(RulebookNode node, int rules, int round) {
    Rulebook book = node.book();
    Draft draft = book.start(POINT, "round " + round, "author");
    draft = save(book, draft, "many.drl", rules(rules, round));
    draft = save(book, draft, "examples/many.yaml", examples(rules, round));
    long cpu = cpuMillis();
    long begin = System.nanoTime();
    node.bean(Gates.class)
        .check(
            new GateRows.Job(POINT, draft.hash()),
            book.gates(POINT, draft.hash()).stream()
                .map(GateRun::code)
                .filter(code -> !code.equals(Gates.BACKTEST) && !code.equals("SHADOW"))
                .toList());
    node.await();
    long checked = System.nanoTime();
    long spent = cpuMillis() - cpu;
    book.approve(draft.id(), draft.hash(), "boss", "fine");
    book.activate(POINT, draft.hash(), "boss", "fine", Optional.empty());
    long active = System.nanoTime();
    System.out.printf(
        "round %d: %d rules, compile and gates %,d ms (%,d ms of processor), approval and"
            + " activation %,d ms%n",
        round,
        node.rules().active(POINT).rules().size(),
        (checked - begin) / 1_000_000,
        spent,
        (active - checked) / 1_000_000);
  }

  /** Of all threads, the just-in-time compiler's too. */
  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static void back(RulebookNode here, RulebookNode there) {
    List<Long> times = new ArrayList<>();
    List<Long> elsewhere = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String before = here.rules().activations(POINT, 2).getLast().hash();
      long begin = System.nanoTime();
      here.book().rollback(POINT, before, "boss", "back");
      times.add(System.nanoTime() - begin);
      begin = System.nanoTime();
      there.follow();
      elsewhere.add(System.nanoTime() - begin);
    }
    print("rollback on the node", times);
    print("taken over by another node, after at most 500 ms of waiting", elsewhere);
  }

  private static void print(String what, List<Long> nanos) {
    Collections.sort(nanos);
    System.out.printf(
        "%s: median %.1f ms, slowest %.1f ms%n",
        what, nanos.get(nanos.size() / 2) / 1e6, nanos.getLast() / 1e6);
  }

  private static Draft save(Rulebook book, Draft draft, String file, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return book.save(draft.id(), draft.version(), file, content, "author");
  }

  private static String rules(int count, int round) {
    StringBuilder drl =
        new StringBuilder(
            """
            package rules.carrier;
            import dev.ordo.carrier.facts.ConsignmentFact;
            import dev.ordo.carrier.facts.PreferCarrier;
            """);
    for (int i = 1; i <= count; i++) {
      drl.append(
          """
          rule "Parcels of the bench, step %d"
          when
            ConsignmentFact( warehouse == "BENCH", volumeMm3 >= %d, volumeMm3 < %d )
          then
            insert( new PreferCarrier( "SF", "BENCH", %d ) );
          end
          """
              .formatted(i, i * 1000, i * 1000 + 1000, round));
    }
    return drl.toString();
  }

  private static String examples(int count, int round) {
    StringBuilder yaml =
        new StringBuilder(
            """
            base:
              ConsignmentFact: {warehouse: BENCH, province: "44", weightG: 1200, measured: true, goods: [NORMAL], goodsAmount: 100.00, hoursToPromise: 30}
            examples:
            """);
    for (int i = 1; i <= count; i++) {
      yaml.append(
          """
            - name: step %1$d
              given:
                - ConsignmentFact: {volumeMm3: %2$d}
              fires: ["Parcels of the bench, step %1$d"]
              verdicts:
                - PreferCarrier: {carrier: SF, code: BENCH, points: %3$d}
          """
              .formatted(i, i * 1000, round));
    }
    return yaml.toString();
  }
}
