package dev.ordo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code self-check}: asks a running server to check its invariants and prints what it checked.
 * Server and key come from {@code ORDO_URL} and {@code ORDO_API_KEY}.
 */
final class SelfCheckCommand {
  private SelfCheckCommand() {}

  /** Returns the exit code: 0 only if everything holds. */
  static int run(Map<String, String> environment, PrintStream out) {
    String server = environment.getOrDefault("ORDO_URL", "http://localhost:8080");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/api/self-check"))
            .header("X-Api-Key", environment.getOrDefault("ORDO_API_KEY", "ordo-demo-key"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        out.printf("%s answered %d. Maybe set ORDO_API_KEY.%n", server, answer.statusCode());
        return 2;
      }
      return print(JsonMapper.shared().readTree(answer.body()), out);
    } catch (IOException e) {
      out.printf("No server answers at %s. Maybe set ORDO_URL.%n", server);
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  private static int print(JsonNode report, PrintStream out) {
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
