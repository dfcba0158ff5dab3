package dev.ordo;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code verify-decisions}: has a running server compare every decision record with what was sealed
 * and prints what was altered, removed, put in or reordered.
 */
final class VerifyDecisionsCommand {
  private final LiveServerCommand server;
  private final PrintStream out;

  VerifyDecisionsCommand(Map<String, String> environment, List<String> arguments, PrintStream out) {
    this.server = new LiveServerCommand(environment, arguments, out);
    this.out = out;
  }

  /** Returns the exit code: 0 only if every record is what was sealed. */
  int run() {
    return server.ask("verify-decisions", "/api/verify-decisions", this::print);
  }

  private int print(JsonNode report) {
    for (JsonNode finding : report.get("findings")) {
      out.printf(
          "%-15s %s %s%n",
          finding.get("kind").asString(),
          finding.get("decision").asString(),
          finding.get("detail").asString());
    }
    out.printf(
        "%d decisions in %d blocks, %d anchors (%d days pruned), %d ms%nchain %s%n",
        report.get("decisions").asLong(),
        report.get("blocks").asLong(),
        report.get("anchors").asLong(),
        report.get("pruned").asLong(),
        report.get("millis").asLong(),
        report.get("link").asString());
    boolean clean = report.get("clean").asBoolean();
    out.println(clean ? "every record is what was sealed" : "NOT WHAT WAS SEALED");
    return clean ? 0 : 1;
  }
}
