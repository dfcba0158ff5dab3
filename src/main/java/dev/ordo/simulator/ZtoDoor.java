package dev.ordo.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays ZTO: a path per service, the digest in a header. */
final class ZtoDoor implements Door {
  static final String KEY = "demo-zto";
  static final String SECRET = "demo-secret-zto";

  private final Depot depot;

  ZtoDoor(Depot depot) {
    this.depot = depot;
  }

  @Override
  public String path() {
    return "zto";
  }

  @Override
  public Object answer(Ask ask) {
    if (!Signs.md5Base64(ask.body() + SECRET).equals(ask.headers().get("x-datadigest"))) {
      return no("S205", "签名错误");
    }
    JsonNode q = Wire.JSON.readTree(ask.body());
    return switch (ask.path()) {
      case "/zto.open.createOrder" -> create(q);
      case "/zto.open.getOrderInfo" ->
          depot
              .find("ZTO", q.path("orderCode").asString(""))
              .map(parcel -> yes(List.of(issued(parcel))))
              .orElseGet(() -> no("404", "订单不存在"));
      case "/zto.open.cancelPreOrder" ->
          depot.cancel("ZTO", q.path("billCode").asString("")) ? yes(true) : no("405", "已揽收");
      case "/thirdcenter.createIntercept" ->
          depot.intercept(q.path("billCode").asString("")) ? yes(true) : no("406", "已派送");
      case "/zto.merchant.waybill.track.query" -> yes(track(q.path("billCode").asString("")));
      default -> no("S210", "接口不存在");
    };
  }

  private Object create(JsonNode q) {
    JsonNode to = q.path("receiveInfo");
    JsonNode by = q.path("senderInfo");
    String place = to.path("receiverProvince").asString("") + to.path("receiverCity").asString("");
    String origin = by.path("senderProvince").asString("") + by.path("senderCity").asString("");
    String orderNo = q.path("partnerOrderCode").asString("");
    return yes(issued(depot.waybill("ZTO", "7300", orderNo, origin, place)));
  }

  private static Map<String, Object> issued(Parcel parcel) {
    return Map.of(
        "billCode", parcel.waybill(),
        "orderCode", parcel.orderNo(),
        "bigMarkInfo",
            Map.of("mark", Depot.route(parcel.place()), "bagAddr", parcel.place() + "集包"));
  }

  private List<Object> track(String waybill) {
    List<Object> rows = new ArrayList<>();
    for (Parcel.Seen scan : depot.scans(waybill)) {
      rows.add(
          Map.of(
              "billCode", waybill,
              "scanDate", scan.at().toEpochMilli(),
              "scanType", code(scan.leg()),
              "desc", scan.leg().text,
              "scanSite", Map.of("name", scan.place())));
    }
    return rows;
  }

  private static String code(Parcel.Leg leg) {
    return switch (leg) {
      case COLLECTED -> "收件";
      case DEPARTED -> "发件";
      case ARRIVED -> "到件";
      case OUT -> "派件";
      case FAILED -> "问题件";
      case DELIVERED -> "签收";
    };
  }

  private static Object yes(Object result) {
    return Map.of("status", true, "statusCode", "SYS000", "message", "请求成功", "result", result);
  }

  private static Object no(String code, String message) {
    return Map.of("status", false, "statusCode", code, "message", message);
  }
}
