package dev.ordo.channel.kuaishou;

import dev.ordo.channel.Answer;
import dev.ordo.channel.Call;
import dev.ordo.channel.Connector;
import dev.ordo.channel.Gateway;
import dev.ordo.channel.OrderPage;
import dev.ordo.channel.PlatformJson;
import dev.ordo.channel.PlatformTrouble;
import dev.ordo.channel.ShipNotice;
import dev.ordo.channel.StockFigure;
import dev.ordo.channel.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Kuaishou shops: pages by cursor, amounts in fen, times in milliseconds, stock by difference. */
@Component
class Kuaishou implements Connector {
  private static final Set<String> ALREADY = Set.of("ORDER_ALREADY_DELIVERED");
  private static final Map<String, String> CARRIERS =
      Map.of(
          "SF", "4", "ZTO", "2", "YTO", "6", "STO", "3", "YUNDA", "5", "EMS", "1", "JD", "10",
          "JDL", "10");

  @Override
  public String platform() {
    return "KUAISHOU";
  }

  @Override
  public Paging paging() {
    return new Paging(Paging.Style.CURSOR, 50, 7 * 86_400);
  }

  @Override
  public Call orders(Gateway gateway, Window window, String page) {
    Map<String, Object> query = new TreeMap<>();
    query.put("orderViewStatus", 1);
    query.put("pageSize", paging().size());
    query.put("sort", 2);
    query.put("queryType", 2);
    query.put("beginTime", window.from().toEpochMilli());
    query.put("endTime", window.to().toEpochMilli());
    query.put("cursor", page);
    return call("GET", gateway, "open.order.cursor.list", query);
  }

  @Override
  public OrderPage orderPage(String answer) {
    JsonNode data = checked(answer).path("data");
    String next = data.path("cursor").asString("");
    return new OrderPage(
        List.copyOf(data.path("orderList").values()), -1, next.equals("nomore") ? "" : next);
  }

  @Override
  public JsonNode order(String shop, JsonNode element) {
    return KuaishouOrder.canonical(shop, element);
  }

  @Override
  public Call ship(Gateway gateway, ShipNotice notice) {
    return call(
        "POST",
        gateway,
        "open.seller.order.goods.deliver",
        Map.of(
            "orderId", notice.platformNo(),
            "expressNo", notice.waybillNo(),
            "expressCode", CARRIERS.getOrDefault(notice.carrier(), notice.carrier())));
  }

  @Override
  public Call stock(Gateway gateway, StockFigure figure) {
    int change = figure.available() - figure.before();
    return call(
        "POST",
        gateway,
        "open.item.sku.stock.update",
        Map.of(
            "kwaiItemId", figure.platformSku(),
            "skuId", figure.platformSku(),
            "skuChangeStock", Math.abs(change),
            "changeType", change >= 0 ? 1 : 2));
  }

  @Override
  public Answer answer(String answer) {
    return Answer.of(() -> checked(answer), ALREADY);
  }

  private static Call call(String http, Gateway gateway, String method, Map<String, ?> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("method", method);
    all.put("appkey", gateway.appKey());
    all.put("access_token", gateway.token());
    all.put("version", "1");
    all.put("signMethod", "HMAC_SHA256");
    all.put("timestamp", String.valueOf(gateway.at().toEpochMilli()));
    all.put("param", PlatformJson.write(new TreeMap<>(parameters)));
    all.put("sign", KwaiSignature.of(gateway.secret(), all));
    String path = "/" + method.replace('.', '/');
    if (http.equals("GET")) {
      return new Call(http, path, all, Map.of(), Call.FORM, "");
    }
    Call form = Call.form(path, all);
    return new Call(
        http, path, Map.of("appkey", gateway.appKey()), Map.of(), Call.FORM, form.body());
  }

  private static JsonNode checked(String answer) {
    JsonNode body = PlatformJson.read(answer);
    if (body.path("result").asInt(0) == 1) {
      return body;
    }
    String code = body.path("sub_code").asString(body.path("code").asString(""));
    String reason = body.path("error_msg").asString(body.path("msg").asString(""));
    throw new PlatformTrouble(code, reason, code.startsWith("isp."));
  }
}
