package dev.ordo.simulator;

import dev.ordo.shared.MachineClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays Douyin: the body is what was signed, amounts in fen, pages from 0. */
final class DouyinDoor implements Door {
  private static final Shopfront SHOP = Shopfront.DY1;

  private final Backoffice office;
  private final MachineClock clock;

  DouyinDoor(Backoffice office, MachineClock clock) {
    this.office = office;
    this.clock = clock;
  }

  @Override
  public String path() {
    return SHOP.path();
  }

  @Override
  public Object answer(Ask ask) {
    Map<String, String> q = ask.query();
    String timestamp = q.getOrDefault("timestamp", "0");
    String text =
        SHOP.secret()
            + "app_key"
            + q.get("app_key")
            + "method"
            + q.get("method")
            + "param_json"
            + ask.body()
            + "timestamp"
            + timestamp
            + "v2"
            + SHOP.secret();
    if (!Signs.hex(Signs.hmacSha256(SHOP.secret(), text)).equals(q.get("sign"))) {
      return error(30001, "isv.signature-invalid", "签名校验失败");
    }
    if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > 600) {
      return error(30002, "isv.timestamp-invalid", "请求时间超过10分钟");
    }
    JsonNode body = Wire.JSON.readTree(ask.body());
    return switch (ask.path()) {
      case "/order/searchList" -> orders(body);
      case "/order/logisticsAdd" -> ship(body);
      case "/sku/syncStock" -> stock(body);
      default -> error(40003, "isv.method-invalid", "接口不存在");
    };
  }

  private Object orders(JsonNode q) {
    if (q.path("size").asInt(0) > 100) {
      return error(40004, "isv.parameter-invalid:1", "size 最大100");
    }
    List<SimOrder> all =
        office.changed(
            SHOP,
            Instant.ofEpochSecond(q.path("update_time_start").asLong(0)),
            Instant.ofEpochSecond(q.path("update_time_end").asLong(0)).plusMillis(999));
    List<Object> list = new ArrayList<>();
    int page = q.path("page").asInt(0);
    Backoffice.page(all, page + 1, q.path("size").asInt(10)).forEach(o -> list.add(order(o)));
    return done(
        Map.of("shop_order_list", list, "page", page, "total", all.size(), "size", list.size()));
  }

  private static Map<String, Object> order(SimOrder o) {
    Person b = o.buyer();
    Map<String, Object> j = new LinkedHashMap<>();
    j.put("order_id", o.no());
    j.put("order_status", status(o));
    j.put("order_amount", o.goods() + o.freight());
    j.put("pay_amount", o.total());
    j.put("post_amount", o.freight());
    j.put("promotion_amount", o.discount());
    j.put("create_time", o.created().getEpochSecond());
    Instant paid = o.paid();
    j.put("pay_time", paid == null ? 0 : paid.getEpochSecond());
    j.put("update_time", o.modified().getEpochSecond());
    j.put("buyer_words", o.remark());
    j.put("doudian_open_id", b.id());
    j.put("open_address_id", b.token());
    j.put("mask_post_receiver", b.maskedName());
    j.put("mask_post_tel", b.maskedPhone());
    j.put("mask_post_addr", Map.of("detail", b.maskedDetail()));
    j.put(
        "post_addr",
        Map.of(
            "province", Map.of("name", b.province()),
            "city", Map.of("name", b.city()),
            "town", Map.of("name", b.district()),
            "encrypt_detail", "##" + Signs.md5(b.detail()) + "##"));
    j.put("sku_order_list", suborders(o));
    return j;
  }

  private static List<Object> suborders(SimOrder o) {
    long[] shares =
        Yuan.shares(o.discount(), o.lines().stream().mapToLong(SimOrder.Line::amount).toArray());
    SimOrder.Refund refund = o.refund();
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < o.lines().size(); i++) {
      SimOrder.Line line = o.lines().get(i);
      Map<String, Object> s = new LinkedHashMap<>();
      s.put("order_id", line.lineNo());
      s.put("parent_order_id", o.no());
      s.put("code", line.sku());
      s.put("product_name", line.name());
      s.put("item_num", line.qty());
      s.put("origin_amount", line.price());
      s.put("sum_amount", line.amount());
      s.put("pay_amount", line.amount() - shares[i]);
      s.put("pre_sale_type", line.presale() ? 1 : 0);
      int status = refund == null ? 0 : refund.granted() ? 3 : 1;
      s.put("after_sale_info", Map.of("refund_status", status));
      all.add(s);
    }
    return all;
  }

  private static int status(SimOrder o) {
    return switch (o.state()) {
      case WAIT_PAY -> 1;
      case PAID -> 2;
      case SHIPPED -> 3;
      case CLOSED -> 4;
      case DONE -> 5;
    };
  }

  private Object ship(JsonNode q) {
    String no = q.path("order_id").asString("");
    return switch (office.ship(SHOP, no, q.path("logistics_code").asString(""))) {
      case TAKEN -> done(Map.of());
      case ALREADY -> error(50002, "isv.business-failed:50002", "订单已发货");
      case UNKNOWN, CLOSED -> error(50002, "isv.business-failed:50003", "订单不存在或已关闭");
    };
  }

  private Object stock(JsonNode q) {
    office.stock(SHOP, q.path("code").asString(""), q.path("stock_num").asInt(0));
    return done(Map.of());
  }

  private static Object done(Object data) {
    return Map.of("code", 10_000, "msg", "success", "data", data);
  }

  private static Object error(int code, String sub, String message) {
    return Map.of("code", code, "msg", message, "sub_code", sub, "sub_msg", message);
  }
}
