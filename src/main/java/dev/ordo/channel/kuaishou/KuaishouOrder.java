package dev.ordo.channel.kuaishou;

import dev.ordo.channel.Draft;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** A Kuaishou order (one article each) in canonical words; amounts in fen, times in ms. */
final class KuaishouOrder {
  private KuaishouOrder() {}

  static JsonNode canonical(String shop, JsonNode element) {
    JsonNode base = element.path("orderBaseInfo");
    Draft draft =
        Draft.of(shop)
            .text("platformNo", base.path("oid"))
            .put("status", status(base.path("status").asInt(0)))
            .millis("createdAt", base.path("createTime"))
            .millis("paidAt", base.path("payTime"))
            .millis("modifiedAt", base.path("updateTime"))
            .inside(
                "buyer",
                b -> b.text("id", base.path("buyerOpenId")).text("nick", base.path("buyerNick")))
            .inside("receiver", r -> receiver(r, element.path("orderAddress")))
            .text("buyerRemark", base.path("remark"))
            .text("sellerRemark", element.path("orderNote").path("note"))
            .put("deliveryMethod", "express")
            .put("paymentMethod", "online")
            .add("lines", l -> line(l, element.path("orderItemInfo"), base));
    for (JsonNode refund : element.path("orderRefundList").values()) {
      draft.add("refunds", r -> refund(r, refund));
    }
    return amounts(draft, element, base).json();
  }

  private static String status(int status) {
    return switch (status) {
      case 10 -> "AWAITING_PAYMENT";
      case 30 -> "PAID";
      case 40 -> "SHIPPED";
      case 50, 70 -> "COMPLETED";
      case 80 -> "CANCELLED";
      default -> String.valueOf(status);
    };
  }

  private static BigDecimal goods(JsonNode item) {
    return Draft.fen(item.path("price")).multiply(Draft.yuan(item.path("num")));
  }

  private static Draft amounts(Draft draft, JsonNode element, JsonNode base) {
    BigDecimal total = Draft.fen(base.path("totalFee"));
    return draft
        .amount("goodsAmount", goods(element.path("orderItemInfo")))
        .amount("discount", Draft.fen(base.path("discountFee")))
        .amount("freight", Draft.fen(base.path("expressFee")))
        .amount("total", total)
        .amount("paid", base.path("payTime").asLong(0) == 0 ? BigDecimal.ZERO : total);
  }

  private static void line(Draft line, JsonNode i, JsonNode base) {
    line.text("lineNo", i.path("orderItemId"))
        .text("sku", i.path("skuNick"))
        .text("name", i.path("itemTitle"))
        .count("qty", i.path("num"))
        .amount("price", Draft.fen(i.path("price")))
        .amount("amount", goods(i))
        .put("presale", base.path("preSale").asInt(0) == 1)
        .millis("shipBy", base.path("promiseTimeStampOfDelivery"));
  }

  private static void refund(Draft r, JsonNode refund) {
    int status = refund.path("refundStatus").asInt(10);
    String word =
        status >= 70
            ? "WITHDRAWN"
            : status >= 60 ? "REFUNDED" : status > 10 ? "AGREED" : "REQUESTED";
    r.text("refundNo", refund.path("refundId"))
        .amount("amount", Draft.fen(refund.path("refundFee")))
        .put("status", word);
  }

  private static void receiver(Draft r, JsonNode a) {
    r.text("name", a.path("desensitiseConsignee"))
        .text("phone", a.path("desensitiseMobile"))
        .text("province", a.path("province"))
        .text("city", a.path("city"))
        .text("district", a.path("district"))
        .text("town", a.path("town"))
        .text("detail", a.path("desensitiseAddress"))
        .text("token", a.path("openAddressId"))
        .put("masked", true);
  }
}
