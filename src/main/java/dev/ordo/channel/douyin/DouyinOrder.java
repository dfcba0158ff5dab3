package dev.ordo.channel.douyin;

import dev.ordo.channel.Draft;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** A Douyin order in canonical words; amounts are whole fen, times UNIX seconds. */
final class DouyinOrder {
  private DouyinOrder() {}

  static JsonNode canonical(String shop, JsonNode o) {
    Draft draft =
        Draft.of(shop)
            .text("platformNo", o.path("order_id"))
            .put("status", status(o.path("order_status").asInt(0)))
            .seconds("createdAt", o.path("create_time"))
            .seconds("paidAt", o.path("pay_time"))
            .seconds("modifiedAt", o.path("update_time"))
            .inside("buyer", b -> b.text("id", o.path("doudian_open_id")))
            .inside("receiver", r -> receiver(r, o))
            .text("buyerRemark", o.path("buyer_words"))
            .text("sellerRemark", o.path("seller_words"))
            .put("deliveryMethod", "express")
            .put("paymentMethod", o.path("pay_type").asInt(1) == 0 ? "cod" : "online");
    for (JsonNode sub : o.path("sku_order_list").values()) {
      draft.add("lines", l -> line(l, sub, o.path("exp_ship_time")));
      refund(draft, sub);
    }
    return amounts(draft, o).json();
  }

  private static String status(int status) {
    return switch (status) {
      case 1 -> "AWAITING_PAYMENT";
      case 2, 105 -> "PAID";
      case 101 -> "PARTIALLY_SHIPPED";
      case 3 -> "SHIPPED";
      case 4 -> "CANCELLED";
      case 5 -> "COMPLETED";
      default -> String.valueOf(status);
    };
  }

  private static Draft amounts(Draft draft, JsonNode o) {
    BigDecimal goods =
        o.path("sku_order_list").values().stream()
            .map(s -> Draft.fen(s.path("pay_amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal total = Draft.fen(o.path("pay_amount"));
    return draft
        .amount("goodsAmount", goods)
        .amount("freight", Draft.fen(o.path("post_amount")))
        .amount("total", total)
        .amount("paid", o.path("pay_time").asLong(0) == 0 ? BigDecimal.ZERO : total);
  }

  private static void line(Draft line, JsonNode s, JsonNode promise) {
    BigDecimal price = Draft.fen(s.path("origin_amount"));
    BigDecimal amount = Draft.fen(s.path("pay_amount"));
    BigDecimal full = price.multiply(Draft.yuan(s.path("item_num")));
    line.text("lineNo", s.path("order_id"))
        .text("sku", s.path("code"))
        .text("name", s.path("product_name"))
        .count("qty", s.path("item_num"))
        .amount("price", price)
        .amount("discount", full.subtract(amount))
        .amount("amount", amount)
        .put("presale", s.path("pre_sale_type").asInt(0) != 0)
        .seconds("shipBy", promise);
  }

  private static void refund(Draft draft, JsonNode s) {
    int status = s.path("after_sale_info").path("refund_status").asInt(0);
    if (status == 0) {
      return;
    }
    String word = status == 1 ? "REQUESTED" : status == 3 ? "REFUNDED" : "AGREED";
    draft.add(
        "refunds",
        r ->
            r.put("refundNo", "R" + s.path("order_id").asString(""))
                .text("lineNo", s.path("order_id"))
                .count("qty", s.path("item_num"))
                .amount("amount", Draft.fen(s.path("pay_amount")))
                .put("status", word));
  }

  private static void receiver(Draft r, JsonNode o) {
    JsonNode place = o.path("post_addr");
    r.text("name", o.path("mask_post_receiver"))
        .text("phone", o.path("mask_post_tel"))
        .text("province", place.path("province").path("name"))
        .text("city", place.path("city").path("name"))
        .text("district", place.path("town").path("name"))
        .text("town", place.path("street").path("name"))
        .text("detail", o.path("mask_post_addr").path("detail"))
        .text("token", o.path("open_address_id"))
        .put("masked", true);
  }
}
