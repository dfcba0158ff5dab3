package dev.ordo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole server on a free port with a fresh database and the demo's users; all tests that extend
 * this share one, those that are {@link OnPostgres} another.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"ordo.access.demo-people=true", "ordo.access.demo-key=" + RunningServer.KEY})
@ContextConfiguration(initializers = ChosenDatabase.class)
@ExtendWith(ServersClose.class)
public abstract class RunningServer {
  protected static final String KEY = "ordo-test-key";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Value("${local.server.port}")
  protected int port;

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
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
