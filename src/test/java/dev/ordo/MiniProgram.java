package dev.ordo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Plays the gateway of a mini-program shop over HTTP: has no orders to pull, keeps what it is told.
 */
final class MiniProgram {
  private static final List<String> SHIPMENTS = new CopyOnWriteArrayList<>();
  private static final String REFUSAL =
      "{\"error\":\"closed\",\"message\":\"the order is closed\"}";
  private static final Set<String> CLOSED = ConcurrentHashMap.newKeySet();
  private static final HttpServer SERVER = start();

  private MiniProgram() {}

  static String url() {
    return "http://localhost:" + SERVER.getAddress().getPort();
  }

  /** The ship notices it got, word for word. */
  static List<String> shipments() {
    return List.copyOf(SHIPMENTS);
  }

  /** Refuses to hear of shipments of an order, or no longer does. */
  static void close(String platformNo, boolean closed) {
    if (closed) {
      CLOSED.add(platformNo);
    } else {
      CLOSED.remove(platformNo);
    }
  }

  private static HttpServer start() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      server.createContext("/", MiniProgram::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean refused = CLOSED.stream().anyMatch(body::contains);
    if (exchange.getRequestURI().getPath().equals("/shipments") && !refused) {
      SHIPMENTS.add(body);
    }
    byte[] reply =
        (refused ? REFUSAL : "{\"orders\":[],\"total\":0}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }
}
