package dev.ordo.simulator;

import dev.ordo.shared.MachineClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plays Pinduoduo: half-hour windows, receivers as ciphertext and mask. */
final class PddDoor implements Door {
  private static final Shopfront SHOP = Shopfront.PDD1;

  private final Backoffice office;
  private final MachineClock clock;

  PddDoor(Backoffice office, MachineClock clock) {
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
    String text = SHOP.secret() + Signs.joined(p) + SHOP.secret();
    if (!Signs.md5(text).toUpperCase(Locale.ROOT).equals(p.get("sign"))) {
      return error(20004, "签名错误");
    }
    long skew = clock.instant().getEpochSecond() - number(p, "timestamp");
    if (Math.abs(skew) > 600) {
      return error(20005, "timestamp 过期");
    }
    return switch (p.getOrDefault("type", "")) {
      case "pdd.order.number.list.increment.get" -> orders(p);
      case "pdd.logistics.online.send" -> ship(p);
      case "pdd.goods.quantity.update" -> stock(p);
      default -> error(10001, "type 不存在");
    };
  }

  private static long number(Map<String, String> p, String name) {
    return Long.parseLong(p.getOrDefault(name, "0"));
  }

  private Object orders(Map<String, String> p) {
    long from = number(p, "start_updated_at");
    long to = number(p, "end_updated_at");
    if (to - from > 1_800 || number(p, "page_size") > 100) {
      return error(50001, "时间跨度不能超过30分钟");
    }
    List<SimOrder> all =
        office.changed(
            SHOP, Instant.ofEpochSecond(from), Instant.ofEpochSecond(to).plusMillis(999));
    List<Object> list = new ArrayList<>();
    Backoffice.page(all, (int) number(p, "page"), (int) number(p, "page_size"))
        .forEach(o -> list.add(order(o)));
    return Map.of(
        "order_sn_increment_get_response",
        Map.of("total_count", all.size(), "has_next", false, "order_sn_list", list));
  }

  private static Map<String, Object> order(SimOrder o) {
    Person b = o.buyer();
    Map<String, Object> j = new LinkedHashMap<>();
    j.put("order_sn", o.no());
    j.put(
        "order_status",
        o.state() == SimOrder.State.SHIPPED ? 2 : o.state() == SimOrder.State.DONE ? 3 : 1);
    SimOrder.Refund refund = o.refund();
    j.put("refund_status", refund == null ? 1 : refund.granted() ? 4 : 2);
    j.put("confirm_status", o.state() == SimOrder.State.CLOSED ? 2 : 1);
    j.put("group_status", o.state() == SimOrder.State.WAIT_PAY ? 0 : 1);
    j.put("created_time", Yuan.time(o.created()));
    j.put("pay_time", Yuan.time(o.paid()));
    j.put("updated_at", Yuan.time(o.modified()));
    j.put("goods_amount", yuan(o.goods()));
    j.put("discount_amount", yuan(o.discount()));
    j.put("postage", yuan(o.freight()));
    j.put("pay_amount", yuan(o.total()));
    j.put("buyer_memo", o.remark());
    j.put("receiver_name", "~AgAAAA" + Signs.md5(b.name()));
    j.put("receiver_name_mask", b.maskedName());
    j.put("receiver_phone_mask", b.maskedPhone());
    j.put("receiver_address_mask", b.maskedDetail());
    j.put("open_address_id", b.token());
    j.put("province", b.province());
    j.put("city", b.city());
    j.put("town", b.district());
    j.put("is_pre_sale", 0);
    j.put("item_list", o.lines().stream().map(PddDoor::item).toList());
    return j;
  }

  private static Map<String, Object> item(SimOrder.Line line) {
    return Map.of(
        "sku_id", Long.valueOf(line.lineNo().substring(7)),
        "outer_id", line.sku(),
        "goods_name", line.name(),
        "goods_price", yuan(line.price()),
        "goods_count", line.qty());
  }

  private static java.math.BigDecimal yuan(long fen) {
    return java.math.BigDecimal.valueOf(fen, 2);
  }

  private Object ship(Map<String, String> p) {
    String no = p.getOrDefault("order_sn", "");
    return switch (office.ship(SHOP, no, p.getOrDefault("tracking_number", ""))) {
      case TAKEN -> Map.of("logistics_online_send_response", Map.of("is_success", true));
      case ALREADY -> error(50026, "订单已发货");
      case UNKNOWN, CLOSED -> error(50013, "订单不存在或已退款");
    };
  }

  private Object stock(Map<String, String> p) {
    office.stock(SHOP, p.getOrDefault("outer_id", ""), (int) number(p, "quantity"));
    return Map.of("goods_quantity_update_response", Map.of("is_success", true));
  }

  private static Object error(int code, String message) {
    return Map.of("error_response", Map.of("error_code", code, "error_msg", message));
  }
}
