package dev.ordo;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code self-check}: asks a running server to check its invariants and prints what it checked. */
final class SelfCheckCommand {
  private final LiveServerCommand server;
  private final PrintStream out;

  SelfCheckCommand(Map<String, String> environment, List<String> arguments, PrintStream out) {
    this.server = new LiveServerCommand(environment, arguments, out);
    this.out = out;
  }

  /** Returns the exit code: 0 only if everything holds. */
  int run() {
    return server.ask("self-check", "/api/self-check", this::print);
  }

  private int print(JsonNode report) {
    for (JsonNode checked : report.get("checked")) {
      long violations = checked.get("violations").asLong();
      out.printf(
          "%-9s %s%n",
          violations == 0 ? "holds" : violations + " bad", checked.get("says").asString());
    }
    boolean clean = report.get("clean").asBoolean();
    out.println(clean ? "clean" : "NOT CLEAN");
    return clean ? 0 : 1;
  }
}
