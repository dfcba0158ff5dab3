package dev.ordo.channel.jd;

import dev.ordo.channel.Draft;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A POP order in canonical words; amounts are text in yuan. */
final class JdOrder {
  private static final Map<String, String> STATUS =
      Map.ofEntries(
          Map.entry("NOT_PAY", "AWAITING_PAYMENT"),
          Map.entry("WAIT_SELLER_STOCK_OUT", "PAID"),
          Map.entry("PAUSE", "PAID"),
          Map.entry("POP_ORDER_PAUSE", "PAID"),
          Map.entry("LOCKED", "PAID"),
          Map.entry("WAIT_SELLER_DELIVERY", "SHIPPED"),
          Map.entry("WAIT_GOODS_RECEIVE_CONFIRM", "SHIPPED"),
          Map.entry("RECEIPT_CONFIRM", "COMPLETED"),
          Map.entry("FINISHED_L", "COMPLETED"),
          Map.entry("TRADE_CANCELED", "CANCELLED"),
          Map.entry("TRADE_CLOSED", "CANCELLED"),
          Map.entry("TRADE_REFUNDED", "CANCELLED"));

  private JdOrder() {}

  static JsonNode canonical(String shop, JsonNode o) {
    String state = o.path("orderState").asString("");
    boolean cod = o.path("payType").asString("").startsWith("1");
    Draft draft =
        Draft.of(shop)
            .text("platformNo", o.path("orderId"))
            .put("status", STATUS.getOrDefault(state, state))
            .chineseTime("createdAt", o.path("orderStartTime"))
            .chineseTime("paidAt", o.path("paymentConfirmTime"))
            .chineseTime("modifiedAt", o.path("modified"))
            .inside("buyer", b -> b.text("id", o.path("pin")).text("nick", o.path("pin")))
            .inside("receiver", r -> receiver(r, o.path("consigneeInfo")))
            .text("buyerRemark", o.path("orderRemark"))
            .text("sellerRemark", o.path("venderRemark"))
            .put("deliveryMethod", delivery(o.path("deliveryType").asString("")))
            .put("paymentMethod", cod ? "cod" : "online");
    for (JsonNode item : o.path("itemInfoList").values()) {
      draft.add("lines", l -> line(l, item));
    }
    invoice(draft, o.path("invoiceInfo").asString(""));
    locked(draft, o, state);
    return amounts(draft, o, cod, state).json();
  }

  private static Draft amounts(Draft draft, JsonNode o, boolean cod, String state) {
    BigDecimal goods =
        o.path("itemInfoList").values().stream()
            .map(JdOrder::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal freight = Draft.yuan(o.path("freightPrice"));
    BigDecimal total = Draft.yuan(o.path("orderSellerPrice")).add(freight);
    boolean unpaid = cod || state.equals("NOT_PAY");
    BigDecimal paid = Draft.yuan(o.path("orderPayment")).add(Draft.yuan(o.path("balanceUsed")));
    return draft
        .amount("goodsAmount", goods)
        .amount("discount", Draft.yuan(o.path("sellerDiscount")))
        .amount("freight", freight)
        .amount("total", total)
        .amount("paid", unpaid ? BigDecimal.ZERO : paid);
  }

  private static BigDecimal amount(JsonNode item) {
    return Draft.yuan(item.path("jdPrice")).multiply(Draft.yuan(item.path("itemTotal")));
  }

  private static void line(Draft line, JsonNode i) {
    line.text("lineNo", i.path("skuId"))
        .text("sku", i.path("outerSkuId"))
        .text("name", i.path("skuName"))
        .count("qty", i.path("itemTotal"))
        .amount("price", Draft.yuan(i.path("jdPrice")))
        .amount("amount", amount(i));
  }

  /** JD locks an order when its buyer wants the money back before it is shipped. */
  private static void locked(Draft draft, JsonNode o, String state) {
    if (!state.equals("LOCKED")) {
      return;
    }
    draft.add(
        "refunds",
        r ->
            r.put("refundNo", "L" + o.path("orderId").asString(""))
                .amount("amount", Draft.yuan(o.path("orderPayment")))
                .put("status", "REQUESTED"));
  }

  private static void receiver(Draft r, JsonNode c) {
    r.text("name", c.path("fullname"))
        .text("phone", c.path("mobile"))
        .text("province", c.path("province"))
        .text("city", c.path("city"))
        .text("district", c.path("county"))
        .text("town", c.path("town"))
        .text("detail", c.path("fullAddress"))
        .put("masked", c.path("mobile").asString("").contains("*"));
  }

  /** JD writes the invoice wish as "发票抬头:某公司" or "不需要开具发票". */
  private static void invoice(Draft draft, String info) {
    int at = info.indexOf("抬头:");
    if (at >= 0 && at + 3 < info.length()) {
      draft.inside("invoice", i -> i.put("title", info.substring(at + 3).strip()));
    }
  }

  private static String delivery(String type) {
    return type.contains("自提") ? "pickup" : "express";
  }
}
