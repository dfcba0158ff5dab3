package dev.ordo.channel.douyin;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Douyin shops: the signed JSON is the body, amounts in fen, times in seconds, pages from 0. */
@Component
class Douyin implements Connector {
  private static final Set<String> ALREADY = Set.of("isv.business-failed:50002");
  private static final Map<String, String> CARRIERS =
      Map.of(
          "SF",
          "shunfeng",
          "ZTO",
          "zhongtong",
          "YTO",
          "yuantong",
          "STO",
          "shentong",
          "YUNDA",
          "yunda",
          "EMS",
          "ems",
          "JD",
          "jd",
          "JDL",
          "jd");

  @Override
  public String platform() {
    return "DOUYIN";
  }

  @Override
  public Paging paging() {
    return new Paging(Paging.Style.BACKWARD_FROM_ZERO, 100, 86_400);
  }

  @Override
  public Call orders(Gateway gateway, Window window, String page) {
    return call(
        gateway,
        "order.searchList",
        Map.of(
            "update_time_start", window.from().getEpochSecond(),
            "update_time_end", window.to().getEpochSecond(),
            "order_by", "update_time",
            "order_asc", true,
            "page", Integer.parseInt(page),
            "size", paging().size()));
  }

  @Override
  public OrderPage orderPage(String answer) {
    JsonNode data = checked(answer).path("data");
    return new OrderPage(
        List.copyOf(data.path("shop_order_list").values()), data.path("total").asLong(0), "");
  }

  @Override
  public JsonNode order(String shop, JsonNode element) {
    return DouyinOrder.canonical(shop, element);
  }

  @Override
  public Call ship(Gateway gateway, ShipNotice notice) {
    String carrier = notice.carrier().toLowerCase(Locale.ROOT);
    return call(
        gateway,
        "order.logisticsAdd",
        Map.of(
            "order_id", notice.platformNo(),
            "company_code", CARRIERS.getOrDefault(notice.carrier(), carrier),
            "logistics_code", notice.waybillNo()));
  }

  @Override
  public Call stock(Gateway gateway, StockFigure figure) {
    return call(
        gateway,
        "sku.syncStock",
        Map.of(
            "code",
            figure.platformSku(),
            "incremental",
            false,
            "idempotent_id",
            figure.platformSku() + "-" + figure.version(),
            "stock_num",
            figure.available()));
  }

  @Override
  public Answer answer(String answer) {
    return Answer.of(() -> checked(answer), ALREADY);
  }

  private static Call call(Gateway gateway, String method, Map<String, ?> parameters) {
    String body = DoudianSignature.canonical(parameters);
    String timestamp = String.valueOf(gateway.at().getEpochSecond());
    String sign = DoudianSignature.of(gateway.appKey(), gateway.secret(), method, timestamp, body);
    return Call.json(
        "/" + method.replace('.', '/'),
        Map.of(
            "method",
            method,
            "app_key",
            gateway.appKey(),
            "access_token",
            gateway.token(),
            "timestamp",
            timestamp,
            "v",
            "2",
            "sign_method",
            "hmac-sha256",
            "sign",
            sign),
        body);
  }

  private static JsonNode checked(String answer) {
    JsonNode body = PlatformJson.read(answer);
    if (body.path("code").asInt(0) == 10_000) {
      return body;
    }
    String code = body.path("sub_code").asString(body.path("code").asString(""));
    String reason = body.path("sub_msg").asString(body.path("msg").asString(""));
    throw new PlatformTrouble(code, reason, code.startsWith("isp."));
  }
}
