package dev.ordo.simulator;

import dev.ordo.shared.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plays TOP: checks signature, time and window, masks receivers, speaks its error forms. */
final class TaobaoDoor implements Door {
  private static final Shopfront SHOP = Shopfront.TB1;

  private final Backoffice office;
  private final MachineClock clock;

  TaobaoDoor(Backoffice office, MachineClock clock) {
    this.office = office;
    this.clock = clock;
  }

  @Override
  public String path() {
    return SHOP.path();
  }

  @Override
  public Object answer(Ask ask) {
    Map<String, String> p = ask.parameters();
    if (!p.getOrDefault("app_key", "").equals(SHOP.appKey())) {
      return error(29, "Invalid app Key", "");
    }
    byte[] mac = Signs.hmacSha256(SHOP.secret(), Signs.joined(p));
    if (!Signs.hex(mac).toUpperCase(Locale.ROOT).equals(p.get("sign"))) {
      return error(25, "Invalid signature", "");
    }
    Duration skew = Duration.between(Yuan.time(p.getOrDefault("timestamp", "")), clock.instant());
    if (skew.abs().toMinutes() >= 10) {
      return error(31, "Invalid timestamp", "");
    }
    return method(p);
  }

  private Object method(Map<String, String> p) {
    return switch (p.getOrDefault("method", "")) {
      case "taobao.trades.sold.increment.get" -> orders(p);
      case "taobao.logistics.offline.send" -> ship(p);
      case "taobao.skus.quantity.update" -> stock(p);
      default -> error(22, "Invalid method", "");
    };
  }

  private Object orders(Map<String, String> p) {
    Instant from = Yuan.time(p.getOrDefault("start_modified", ""));
    Instant to = Yuan.time(p.getOrDefault("end_modified", ""));
    int size = Integer.parseInt(p.getOrDefault("page_size", "40"));
    if (Duration.between(from, to).toHours() > 24 || size > 100) {
      return error(41, "Invalid arguments: start_modified, end_modified, page_size", "");
    }
    List<SimOrder> all = office.changed(SHOP, from, to.plusMillis(999));
    int page = Integer.parseInt(p.getOrDefault("page_no", "1"));
    List<Object> trades = new ArrayList<>();
    Backoffice.page(all, page, size).forEach(o -> trades.add(trade(o)));
    return Map.of(
        "trades_sold_increment_get_response",
        Map.of("total_results", all.size(), "trades", Map.of("trade", trades)));
  }

  private static Map<String, Object> trade(SimOrder o) {
    Person b = o.buyer();
    Map<String, Object> t = new LinkedHashMap<>();
    t.put("tid", Long.valueOf(o.no()));
    t.put("status", status(o));
    t.put("type", "fixed");
    t.put("payment", Yuan.of(o.total()));
    t.put("post_fee", Yuan.of(o.freight()));
    t.put("total_fee", Yuan.of(o.goods()));
    t.put("discount_fee", Yuan.of(o.discount()));
    t.put("created", Yuan.time(o.created()));
    t.put("pay_time", Yuan.time(o.paid()));
    t.put("modified", Yuan.time(o.modified()));
    t.put("buyer_nick", b.maskedName());
    t.put("buyer_open_uid", b.id());
    t.put("buyer_message", o.remark());
    t.put("shipping_type", o.freight() == 0 ? "free" : "express");
    t.put("receiver_name", b.maskedName());
    t.put("receiver_mobile", b.maskedPhone());
    t.put("receiver_address", b.maskedDetail());
    t.put("receiver_state", b.province());
    t.put("receiver_city", b.city());
    t.put("receiver_district", b.district());
    t.put("oaid", b.token());
    t.put("orders", Map.of("order", suborders(o)));
    return t;
  }

  private static List<Object> suborders(SimOrder o) {
    long[] shares =
        Yuan.shares(o.discount(), o.lines().stream().mapToLong(SimOrder.Line::amount).toArray());
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < o.lines().size(); i++) {
      all.add(suborder(o, o.lines().get(i), shares[i]));
    }
    return all;
  }

  private static Map<String, Object> suborder(SimOrder o, SimOrder.Line line, long share) {
    Map<String, Object> s = new LinkedHashMap<>();
    s.put("oid", line.lineNo());
    s.put("outer_sku_id", line.sku());
    s.put("title", line.name());
    s.put("num", line.qty());
    s.put("price", Yuan.of(line.price()));
    s.put("part_mjz_discount", Yuan.of(share));
    s.put("divide_order_fee", Yuan.of(line.amount() - share));
    s.put("payment", Yuan.of(line.amount()));
    SimOrder.Refund refund = o.refund();
    s.put(
        "refund_status",
        refund == null ? "NO_REFUND" : refund.granted() ? "SUCCESS" : "WAIT_SELLER_AGREE");
    if (refund != null) {
      s.put("refund_id", refund.no() + line.lineNo().substring(line.lineNo().length() - 2));
    }
    if (line.presale()) {
      s.put("estimate_con_time", "卖家承诺15天内发货");
    }
    return s;
  }

  private static String status(SimOrder o) {
    return switch (o.state()) {
      case WAIT_PAY -> "WAIT_BUYER_PAY";
      case PAID -> "WAIT_SELLER_SEND_GOODS";
      case SHIPPED -> "WAIT_BUYER_CONFIRM_GOODS";
      case DONE -> "TRADE_FINISHED";
      case CLOSED -> o.paid() == null ? "TRADE_CLOSED_BY_TAOBAO" : "TRADE_CLOSED";
    };
  }

  private Object ship(Map<String, String> p) {
    return switch (office.ship(SHOP, p.getOrDefault("tid", ""), p.getOrDefault("out_sid", ""))) {
      case TAKEN ->
          Map.of("logistics_offline_send_response", Map.of("shipping", Map.of("is_success", true)));
      case ALREADY -> error(15, "Remote service error", "isv.logistics-offline-service-error:B150");
      case UNKNOWN, CLOSED -> error(15, "Remote service error", "isv.trade-not-exist");
    };
  }

  private Object stock(Map<String, String> p) {
    for (String pair : p.getOrDefault("outerid_quantities", "").split(";")) {
      int at = pair.lastIndexOf(':');
      int quantity = Integer.parseInt(pair.substring(at + 1));
      if (quantity < 0) {
        return error(15, "Remote service error", "isv.invalid-parameter:quantity");
      }
      office.stock(SHOP, pair.substring(0, at), quantity);
    }
    return Map.of("skus_quantity_update_response", Map.of("item", Map.of()));
  }

  private static Object error(int code, String message, String subCode) {
    Map<String, Object> error = new LinkedHashMap<>(Map.of("code", code, "msg", message));
    if (!subCode.isEmpty()) {
      error.put("sub_code", subCode);
      error.put("sub_msg", subCode);
    }
    return Map.of("error_response", error);
  }
}
