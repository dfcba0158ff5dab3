package dev.ordo.channel.jd;

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
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** JD's POP shops: system parameters in the address, business parameters as one JSON text. */
@Component
class Jd implements Connector {
  private static final String FIELDS =
      "orderId,payType,orderTotalPrice,orderSellerPrice,orderPayment,freightPrice,sellerDiscount,"
          + "balanceUsed,orderState,deliveryType,invoiceInfo,orderRemark,venderRemark,"
          + "orderStartTime,paymentConfirmTime,modified,consigneeInfo,itemInfoList,pin";
  private static final String STATES =
      "WAIT_SELLER_STOCK_OUT,WAIT_GOODS_RECEIVE_CONFIRM,PAUSE,LOCKED,FINISHED_L,TRADE_CANCELED";
  private static final Set<String> ALREADY = Set.of("10400010");
  private static final Map<String, String> CARRIERS =
      Map.of(
          "ZTO", "1499", "YUNDA", "1327", "STO", "470", "YTO", "463", "SF", "467", "EMS", "465",
          "DEPPON", "3046", "JD", "2087", "JDL", "2087");

  @Override
  public String platform() {
    return "JD";
  }

  @Override
  public Paging paging() {
    return new Paging(Paging.Style.BACKWARD_FROM_ONE, 50, 86_400);
  }

  @Override
  public Call orders(Gateway gateway, Window window, String page) {
    Map<String, Object> query = new TreeMap<>();
    query.put("start_date", Draft.chinese(window.from()));
    query.put("end_date", Draft.chinese(window.to()));
    query.put("order_state", STATES);
    query.put("optional_fields", FIELDS);
    query.put("page", page);
    query.put("page_size", String.valueOf(paging().size()));
    query.put("sortType", "1");
    query.put("dateType", "2");
    query.put("source_id", gateway.appKey());
    return call(gateway, "jingdong.pop.order.search", Map.of("paramOrderJSFQuery", query));
  }

  /** The answer's key ends in the platform's own misspelling; the right spelling is taken too. */
  @Override
  public OrderPage orderPage(String answer) {
    JsonNode body = checked(answer);
    JsonNode outer =
        either(body, "jingdong_pop_order_search_responce", "jingdong_pop_order_search_response");
    JsonNode result = either(outer, "searchorderinfo_result", "orderInfoResult");
    JsonNode api = result.path("apiResult");
    if (!api.path("success").asBoolean(true)) {
      throw new PlatformTrouble(
          api.path("numberCode").asString(""), api.path("chineseErrCode").asString(""), false);
    }
    return new OrderPage(
        List.copyOf(result.path("orderInfoList").values()),
        result.path("orderTotal").asLong(0),
        "");
  }

  @Override
  public JsonNode order(String shop, JsonNode element) {
    return JdOrder.canonical(shop, element);
  }

  @Override
  public Call ship(Gateway gateway, ShipNotice notice) {
    return call(
        gateway,
        "jingdong.pop.order.shipment",
        Map.of(
            "orderId", notice.platformNo(),
            "logiCoprId", CARRIERS.getOrDefault(notice.carrier(), "1274"),
            "logiNo", notice.waybillNo()));
  }

  @Override
  public Call stock(Gateway gateway, StockFigure figure) {
    return call(
        gateway,
        "jingdong.ware.stock.sku.set",
        Map.of("skuId", figure.platformSku(), "stockNum", figure.available()));
  }

  @Override
  public Answer answer(String answer) {
    return Answer.of(() -> checked(answer), ALREADY);
  }

  private static Call call(Gateway gateway, String method, Map<String, ?> business) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("method", method);
    all.put("app_key", gateway.appKey());
    all.put("access_token", gateway.token());
    all.put("timestamp", Draft.chinese(gateway.at()) + ".000+0800");
    all.put("v", "2.0");
    all.put("360buy_param_json", PlatformJson.write(new TreeMap<>(business)));
    all.put("sign", JosSignature.of(gateway.secret(), all));
    Call form =
        Call.form("/routerjson", Map.of("360buy_param_json", all.remove("360buy_param_json")));
    return new Call(form.method(), form.path(), all, Map.of(), form.contentType(), form.body());
  }

  private static JsonNode checked(String answer) {
    JsonNode body = PlatformJson.read(answer);
    JsonNode error = body.path("error_response");
    if (error.isMissingNode()) {
      return body;
    }
    String code = error.path("code").asString("");
    String reason = error.path("zh_desc").asString(error.path("en_desc").asString(""));
    throw new PlatformTrouble(code, reason, code.equals("67") || code.equals("50"));
  }

  private static JsonNode either(JsonNode node, String name, String other) {
    JsonNode found = node.path(name);
    return found.isMissingNode() ? node.path(other) : found;
  }
}
