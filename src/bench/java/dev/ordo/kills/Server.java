package dev.ordo.kills;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server with the demo's profile, as a process of its own. */
final class Server implements AutoCloseable {
  private static final int PORT = 18_690;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What a self-check said: how much it checked, and what is broken. */
  record Report(int checked, List<String> broken) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;

  /** Starts in the folder, which holds its data, and returns once it answers. */
  Server(Path folder, List<String> settings) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "ordo.jar").toAbsolutePath().toString(),
                "--spring.profiles.active=demo",
                "--server.port=" + PORT,
                "--ordo.simulator.port=" + (PORT + 1)));
    command.addAll(settings);
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "server.txt")))
            .start();
    awaitReady();
  }

  private void awaitReady() throws InterruptedException {
    long start = System.nanoTime();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
        process.destroyForcibly();
        throw new IllegalStateException("The server does not start; see target/kills/server.txt.");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean answers() {
    try {
      return get("/api/clock").isObject();
    } catch (IllegalStateException e) {
      return false;
    }
  }

  Report selfCheck() {
    JsonNode report = get("/api/self-check");
    List<String> broken = new ArrayList<>();
    for (JsonNode invariant : report.path("checked")) {
      long violations = invariant.path("violations").asLong();
      if (violations > 0) {
        broken.add(violations + " violations of " + invariant.path("says").asString());
      }
    }
    return new Report(report.path("checked").size(), broken);
  }

  /** Each order's id and status, newest first. */
  List<String> statuses() {
    List<String> all = new ArrayList<>();
    String before = "";
    do {
      String cursor = URLEncoder.encode(before, StandardCharsets.UTF_8);
      JsonNode page = get("/api/orders?limit=200&before=" + cursor);
      for (JsonNode order : page.path("orders")) {
        all.add(order.path("id").asString() + " " + order.path("status").asString());
      }
      before = page.path("next").asString();
    } while (!before.isEmpty());
    return all;
  }

  private JsonNode get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
            .timeout(Duration.ofSeconds(60))
            .header("X-Api-Key", "ordo-demo-key")
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(path + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Signal 9: no hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    client.close();
  }
}
