package dev.ordo.channel.shop;

import dev.ordo.channel.Answer;
import dev.ordo.channel.Call;
import dev.ordo.channel.Connector;
import dev.ordo.channel.Digests;
import dev.ordo.channel.Gateway;
import dev.ordo.channel.OrderPage;
import dev.ordo.channel.PlatformJson;
import dev.ordo.channel.PlatformTrouble;
import dev.ordo.channel.ShipNotice;
import dev.ordo.channel.StockFigure;
import dev.ordo.channel.Window;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our own mini-program shop: plain REST with canonical orders. Every call carries the key, the time
 * in milliseconds and HMAC-SHA256(secret, method + path + body + time) in lower hex.
 */
@Component
class OwnShop implements Connector {
  @Override
  public String platform() {
    return "SHOP";
  }

  @Override
  public Paging paging() {
    return new Paging(Paging.Style.BACKWARD_FROM_ONE, 50, 86_400);
  }

  @Override
  public Call orders(Gateway gateway, Window window, String page) {
    Map<String, String> query =
        Map.of(
            "from", window.from().toString(),
            "to", window.to().toString(),
            "page", page,
            "size", String.valueOf(paging().size()));
    return call(gateway, "GET", "/orders", query, "");
  }

  @Override
  public OrderPage orderPage(String answer) {
    JsonNode body = checked(answer);
    return new OrderPage(
        List.copyOf(body.path("orders").values()), body.path("total").asLong(0), "");
  }

  @Override
  public JsonNode order(String shop, JsonNode element) {
    return element instanceof ObjectNode object ? object.deepCopy().put("shop", shop) : element;
  }

  @Override
  public Call ship(Gateway gateway, ShipNotice notice) {
    Map<String, Object> body = new TreeMap<>();
    body.put("platformNo", notice.platformNo());
    body.put("carrier", notice.carrier());
    body.put("waybillNo", notice.waybillNo());
    body.put("lineNos", notice.lineNos());
    body.put("whole", notice.whole());
    return call(gateway, "POST", "/shipments", Map.of(), PlatformJson.write(body));
  }

  @Override
  public Call stock(Gateway gateway, StockFigure figure) {
    Map<String, Object> body = new TreeMap<>();
    body.put("sku", figure.platformSku());
    body.put("available", figure.available());
    body.put("version", figure.version());
    return call(gateway, "POST", "/stock", Map.of(), PlatformJson.write(body));
  }

  @Override
  public Answer answer(String answer) {
    try {
      return new Answer.Done(checked(answer).path("already").asBoolean(false));
    } catch (PlatformTrouble trouble) {
      return Answer.of(trouble);
    }
  }

  private static Call call(
      Gateway gateway, String method, String path, Map<String, String> query, String body) {
    String time = String.valueOf(gateway.at().toEpochMilli());
    String sign = Digests.hmacHex("HmacSHA256", gateway.secret(), method + path + body + time);
    Map<String, String> headers =
        Map.of("X-Shop-Key", gateway.appKey(), "X-Shop-Time", time, "X-Shop-Sign", sign);
    return new Call(method, path, query, headers, Call.JSON, body);
  }

  private static JsonNode checked(String answer) {
    JsonNode body = PlatformJson.read(answer);
    if (body.path("error").isMissingNode()) {
      return body;
    }
    String code = body.path("error").asString("");
    throw new PlatformTrouble(code, body.path("message").asString(""), code.equals("busy"));
  }
}
