package dev.ordo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays JOS: signed address and form, the answer's misspelt key, receivers in plain text. */
final class JdDoor implements Door {
  private static final Shopfront SHOP = Shopfront.JD1;

  private final Backoffice office;

  JdDoor(Backoffice office) {
    this.office = office;
  }

  @Override
  public String path() {
    return SHOP.path();
  }

  @Override
  public Object answer(Ask ask) {
    Map<String, String> p = ask.parameters();
    String text = SHOP.secret() + Signs.joined(p) + SHOP.secret();
    if (!Signs.md5(text).toUpperCase(Locale.ROOT).equals(p.get("sign"))) {
      return error("21", "签名错误");
    }
    JsonNode business = Wire.JSON.readTree(p.getOrDefault("360buy_param_json", "{}"));
    return switch (p.getOrDefault("method", "")) {
      case "jingdong.pop.order.search" -> orders(business);
      case "jingdong.pop.order.shipment" -> ship(business);
      case "jingdong.ware.stock.sku.set" -> stock(business);
      default -> error("22", "方法不存在");
    };
  }

  /** Takes the old flat form and the newer one wrapped in paramOrderJSFQuery. */
  private Object orders(JsonNode business) {
    JsonNode q = business.has("paramOrderJSFQuery") ? business.get("paramOrderJSFQuery") : business;
    Instant from = Yuan.time(q.path("start_date").asString(""));
    Instant to = Yuan.time(q.path("end_date").asString(""));
    int size = Integer.parseInt(q.path("page_size").asString("20"));
    if (Duration.between(from, to).toDays() > 31
        || size > 100
        || q.path("optional_fields").asString("").isEmpty()) {
      return error("10100004", "参数错误");
    }
    List<SimOrder> all = office.changed(SHOP, from, to.plusMillis(999));
    int page = Integer.parseInt(q.path("page").asString("1"));
    List<Object> page1 = new ArrayList<>();
    Backoffice.page(all, page, size).forEach(o -> page1.add(order(o)));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("apiResult", Map.of("success", true, "numberCode", "0"));
    result.put("orderTotal", all.size());
    result.put("orderInfoList", page1);
    return Map.of(
        "jingdong_pop_order_search_responce",
        Map.of("code", "0", "searchorderinfo_result", result));
  }

  private static Map<String, Object> order(SimOrder o) {
    Map<String, Object> j = new LinkedHashMap<>();
    j.put("orderId", o.no());
    j.put("payType", o.cod() ? "1-货到付款" : "4-在线支付");
    j.put("orderTotalPrice", Yuan.of(o.goods()));
    j.put("orderSellerPrice", Yuan.of(o.goods() - o.discount()));
    j.put("orderPayment", Yuan.of(o.cod() ? 0 : o.total()));
    j.put("freightPrice", Yuan.of(o.freight()));
    j.put("sellerDiscount", Yuan.of(o.discount()));
    j.put("balanceUsed", "0.00");
    j.put("orderState", state(o));
    j.put("deliveryType", "任意时间");
    j.put("invoiceInfo", "不需要开具发票");
    j.put("orderRemark", o.remark());
    j.put("orderStartTime", Yuan.time(o.created()));
    j.put("paymentConfirmTime", Yuan.time(o.paid()));
    j.put("modified", Yuan.time(o.modified()));
    j.put("pin", o.buyer().id());
    j.put("consigneeInfo", consignee(o.buyer()));
    j.put("itemInfoList", o.lines().stream().map(JdDoor::item).toList());
    return j;
  }

  private static Map<String, Object> consignee(Person b) {
    return Map.of(
        "fullname", b.name(),
        "mobile", b.phone(),
        "fullAddress", b.province() + b.city() + b.district() + b.detail(),
        "province", b.province(),
        "city", b.city(),
        "county", b.district());
  }

  private static Map<String, Object> item(SimOrder.Line line) {
    return Map.of(
        "skuId", line.lineNo(),
        "outerSkuId", line.sku(),
        "skuName", line.name(),
        "jdPrice", Yuan.of(line.price()),
        "itemTotal", String.valueOf(line.qty()));
  }

  private static String state(SimOrder o) {
    return switch (o.state()) {
      case WAIT_PAY -> "NOT_PAY";
      case PAID -> o.refund() != null ? "LOCKED" : "WAIT_SELLER_STOCK_OUT";
      case SHIPPED -> "WAIT_GOODS_RECEIVE_CONFIRM";
      case DONE -> "FINISHED_L";
      case CLOSED -> "TRADE_CANCELED";
    };
  }

  private Object ship(JsonNode q) {
    return switch (office.ship(
        SHOP, q.path("orderId").asString(""), q.path("logiNo").asString(""))) {
      case TAKEN -> Map.of("jingdong_pop_order_shipment_responce", Map.of("code", "0"));
      case ALREADY -> error("10400010", "订单已出库");
      case UNKNOWN, CLOSED -> error("10400001", "订单不存在或已取消");
    };
  }

  private Object stock(JsonNode q) {
    office.stock(SHOP, q.path("skuId").asString(""), q.path("stockNum").asInt(0));
    return Map.of("jingdong_ware_stock_sku_set_responce", Map.of("code", "0"));
  }

  private static Object error(String code, String reason) {
    return Map.of("error_response", Map.of("code", code, "zh_desc", reason, "en_desc", reason));
  }
}
