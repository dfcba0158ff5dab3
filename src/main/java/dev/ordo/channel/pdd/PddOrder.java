package dev.ordo.channel.pdd;

import dev.ordo.channel.Draft;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** A Pinduoduo order in canonical words; amounts are numbers in yuan. */
final class PddOrder {
  private PddOrder() {}

  static JsonNode canonical(String shop, JsonNode o) {
    Draft draft =
        Draft.of(shop)
            .text("platformNo", o.path("order_sn"))
            .put("status", status(o))
            .chineseTime("createdAt", o.path("created_time"))
            .chineseTime("paidAt", o.path("pay_time"))
            .chineseTime("modifiedAt", o.path("updated_at"))
            .inside("buyer", b -> b.text("id", o.path("open_address_id")))
            .inside("receiver", r -> receiver(r, o))
            .text("buyerRemark", o.path("buyer_memo"))
            .text("sellerRemark", o.path("remark"))
            .put("deliveryMethod", "express")
            .put("paymentMethod", "online");
    for (JsonNode item : o.path("item_list").values()) {
      draft.add("lines", l -> line(l, item, o.path("is_pre_sale").asInt(0) == 1));
    }
    refund(draft, o);
    return amounts(draft, o).json();
  }

  /** Group not complete or under the platform's own review: not ours to ship yet. */
  private static String status(JsonNode o) {
    int refund = o.path("refund_status").asInt(1);
    if (o.path("confirm_status").asInt(1) == 2 || refund == 4) {
      return "CANCELLED";
    }
    if (o.path("group_status").asInt(1) == 0 || o.path("risk_control_status").asInt(0) == 1) {
      return "AWAITING_PAYMENT";
    }
    return switch (o.path("order_status").asInt(0)) {
      case 1 -> "PAID";
      case 2 -> "SHIPPED";
      case 3 -> "COMPLETED";
      default -> o.path("order_status").asString("");
    };
  }

  private static Draft amounts(Draft draft, JsonNode o) {
    boolean paid = !o.path("pay_time").asString("").isEmpty();
    BigDecimal total = Draft.yuan(o.path("pay_amount"));
    return draft
        .amount("goodsAmount", Draft.yuan(o.path("goods_amount")))
        .amount("discount", Draft.yuan(o.path("discount_amount")))
        .amount("freight", Draft.yuan(o.path("postage")))
        .amount("total", total)
        .amount("paid", paid ? total : BigDecimal.ZERO);
  }

  private static void line(Draft line, JsonNode i, boolean presale) {
    BigDecimal price = Draft.yuan(i.path("goods_price"));
    line.text("lineNo", i.path("sku_id"))
        .text("sku", i.path("outer_id"))
        .text("name", i.path("goods_name"))
        .count("qty", i.path("goods_count"))
        .amount("price", price)
        .amount("amount", price.multiply(Draft.yuan(i.path("goods_count"))))
        .put("presale", presale);
  }

  private static void refund(Draft draft, JsonNode o) {
    int status = o.path("refund_status").asInt(1);
    if (status <= 1) {
      return;
    }
    String word = status == 2 ? "REQUESTED" : status == 3 ? "AGREED" : "REFUNDED";
    draft.add(
        "refunds",
        r ->
            r.put("refundNo", "R" + o.path("order_sn").asString(""))
                .amount("amount", Draft.yuan(o.path("pay_amount")))
                .put("status", word));
  }

  private static void receiver(Draft r, JsonNode o) {
    r.text("name", o.path("receiver_name_mask"))
        .text("phone", o.path("receiver_phone_mask"))
        .text("province", o.path("province"))
        .text("city", o.path("city"))
        .text("district", o.path("town"))
        .text("detail", o.path("receiver_address_mask"))
        .text("token", o.path("open_address_id"))
        .put("masked", true);
  }
}
