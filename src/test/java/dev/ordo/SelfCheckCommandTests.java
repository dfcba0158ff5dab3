package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelfCheckCommandTests {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AtomicReference<String> key = new AtomicReference<>("");
  private HttpServer server;
  private int status = 200;
  private String report = "{\"checked\":[{\"says\":\"stock\",\"violations\":0}],\"clean\":true}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/self-check",
        exchange -> {
          key.set(exchange.getRequestHeaders().getFirst("X-Api-Key"));
          byte[] body = report.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksForAKeyOutsideTheDemo() {
    assertThat(run(Map.of())).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("set ORDO_API_KEY");
    assertThat(key.get()).isEmpty();
  }

  @Test
  void knowsTheDemosKeyInTheDemoOnly() {
    assertThat(run(Map.of("SPRING_PROFILES_ACTIVE", "demo"))).isZero();
    assertThat(key.get()).isEqualTo("ordo-demo-key");
    assertThat(run(Map.of(), "self-check", "--spring.profiles.active=demo")).isZero();
  }

  @Test
  void printsEachInvariantAndWhetherAllHold() {
    assertThat(run(Map.of("ORDO_API_KEY", "mine"))).isZero();
    assertThat(key.get()).isEqualTo("mine");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("holds     stock", "clean");
  }

  @Test
  void endsWithOneWhereSomethingIsBroken() {
    report = "{\"checked\":[{\"says\":\"stock\",\"violations\":3}],\"clean\":false}";
    assertThat(run(Map.of("ORDO_API_KEY", "mine"))).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("3 bad     stock", "NOT CLEAN");
  }

  @Test
  void saysThatTheKeyIsNotTaken() {
    status = 401;
    assertThat(run(Map.of("ORDO_API_KEY", "wrong"))).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("does not take this key");
  }

  private int run(Map<String, String> environment, String... arguments) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("ORDO_URL", "http://localhost:" + server.getAddress().getPort());
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new SelfCheckCommand(all, List.of(arguments), out).run();
  }
}
