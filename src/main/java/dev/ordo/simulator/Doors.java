package dev.ordo.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated world's one HTTP server, on this machine only: a path per company. */
final class Doors implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

  private final HttpServer server;

  Doors(int port, List<? extends Door> doors) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " is taken; set ordo.simulator.port.", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    for (Door door : doors) {
      String path = "/" + door.path();
      server.createContext(path, exchange -> serve(door, path, exchange));
    }
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static void serve(Door door, String path, HttpExchange exchange) throws IOException {
    try (exchange) {
      Object answer = answered(door, ask(path, exchange));
      boolean text = answer instanceof String;
      byte[] bytes =
          text
              ? answer.toString().getBytes(StandardCharsets.UTF_8)
              : Wire.JSON.writeValueAsBytes(answer);
      String type = text ? "text/plain" : "application/json";
      exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Object answered(Door door, Ask ask) {
    try {
      return door.answer(ask);
    } catch (RuntimeException e) {
      LOG.warn("{} {}{} failed: {}", ask.method(), door.path(), ask.path(), e.toString());
      return Map.of("error", "failed", "message", String.valueOf(e.getMessage()));
    }
  }

  private static Ask ask(String path, HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Ask(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath().substring(path.length()),
        Ask.decoded(exchange.getRequestURI().getRawQuery()),
        headers,
        body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
