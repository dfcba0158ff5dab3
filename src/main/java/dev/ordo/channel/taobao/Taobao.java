package dev.ordo.channel.taobao;

import dev.ordo.channel.Answer;
import dev.ordo.channel.Call;
import dev.ordo.channel.Connector;
import dev.ordo.channel.Draft;
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

/** Taobao and Tmall: TOP methods, one gateway address, HTTP 200 even for errors. */
@Component
class Taobao implements Connector {
  private static final String FIELDS =
      "tid,status,type,payment,post_fee,total_fee,discount_fee,created,pay_time,modified,"
          + "buyer_nick,buyer_open_uid,buyer_message,seller_memo,shipping_type,step_trade_status,"
          + "receiver_name,receiver_mobile,receiver_address,receiver_state,receiver_city,"
          + "receiver_district,receiver_town,receiver_zip,oaid,invoice_name,orders";
  private static final Set<String> ALREADY = Set.of("isv.logistics-offline-service-error:B150");

  @Override
  public String platform() {
    return "TAOBAO";
  }

  @Override
  public Paging paging() {
    return new Paging(Paging.Style.BACKWARD_FROM_ONE, 50, 1_800);
  }

  @Override
  public Call orders(Gateway gateway, Window window, String page) {
    return call(
        gateway,
        "taobao.trades.sold.increment.get",
        p -> {
          p.put("fields", FIELDS);
          p.put("start_modified", Draft.chinese(window.from()));
          p.put("end_modified", Draft.chinese(window.to()));
          p.put("page_no", page);
          p.put("page_size", String.valueOf(paging().size()));
          p.put("use_has_next", "false");
        });
  }

  @Override
  public OrderPage orderPage(String answer) {
    JsonNode body = checked(answer).path("trades_sold_increment_get_response");
    return new OrderPage(
        List.copyOf(body.path("trades").path("trade").values()),
        body.path("total_results").asLong(0),
        "");
  }

  @Override
  public JsonNode order(String shop, JsonNode element) {
    return TopTrade.canonical(shop, element);
  }

  @Override
  public Call ship(Gateway gateway, ShipNotice notice) {
    return call(
        gateway,
        "taobao.logistics.offline.send",
        p -> {
          p.put("tid", notice.platformNo());
          p.put("company_code", notice.carrier());
          p.put("out_sid", notice.waybillNo());
          if (!notice.whole()) {
            p.put("is_split", "1");
            p.put("sub_tid", String.join(",", notice.lineNos()));
          }
        });
  }

  @Override
  public Call stock(Gateway gateway, StockFigure figure) {
    return call(
        gateway,
        "taobao.skus.quantity.update",
        p -> {
          p.put("num_iid", figure.platformSku());
          p.put("outerid_quantities", figure.platformSku() + ":" + figure.available());
          p.put("type", "1");
        });
  }

  @Override
  public Answer answer(String answer) {
    return Answer.of(() -> checked(answer), ALREADY);
  }

  private static Call call(Gateway gateway, String method, Consumer<Map<String, String>> own) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("method", method);
    all.put("app_key", gateway.appKey());
    all.put("session", gateway.token());
    all.put("timestamp", Draft.chinese(gateway.at()));
    all.put("format", "json");
    all.put("v", "2.0");
    all.put("sign_method", "hmac-sha256");
    own.accept(all);
    all.put("sign", TopSignature.of(gateway.secret(), all, ""));
    return Call.form("/router/rest", all);
  }

  private static JsonNode checked(String answer) {
    JsonNode body = PlatformJson.read(answer);
    JsonNode error = body.path("error_response");
    if (error.isMissingNode()) {
      return body;
    }
    String code = error.path("sub_code").asString(error.path("code").asString(""));
    boolean again = code.startsWith("isp.") || error.path("code").asInt(0) == 7;
    throw new PlatformTrouble(
        code, error.path("sub_msg").asString(error.path("msg").asString("")), again);
  }
}
