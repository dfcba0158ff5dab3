package dev.ordo.channel.pdd;

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
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Pinduoduo: windows of half an hour at most, UNIX seconds, receivers as ciphertext and mask. */
@Component
class Pdd implements Connector {
  private static final Set<String> AGAIN = Set.of("50000", "50001", "52101", "70031", "70033");
  private static final Set<String> ALREADY = Set.of("50026");
  private static final Map<String, String> CARRIERS =
      Map.of(
          "SF", "44", "ZTO", "115", "YTO", "85", "STO", "1", "YUNDA", "121", "EMS", "118", "JD",
          "120", "JDL", "120");

  @Override
  public String platform() {
    return "PDD";
  }

  @Override
  public Paging paging() {
    return new Paging(Paging.Style.BACKWARD_FROM_ONE, 100, 1_800);
  }

  @Override
  public Call orders(Gateway gateway, Window window, String page) {
    return call(
        gateway,
        "pdd.order.number.list.increment.get",
        p -> {
          p.put("start_updated_at", String.valueOf(window.from().getEpochSecond()));
          p.put("end_updated_at", String.valueOf(window.to().getEpochSecond()));
          p.put("order_status", "5");
          p.put("refund_status", "5");
          p.put("is_lucky_flag", "0");
          p.put("page", page);
          p.put("page_size", String.valueOf(paging().size()));
          p.put("use_has_next", "false");
        });
  }

  @Override
  public OrderPage orderPage(String answer) {
    JsonNode body = checked(answer).path("order_sn_increment_get_response");
    return new OrderPage(
        List.copyOf(body.path("order_sn_list").values()), body.path("total_count").asLong(0), "");
  }

  @Override
  public JsonNode order(String shop, JsonNode element) {
    return PddOrder.canonical(shop, element);
  }

  @Override
  public Call ship(Gateway gateway, ShipNotice notice) {
    return call(
        gateway,
        "pdd.logistics.online.send",
        p -> {
          p.put("order_sn", notice.platformNo());
          p.put("logistics_id", CARRIERS.getOrDefault(notice.carrier(), notice.carrier()));
          p.put("tracking_number", notice.waybillNo());
          p.put("redelivery_type", "1");
        });
  }

  @Override
  public Call stock(Gateway gateway, StockFigure figure) {
    return call(
        gateway,
        "pdd.goods.quantity.update",
        p -> {
          p.put("goods_id", figure.platformSku());
          p.put("outer_id", figure.platformSku());
          p.put("quantity", String.valueOf(figure.available()));
          p.put("update_type", "1");
        });
  }

  @Override
  public Answer answer(String answer) {
    return Answer.of(() -> checked(answer), ALREADY);
  }

  private static Call call(Gateway gateway, String type, Consumer<Map<String, String>> own) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("type", type);
    all.put("client_id", gateway.appKey());
    all.put("access_token", gateway.token());
    all.put("timestamp", String.valueOf(gateway.at().getEpochSecond()));
    all.put("data_type", "JSON");
    all.put("version", "V1");
    own.accept(all);
    all.put("sign", PopSignature.of(gateway.secret(), all));
    return Call.form("/api/router", all);
  }

  private static JsonNode checked(String answer) {
    JsonNode body = PlatformJson.read(answer);
    JsonNode error = body.path("error_response");
    if (error.isMissingNode()) {
      return body;
    }
    String code = error.path("error_code").asString("");
    throw new PlatformTrouble(code, error.path("error_msg").asString(""), AGAIN.contains(code));
  }
}
