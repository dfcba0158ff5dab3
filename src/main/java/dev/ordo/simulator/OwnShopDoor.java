package dev.ordo.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays the company's own mini-program, which speaks the canonical order itself. */
final class OwnShopDoor implements Door {
  private static final Shopfront SHOP = Shopfront.MP1;

  private final Backoffice office;

  OwnShopDoor(Backoffice office) {
    this.office = office;
  }

  @Override
  public String path() {
    return SHOP.path();
  }

  @Override
  public Object answer(Ask ask) {
    String time = ask.headers().getOrDefault("x-shop-time", "");
    String text = ask.method() + ask.path() + ask.body() + time;
    String sign = Signs.hex(Signs.hmacSha256(SHOP.secret(), text));
    if (!sign.equals(ask.headers().get("x-shop-sign"))) {
      return Map.of("error", "signature", "message", "Wrong signature.");
    }
    return switch (ask.path()) {
      case "/orders" -> orders(ask.query());
      case "/shipments" -> ship(Wire.JSON.readTree(ask.body()));
      case "/stock" -> stock(Wire.JSON.readTree(ask.body()));
      default -> Map.of("error", "path", "message", "No such path.");
    };
  }

  private Object orders(Map<String, String> q) {
    List<SimOrder> all =
        office.changed(
            SHOP,
            Instant.parse(q.getOrDefault("from", "")),
            Instant.parse(q.getOrDefault("to", "")));
    int page = Integer.parseInt(q.getOrDefault("page", "1"));
    List<Object> list = new ArrayList<>();
    Backoffice.page(all, page, Integer.parseInt(q.getOrDefault("size", "50")))
        .forEach(o -> list.add(order(o)));
    return Map.of("orders", list, "total", all.size());
  }

  private static Map<String, Object> order(SimOrder o) {
    Map<String, Object> j = new LinkedHashMap<>();
    j.put("platformNo", o.no());
    j.put("status", status(o));
    j.put("createdAt", o.created().toString());
    Instant paid = o.paid();
    j.put("paidAt", paid == null ? "" : paid.toString());
    j.put("modifiedAt", o.modified().toString());
    j.put("buyer", Map.of("id", o.buyer().id(), "nick", o.buyer().name()));
    j.put("receiver", receiver(o.buyer()));
    j.put("buyerRemark", o.remark());
    j.put("deliveryMethod", "express");
    j.put("paymentMethod", "online");
    j.put("goodsAmount", Yuan.of(o.goods()));
    j.put("discount", Yuan.of(o.discount()));
    j.put("freight", Yuan.of(o.freight()));
    j.put("total", Yuan.of(o.total()));
    j.put("paid", Yuan.of(paid == null ? 0 : o.total()));
    j.put("lines", o.lines().stream().map(OwnShopDoor::line).toList());
    SimOrder.Refund refund = o.refund();
    if (refund != null) {
      String status = refund.granted() ? "REFUNDED" : "REQUESTED";
      j.put(
          "refunds",
          List.of(Map.of("refundNo", refund.no(), "amount", Yuan.of(o.total()), "status", status)));
    }
    return j;
  }

  private static Map<String, Object> line(SimOrder.Line l) {
    return Map.of(
        "lineNo", l.lineNo(),
        "sku", l.sku(),
        "name", l.name(),
        "qty", l.qty(),
        "price", Yuan.of(l.price()),
        "amount", Yuan.of(l.amount()),
        "presale", l.presale());
  }

  private static Map<String, Object> receiver(Person b) {
    return Map.of(
        "name", b.name(),
        "phone", b.phone(),
        "province", b.province(),
        "city", b.city(),
        "district", b.district(),
        "detail", b.detail());
  }

  private static String status(SimOrder o) {
    return switch (o.state()) {
      case WAIT_PAY -> "AWAITING_PAYMENT";
      case PAID -> "PAID";
      case SHIPPED -> "SHIPPED";
      case DONE -> "COMPLETED";
      case CLOSED -> "CANCELLED";
    };
  }

  private Object ship(JsonNode q) {
    String no = q.path("platformNo").asString("");
    return switch (office.ship(SHOP, no, q.path("waybillNo").asString(""))) {
      case TAKEN -> Map.of("already", false);
      case ALREADY -> Map.of("already", true);
      case UNKNOWN, CLOSED -> Map.of("error", "closed", "message", "No such open order.");
    };
  }

  private Object stock(JsonNode q) {
    office.stock(SHOP, q.path("sku").asString(""), q.path("available").asInt(0));
    return Map.of("already", false);
  }
}
