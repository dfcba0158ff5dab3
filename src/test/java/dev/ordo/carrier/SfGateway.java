package dev.ordo.carrier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays SF's gateway over HTTP: checks digests, gives one number per order number, pushes scans.
 */
public final class SfGateway {
  public static final String KEY = "ORDO";
  public static final String SECRET = "secret";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final AtomicLong LAST = new AtomicLong(1_000_000_000_000L);
  private static final Map<String, String> NUMBERS = new ConcurrentHashMap<>();
  private static final List<String> ASKED = new java.util.concurrent.CopyOnWriteArrayList<>();
  private static final HttpServer SERVER = start();

  private SfGateway() {}

  public static String url() {
    return "http://localhost:" + SERVER.getAddress().getPort();
  }

  /** The body of a push about one parcel, signed. */
  public static String push(String waybillNo, String code, String text, Instant at) {
    String data =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "Body",
                    Map.of(
                        "WaybillRoute",
                        List.of(
                            Map.of(
                                "mailno", waybillNo,
                                "acceptTime", beijing(at),
                                "acceptAddress", "深圳市",
                                "remark", text,
                                "opCode", code)))));
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("msgData", data);
    parameters.put("timestamp", "1");
    parameters.put("msgDigest", digest(data, "1"));
    return Wires.form(parameters);
  }

  private static String beijing(Instant at) {
    return TIME.format(LocalDateTime.ofInstant(at, ZoneId.of("Asia/Shanghai")));
  }

  private static HttpServer start() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      server.createContext("/", SfGateway::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form =
        Arrays.stream(body.split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    String data = form.get("msgData");
    boolean signed = digest(data, form.get("timestamp")).equals(form.get("msgDigest"));
    byte[] reply =
        JsonMapper.shared()
            .writeValueAsString(
                signed
                    ? Map.of(
                        "apiResultCode",
                        "A1000",
                        "apiResultData",
                        result(form.get("serviceCode"), JsonMapper.shared().readTree(data)))
                    : Map.of("apiResultCode", "A1006", "apiErrorMsg", "bad signature"))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  /** What a service was asked, oldest first. */
  public static List<String> asked(String service) {
    return ASKED.stream().filter(a -> a.startsWith(service + " ")).toList();
  }

  private static String result(String service, JsonNode data) {
    ASKED.add(service + " " + data);
    return service.equals("EXP_RECE_SEARCH_ROUTES")
        ? """
        {"success":true,"msgData":{"routeResps":[]}}\
        """
        : waybill(data.path("orderId").asString(""));
  }

  private static String waybill(String orderNo) {
    String number = NUMBERS.computeIfAbsent(orderNo, n -> "SF" + LAST.incrementAndGet());
    return """
    {"success":true,"msgData":{"waybillNoInfoList":[{"waybillType":1,"waybillNo":"%s"}],
     "routeLabelInfo":[{"routeLabelData":{"destRouteLabel":"755WE-571A3",
     "destTransferCode":"755WB","proName":"SF"}}]}}\
    """
        .formatted(number);
  }

  private static String digest(String data, String timestamp) {
    String text = URLEncoder.encode(data + timestamp + SECRET, StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(Wires.md5(text));
  }
}
