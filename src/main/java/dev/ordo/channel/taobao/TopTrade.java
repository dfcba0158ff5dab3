package dev.ordo.channel.taobao;

import dev.ordo.channel.Draft;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A TOP trade in canonical words; amounts are text in yuan. */
final class TopTrade {
  private static final Map<String, String> STATUS =
      Map.ofEntries(
          Map.entry("TRADE_NO_CREATE_PAY", "AWAITING_PAYMENT"),
          Map.entry("WAIT_BUYER_PAY", "AWAITING_PAYMENT"),
          Map.entry("PAY_PENDING", "AWAITING_PAYMENT"),
          Map.entry("WAIT_PRE_AUTH_CONFIRM", "AWAITING_PAYMENT"),
          Map.entry("PAID_FORBID_CONSIGN", "AWAITING_PAYMENT"),
          Map.entry("WAIT_SELLER_SEND_GOODS", "PAID"),
          Map.entry("SELLER_CONSIGNED_PART", "PARTIALLY_SHIPPED"),
          Map.entry("WAIT_BUYER_CONFIRM_GOODS", "SHIPPED"),
          Map.entry("TRADE_BUYER_SIGNED", "COMPLETED"),
          Map.entry("TRADE_FINISHED", "COMPLETED"),
          Map.entry("TRADE_CLOSED", "CANCELLED"),
          Map.entry("TRADE_CLOSED_BY_TAOBAO", "CANCELLED"));

  private static final Map<String, String> REFUND =
      Map.of(
          "WAIT_SELLER_AGREE", "REQUESTED",
          "WAIT_BUYER_RETURN_GOODS", "AGREED",
          "WAIT_SELLER_CONFIRM_GOODS", "AGREED",
          "SELLER_REFUSE_BUYER", "WITHDRAWN",
          "CLOSED", "WITHDRAWN",
          "SUCCESS", "REFUNDED");

  private TopTrade() {}

  static JsonNode canonical(String shop, JsonNode t) {
    String status = status(t);
    Draft draft =
        Draft.of(shop)
            .text("platformNo", t.path("tid"))
            .put("status", status)
            .chineseTime("createdAt", t.path("created"))
            .chineseTime("paidAt", t.path("pay_time"))
            .chineseTime("modifiedAt", t.path("modified"))
            .inside(
                "buyer",
                b -> b.text("id", t.path("buyer_open_uid")).text("nick", t.path("buyer_nick")))
            .inside("receiver", r -> receiver(r, t))
            .text("buyerRemark", t.path("buyer_message"))
            .text("sellerRemark", t.path("seller_memo"))
            .put("deliveryMethod", delivery(t.path("shipping_type").asString("express")))
            .put("paymentMethod", t.path("type").asString("").equals("cod") ? "cod" : "online");
    for (JsonNode order : t.path("orders").path("order").values()) {
      draft.add("lines", l -> line(l, order));
      refund(draft, order);
    }
    if (!t.path("invoice_name").asString("").isEmpty()) {
      draft.inside("invoice", i -> i.text("title", t.path("invoice_name")));
    }
    return amounts(draft, t, status).json();
  }

  private static String status(JsonNode t) {
    String given = t.path("status").asString("");
    return t.path("step_trade_status").asString("").equals("FRONT_PAID_FINAL_NOPAID")
        ? "BALANCE_DUE"
        : STATUS.getOrDefault(given, given);
  }

  private static Draft amounts(Draft draft, JsonNode t, String status) {
    BigDecimal goods =
        t.path("orders").path("order").values().stream()
            .map(TopTrade::share)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return draft
        .amount("goodsAmount", goods)
        .amount("freight", Draft.yuan(t.path("post_fee")))
        .amount("total", Draft.yuan(t.path("payment")))
        .amount("paid", paid(t, status));
  }

  private static BigDecimal paid(JsonNode t, String status) {
    boolean unpaid = status.equals("AWAITING_PAYMENT") || t.path("pay_time").asString("").isEmpty();
    return unpaid ? BigDecimal.ZERO : Draft.yuan(t.path("payment"));
  }

  /** What the buyer pays for a sub-order after its share of every discount. */
  private static BigDecimal share(JsonNode order) {
    JsonNode divided = order.path("divide_order_fee");
    return Draft.yuan(divided.isMissingNode() ? order.path("payment") : divided);
  }

  private static void line(Draft line, JsonNode o) {
    BigDecimal full =
        Draft.yuan(o.path("price")).multiply(BigDecimal.valueOf(o.path("num").asLong(0)));
    JsonNode sku =
        o.path("outer_sku_id").asString("").isEmpty()
            ? o.path("outer_iid")
            : o.path("outer_sku_id");
    line.text("lineNo", o.path("oid"))
        .text("sku", sku)
        .text("name", o.path("title"))
        .count("qty", o.path("num"))
        .amount("price", Draft.yuan(o.path("price")))
        .amount("discount", full.subtract(share(o)))
        .amount("amount", share(o))
        .put("presale", !o.path("estimate_con_time").asString("").isEmpty());
  }

  private static void refund(Draft draft, JsonNode o) {
    String status = o.path("refund_status").asString("NO_REFUND");
    if (status.equals("NO_REFUND")) {
      return;
    }
    draft.add(
        "refunds",
        r ->
            r.text("refundNo", o.path("refund_id"))
                .text("lineNo", o.path("oid"))
                .count("qty", o.path("num"))
                .amount("amount", share(o))
                .put("status", REFUND.getOrDefault(status, status)));
  }

  private static void receiver(Draft r, JsonNode t) {
    String oaid = t.path("oaid").asString("");
    r.text("name", t.path("receiver_name"))
        .text("phone", t.path("receiver_mobile"))
        .text("province", t.path("receiver_state"))
        .text("city", t.path("receiver_city"))
        .text("district", t.path("receiver_district"))
        .text("town", t.path("receiver_town"))
        .text("detail", t.path("receiver_address"))
        .text("zip", t.path("receiver_zip"))
        .put("token", oaid)
        .put("masked", !oaid.isEmpty());
  }

  private static String delivery(String type) {
    return switch (type) {
      case "free", "post", "express", "ems", "25", "26", "" -> "express";
      case "virtual" -> "virtual";
      default -> type;
    };
  }
}
