package dev.ordo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole server on a free port with an in-memory database and the demo's users; all tests that
 * extend this share one.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningServer {
  protected static final String KEY = "ordo-test-key";

  @Value("${local.server.port}")
  protected int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = TestDatabases.h2Url();
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> "ordo");
    registry.add("ordo.access.demo-people", () -> true);
    registry.add("ordo.access.demo-key", () -> KEY);
  }

  protected URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** A request to the API with a good key. */
  protected HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(at(path))
        .header("X-Api-Key", KEY)
        .header("Content-Type", "application/json");
  }

  protected HttpResponse<String> post(String path, String json) {
    return send(api(path).POST(BodyPublishers.ofString(json)));
  }

  protected HttpResponse<String> get(String path) {
    return send(api(path).GET());
  }

  protected static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
