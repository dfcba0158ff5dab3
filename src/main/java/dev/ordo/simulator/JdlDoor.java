package dev.ordo.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays JD Logistics: system parameters and salted digest in the address. */
final class JdlDoor implements Door {
  static final String KEY = "demo-jdl";
  static final String SECRET = "demo-secret-jdl";
  static final String TOKEN = "demo-token-jdl";

  private final Depot depot;

  JdlDoor(Depot depot) {
    this.depot = depot;
  }

  @Override
  public String path() {
    return "jdl";
  }

  @Override
  public Object answer(Ask ask) {
    Map<String, String> p = ask.query();
    String salted =
        SECRET
            + "access_token"
            + p.get("access_token")
            + "app_key"
            + p.get("app_key")
            + "method"
            + ask.path()
            + "param_json"
            + ask.body()
            + "timestamp"
            + p.get("timestamp")
            + "v2.0"
            + SECRET;
    if (!Signs.md5(salted).equals(p.get("sign"))) {
      return Map.of("error_response", Map.of("code", "22", "zh_desc", "签名错误", "en_desc", "sign"));
    }
    JsonNode q = Wire.JSON.readTree(ask.body()).path(0);
    return switch (ask.path()) {
      case "/ecap/v1/orders/create" -> create(q);
      case "/ecap/v1/orders/details/query" ->
          depot
              .find("JD", q.path("orderId").asString(""))
              .map(parcel -> yes(issued(parcel)))
              .orElseGet(() -> no("1002", "订单不存在"));
      case "/ecap/v1/orders/cancel" ->
          depot.cancel("JD", q.path("waybillCode").asString(""))
              ? yes(Map.of())
              : no("1003", "运单已揽收");
      case "/ecap/v1/orders/intercept" ->
          depot.intercept(q.path("waybillCode").asString("")) ? yes(Map.of()) : no("1004", "运单已派送");
      case "/ecap/v1/orders/trace/query" -> yes(trace(q.path("waybillCode").asString("")));
      default -> no("1001", "接口不存在");
    };
  }

  private Object create(JsonNode q) {
    String orderNo = q.path("orderId").asString("");
    String origin = region(q.path("senderContact"));
    return yes(
        issued(depot.waybill("JD", "JDVA", orderNo, origin, region(q.path("receiverContact")))));
  }

  private static String region(JsonNode contact) {
    String address = contact.path("fullAddress").asString("");
    return address.substring(0, Math.min(6, address.length()));
  }

  private static Map<String, Object> issued(Parcel parcel) {
    return Map.of(
        "orderCode", parcel.orderNo(),
        "waybillCode", parcel.waybill(),
        "preSortResult",
            Map.of(
                "road",
                Depot.route(parcel.place()),
                "targetSortCenterName",
                parcel.place() + "分拣中心"));
  }

  private Map<String, Object> trace(String waybill) {
    List<Object> rows = new ArrayList<>();
    for (Parcel.Seen scan : depot.scans(waybill)) {
      rows.add(
          Map.of(
              "waybillCode", waybill,
              "operationTime", Yuan.time(scan.at()),
              "state", code(scan.leg()),
              "operationRemark", scan.leg().text,
              "operationSite", scan.place()));
    }
    return Map.of("traceDetails", rows);
  }

  private static String code(Parcel.Leg leg) {
    return switch (leg) {
      case COLLECTED -> "200001";
      case DEPARTED -> "10032";
      case ARRIVED -> "10033";
      case OUT -> "11000";
      case FAILED -> "200003";
      case DELIVERED -> "10034";
    };
  }

  private static Object yes(Object data) {
    return Map.of("success", true, "code", "0", "msg", "成功", "data", data);
  }

  private static Object no(String code, String message) {
    return Map.of("success", false, "code", code, "msg", message);
  }
}
