package dev.ordo.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays Kuaishou: pages by cursor, one article per order, stock by difference. */
final class KuaishouDoor implements Door {
  private static final Shopfront SHOP = Shopfront.KS1;

  private final Backoffice office;

  KuaishouDoor(Backoffice office) {
    this.office = office;
  }

  @Override
  public String path() {
    return SHOP.path();
  }

  @Override
  public Object answer(Ask ask) {
    Map<String, String> p = ask.parameters();
    if (!sign(p).equals(p.get("sign"))) {
      return error("SIGN_ERROR", "签名错误");
    }
    JsonNode q = Wire.JSON.readTree(p.getOrDefault("param", "{}"));
    return switch (ask.path()) {
      case "/open/order/cursor/list" -> orders(q);
      case "/open/seller/order/goods/deliver" -> ship(q);
      case "/open/item/sku/stock/update" -> stock(q);
      default -> error("METHOD_INVALID", "接口不存在");
    };
  }

  private static String sign(Map<String, String> p) {
    StringBuilder text = new StringBuilder();
    for (String name :
        List.of(
            "access_token", "appkey", "method", "param", "signMethod", "timestamp", "version")) {
      text.append(name).append('=').append(p.getOrDefault(name, "")).append('&');
    }
    text.append("signSecret=").append(SHOP.secret());
    return Base64.getEncoder().encodeToString(Signs.hmacSha256(SHOP.secret(), text.toString()));
  }

  private Object orders(JsonNode q) {
    int size = q.path("pageSize").asInt(20);
    if (size > 50) {
      return error("PARAM_INVALID", "pageSize 最大50");
    }
    List<SimOrder> all =
        office.changed(
            SHOP,
            Instant.ofEpochMilli(q.path("beginTime").asLong(0)),
            Instant.ofEpochMilli(q.path("endTime").asLong(0)));
    String cursor = q.path("cursor").asString("");
    int page = cursor.isEmpty() ? 1 : Integer.parseInt(cursor.substring(1));
    List<Object> list = new ArrayList<>();
    Backoffice.page(all, page, size).forEach(o -> list.add(order(o)));
    String next = page * size >= all.size() ? "nomore" : "p" + (page + 1);
    return done(Map.of("orderList", list, "cursor", next, "pageSize", size));
  }

  private static Map<String, Object> order(SimOrder o) {
    Map<String, Object> j = new LinkedHashMap<>();
    j.put("orderBaseInfo", base(o));
    j.put("orderItemInfo", item(o));
    j.put("orderAddress", address(o.buyer()));
    SimOrder.Refund refund = o.refund();
    List<Object> refunds =
        refund == null
            ? List.of()
            : List.of(
                Map.of(
                    "refundId", refund.no(),
                    "refundStatus", refund.granted() ? 60 : 10,
                    "refundFee", o.total()));
    j.put("orderRefundList", refunds);
    return j;
  }

  private static Map<String, Object> base(SimOrder o) {
    Map<String, Object> b = new LinkedHashMap<>();
    b.put("oid", Long.valueOf(o.no()));
    b.put("status", status(o));
    b.put("createTime", o.created().toEpochMilli());
    Instant paid = o.paid();
    b.put("payTime", paid == null ? 0 : paid.toEpochMilli());
    b.put("updateTime", o.modified().toEpochMilli());
    b.put("buyerOpenId", o.buyer().id());
    b.put("buyerNick", o.buyer().maskedName());
    b.put("totalFee", o.total());
    b.put("expressFee", o.freight());
    b.put("discountFee", o.discount());
    b.put("remark", o.remark());
    b.put("preSale", o.lines().getFirst().presale() ? 1 : 0);
    return b;
  }

  private static Map<String, Object> item(SimOrder o) {
    SimOrder.Line line = o.lines().getFirst();
    return Map.of(
        "orderItemId", line.lineNo(),
        "skuNick", line.sku(),
        "itemTitle", line.name(),
        "num", line.qty(),
        "price", line.price());
  }

  private static Map<String, Object> address(Person b) {
    return Map.of(
        "desensitiseConsignee", b.maskedName(),
        "desensitiseMobile", b.maskedPhone(),
        "desensitiseAddress", b.maskedDetail(),
        "encryptedAddress", "$" + Signs.md5(b.detail()) + "$1$",
        "openAddressId", b.token(),
        "province", b.province(),
        "city", b.city(),
        "district", b.district());
  }

  private static int status(SimOrder o) {
    return switch (o.state()) {
      case WAIT_PAY -> 10;
      case PAID -> 30;
      case SHIPPED -> 40;
      case DONE -> 70;
      case CLOSED -> 80;
    };
  }

  private Object ship(JsonNode q) {
    String no = q.path("orderId").asString("");
    return switch (office.ship(SHOP, no, q.path("expressNo").asString(""))) {
      case TAKEN -> done(Map.of());
      case ALREADY -> error("ORDER_ALREADY_DELIVERED", "订单已发货");
      case UNKNOWN, CLOSED -> error("ORDER_NOT_EXIST", "订单不存在或已关闭");
    };
  }

  private Object stock(JsonNode q) {
    int change = q.path("skuChangeStock").asInt(0);
    if (change <= 0 || change >= 9_999_999) {
      return error("PARAM_INVALID", "skuChangeStock 超出范围");
    }
    int signed = q.path("changeType").asInt(1) == 1 ? change : -change;
    office.stockBy(SHOP, q.path("skuId").asString(""), signed);
    return done(Map.of());
  }

  private static Object done(Object data) {
    return Map.of("result", 1, "code", "1", "msg", "success", "data", data);
  }

  private static Object error(String code, String message) {
    return Map.of("result", 100, "code", code, "sub_code", code, "error_msg", message);
  }
}
