package dev.ordo.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays SF: a form, a digest over encoded text, a JSON text inside the JSON answer. */
final class SfDoor implements Door {
  static final String KEY = "demo-sf";
  static final String SECRET = "demo-secret-sf";

  private final Depot depot;

  SfDoor(Depot depot) {
    this.depot = depot;
  }

  @Override
  public String path() {
    return "sf";
  }

  @Override
  public Object answer(Ask ask) {
    Map<String, String> p = ask.parameters();
    String data = p.getOrDefault("msgData", "{}");
    String text = data + p.getOrDefault("timestamp", "") + SECRET;
    if (!Signs.md5Base64(URLEncoder.encode(text, UTF_8)).equals(p.get("msgDigest"))) {
      return Map.of("apiResultCode", "A1006", "apiErrorMsg", "数字签名无效");
    }
    JsonNode q = Wire.JSON.readTree(data);
    return switch (p.getOrDefault("serviceCode", "")) {
      case "EXP_RECE_CREATE_ORDER" -> create(q);
      case "EXP_RECE_SEARCH_ORDER_RESP" -> find(q);
      case "EXP_RECE_UPDATE_ORDER" ->
          depot.cancel("SF", q.path("orderId").asString("")) ? done(Map.of()) : no("8018", "不存在");
      case "EXP_RECE_WANTED_INTERCEPT" ->
          depot.intercept(q.path("waybillNo").asString("")) ? done(Map.of()) : no("8252", "不可拦截");
      case "EXP_RECE_SEARCH_ROUTES" -> routes(q);
      default -> Map.of("apiResultCode", "A1004", "apiErrorMsg", "无对应服务权限");
    };
  }

  private Object create(JsonNode q) {
    String orderNo = q.path("orderId").asString("");
    if (depot.find("SF", orderNo).isPresent()) {
      return no("8016", "重复下单");
    }
    JsonNode contacts = q.path("contactInfoList");
    return done(
        issued(
            depot.waybill(
                "SF", "SF1", orderNo, region(contacts.path(0)), region(contacts.path(1)))));
  }

  private static String region(JsonNode contact) {
    return contact.path("province").asString("") + contact.path("city").asString("");
  }

  private Object find(JsonNode q) {
    return depot
        .find("SF", q.path("orderId").asString(""))
        .map(parcel -> done(issued(parcel)))
        .orElseGet(() -> no("8018", "未获取到订单信息"));
  }

  private static Map<String, Object> issued(Parcel parcel) {
    return Map.of(
        "orderId", parcel.orderNo(),
        "filterResult", 2,
        "waybillNoInfoList", List.of(Map.of("waybillType", 1, "waybillNo", parcel.waybill())),
        "routeLabelInfo",
            List.of(
                Map.of(
                    "code",
                    "1000",
                    "routeLabelData",
                    Map.of(
                        "waybillNo",
                        parcel.waybill(),
                        "destRouteLabel",
                        Depot.route(parcel.place()),
                        "destTransferCode",
                        parcel.place() + "集散",
                        "proName",
                        "顺丰标快"))));
  }

  private Object routes(JsonNode q) {
    List<Object> all = new ArrayList<>();
    for (JsonNode number : q.path("trackingNumber").values()) {
      String waybill = number.asString("");
      List<Object> rows = new ArrayList<>();
      for (Parcel.Seen scan : depot.scans(waybill)) {
        rows.add(
            Map.of(
                "acceptTime", Yuan.time(scan.at()),
                "acceptAddress", scan.place(),
                "remark", scan.leg().text,
                "opCode", code(scan.leg())));
      }
      all.add(Map.of("mailNo", waybill, "routes", rows));
    }
    return done(Map.of("routeResps", all));
  }

  private static String code(Parcel.Leg leg) {
    return switch (leg) {
      case COLLECTED -> "50";
      case DEPARTED -> "30";
      case ARRIVED -> "31";
      case OUT -> "44";
      case FAILED -> "33";
      case DELIVERED -> "80";
    };
  }

  private static Object done(Object data) {
    return outer(Map.of("success", true, "errorCode", "S0000", "msgData", data));
  }

  private static Object no(String code, String message) {
    return outer(Map.of("success", false, "errorCode", code, "errorMsg", message));
  }

  private static Object outer(Object data) {
    return Map.of("apiResultCode", "A1000", "apiResultData", Wire.JSON.writeValueAsString(data));
  }
}
