package dev.ordo;

import dev.ordo.rules.Sources;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a running server ask its newest decisions again by rules that lie here. */
final class LiveBacktest {
  private static final String COMMAND = "rules backtest";
  private static final long PAUSE_MILLIS = 500;
  private static final int SHOWN = 20;

  private final LiveServerCommand server;
  private final PrintStream out;
  private JsonNode seen = JsonMapper.shared().createObjectNode();

  LiveBacktest(LiveServerCommand server, PrintStream out) {
    this.server = server;
    this.out = out;
  }

  /**
   * One run after the other.
   *
   * @param mostChanged percent of a point's decisions that may change
   * @return exit code: 0 all is well, 1 something is wrong, 2 it could not be looked at
   */
  int run(Collection<Sources> points, double mostChanged) {
    int worst = 0;
    for (Sources point : points) {
      String path = "/api/rules/" + point.point() + "/backtests";
      String files = JsonMapper.shared().writeValueAsString(Map.of("files", point.files()));
      worst =
          Math.max(
              worst,
              server.ask(
                  COMMAND, path, files, run -> end(path, run.get("id").asString(), mostChanged)));
    }
    return worst;
  }

  private int end(String path, String run, double mostChanged) {
    int code = look(path, run);
    while (code == 0 && text(seen, "state").equals("RUNNING") && pause()) {
      code = look(path, run);
    }
    return code == 0 ? print(seen, mostChanged) : code;
  }

  private int look(String path, String run) {
    return server.ask(
        COMMAND,
        path + "/" + run,
        now -> {
          seen = now;
          return 0;
        });
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private int print(JsonNode run, double mostChanged) {
    String point = run.get("point").asString();
    JsonNode result = run.get("result");
    if (result == null || result.isNull()) {
      out.printf("%s: %s %s%n", point, run.get("state").asString(), run.get("fault").asString());
      return 2;
    }
    long decided = result.get("decided").asLong();
    long changed = result.get("changed").asLong();
    double share = percent(changed, decided, 0);
    out.printf(
        Locale.ROOT,
        "%s: %d decisions, %d changed (%.2f %%), %d failed, straight through %.2f %% -> %.2f %%,"
            + " at stake %s%n",
        point,
        decided,
        changed,
        share,
        result.get("failed").asLong(),
        percent(result.get("straightBefore").asLong(), decided, 100),
        percent(result.get("straightAfter").asLong(), decided, 100),
        money(result));
    details(result);
    return share <= mostChanged && result.get("failed").asLong() == 0 ? 0 : 1;
  }

  private void details(JsonNode result) {
    rows(
        result.get("matrix"),
        cell -> !text(cell, "before").equals(text(cell, "after")),
        cell ->
            "  %s -> %s: %d, %s"
                .formatted(
                    text(cell, "before"), text(cell, "after"), count(cell, "count"), money(cell)));
    rows(
        result.get("rules"),
        rule -> count(rule, "gained") + count(rule, "lost") > 0,
        rule ->
            "  rule %s: +%d -%d"
                .formatted(text(rule, "rule"), count(rule, "gained"), count(rule, "lost")));
    for (String group : new String[] {"shops", "bands"}) {
      rows(
          result.get(group),
          one -> count(one, "changed") > 0,
          one ->
              "  %s %s: %d of %d changed, %s"
                  .formatted(
                      group.equals("shops") ? "shop" : "amount",
                      text(one, "name"),
                      count(one, "changed"),
                      count(one, "decided"),
                      money(one)));
    }
  }

  private void rows(JsonNode rows, Predicate<JsonNode> shown, Function<JsonNode, String> line) {
    rows.valueStream().filter(shown).limit(SHOWN).map(line).forEach(out::println);
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private static long count(JsonNode node, String field) {
    return node.get(field).asLong();
  }

  private static String money(JsonNode node) {
    BigDecimal amount = node.get("amount").decimalValue();
    return amount.setScale(Math.max(2, amount.scale())).toPlainString();
  }

  private static double percent(long part, long whole, double ofNone) {
    return whole == 0 ? ofNone : 100.0 * part / whole;
  }
}
