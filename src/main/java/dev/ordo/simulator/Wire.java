package dev.ordo.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The one wire from the simulated world to Ordo: JSON over HTTP. */
final class Wire {
  /** Ordo said no, or was not there. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;

    Refused(int status, String message) {
      super(message);
      this.status = status;
    }
  }

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String server;
  private final String header;
  private final String secret;

  Wire(String server, String key) {
    this(server, "X-Api-Key", key);
  }

  private Wire(String server, String header, String secret) {
    this.server = server;
    this.header = header;
    this.secret = secret;
  }

  /** The wire of a person who signs in with every request. */
  static Wire as(String server, String login, String password) {
    byte[] said = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Wire(server, "Authorization", "Basic " + Base64.getEncoder().encodeToString(said));
  }

  JsonNode get(String path) {
    return send("GET", path, "");
  }

  JsonNode post(String path, Object body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  JsonNode put(String path, Object body) {
    return send("PUT", path, JSON.writeValueAsString(body));
  }

  private JsonNode send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(Duration.ofSeconds(60))
            .header(header, secret)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new Refused(answer.statusCode(), method + " " + path + ": " + answer.body());
      }
      return answer.body().isBlank()
          ? JsonNodeFactory.instance.nullNode()
          : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new Refused(0, method + " " + path + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(0, method + " " + path + ": interrupted");
    }
  }
}
