package dev.ordo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running server as commands ask it. Server and key come from {@code ORDO_URL} and {@code
 * ORDO_API_KEY}; the demo's key is known.
 */
final class LiveServerCommand {
  private static final String DEMO_KEY = "ordo-demo-key";
  private static final String PROFILES = "--spring.profiles.active=";

  private final Map<String, String> environment;
  private final List<String> arguments;
  private final PrintStream out;

  LiveServerCommand(Map<String, String> environment, List<String> arguments, PrintStream out) {
    this.environment = environment;
    this.arguments = arguments;
    this.out = out;
  }

  /**
   * Asks and prints; the exit code is 2 where no answer comes.
   *
   * @param path of the API
   * @param print prints the answer and returns the exit code
   */
  int ask(String command, String path, ToIntFunction<JsonNode> print) {
    return ask(command, path, "", print);
  }

  /**
   * As {@link #ask(String, String, ToIntFunction)}, sending something first.
   *
   * @param body JSON to post, empty to get
   */
  int ask(String command, String path, String body, ToIntFunction<JsonNode> print) {
    Optional<String> key = key();
    if (key.isEmpty()) {
      out.println(
          command
              + " needs an API key: set ORDO_API_KEY to one of the server's (people page,"
              + " API keys). For the demo add "
              + PROFILES
              + "demo.");
      return 2;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server() + path)).header("X-Api-Key", key.get());
    if (!body.isEmpty()) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return answer(server(), request.build(), print);
  }

  private String server() {
    String port = environment.getOrDefault("ORDO_PORT", "8080");
    return environment.getOrDefault("ORDO_URL", "http://localhost:" + port);
  }

  private Optional<String> key() {
    String given = environment.getOrDefault("ORDO_API_KEY", "");
    return given.isBlank() ? Optional.of(DEMO_KEY).filter(known -> isDemo()) : Optional.of(given);
  }

  private boolean isDemo() {
    return Stream.concat(
            Stream.of(environment.getOrDefault("SPRING_PROFILES_ACTIVE", "")),
            arguments.stream()
                .filter(a -> a.startsWith(PROFILES))
                .map(a -> a.substring(PROFILES.length())))
        .flatMap(profiles -> Arrays.stream(profiles.split(",", -1)))
        .anyMatch(profile -> profile.strip().equals("demo"));
  }

  private int answer(String server, HttpRequest request, ToIntFunction<JsonNode> print) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 422) {
        told(JsonMapper.shared().readTree(answer.body()));
        return 1;
      }
      if (answer.statusCode() / 100 != 2) {
        out.printf(
            "%s answered %d. %s%n", server, answer.statusCode(), advice(answer.statusCode()));
        return 2;
      }
      return print.applyAsInt(JsonMapper.shared().readTree(answer.body()));
    } catch (IOException e) {
      out.printf("No server answers at %s. Maybe set ORDO_URL.%n", server);
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  /** What the server found wrong with what it was sent. */
  private void told(JsonNode problem) {
    for (JsonNode fault : problem.path("faults")) {
      out.printf(
          "%s: %s: %s%n",
          fault.path("field").asString(""),
          fault.path("value").asString(""),
          fault.path("remedy").asString(""));
    }
  }

  private static String advice(int status) {
    return status == 401 || status == 403
        ? "It does not take this key; set ORDO_API_KEY to another one."
        : "Its log tells why.";
  }
}
