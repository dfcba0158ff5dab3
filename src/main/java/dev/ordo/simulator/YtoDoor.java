package dev.ordo.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plays YTO: the method in the path, the parameters as signed text in an envelope. */
final class YtoDoor implements Door {
  static final String KEY = "demo-yto";
  static final String SECRET = "demo-secret-yto";

  private final Depot depot;

  YtoDoor(Depot depot) {
    this.depot = depot;
  }

  @Override
  public String path() {
    return "yto";
  }

  /** Paths read {@code /open/{method}/v1/{key}/{account}}. */
  @Override
  public Object answer(Ask ask) {
    String[] parts = ask.path().split("/");
    String method = parts.length > 2 ? parts[2] : "";
    JsonNode envelope = Wire.JSON.readTree(ask.body());
    String param = envelope.path("param").asString("");
    if (!Signs.md5Base64(param + method + "v1" + SECRET)
        .equals(envelope.path("sign").asString(""))) {
      return no("S01", "签名验证失败");
    }
    JsonNode q = Wire.JSON.readTree(param);
    return switch (method) {
      case "privacy_create_adapter" -> create(q);
      case "korder_cancel_adapter" ->
          depot.cancel("YTO", q.path("logisticsNo").asString(""))
              ? Map.of("success", true)
              : no("S11", "运单已揽收");
      case "wanted_report_adapter" ->
          depot.intercept(q.path("waybillNo").asString(""))
              ? Map.of("success", true)
              : no("S12", "运单已派送");
      case "track_query_adapter" -> track(q.path("NUMBER").asString(""));
      default -> no("S02", "接口不存在");
    };
  }

  private Object create(JsonNode q) {
    Parcel parcel =
        depot.waybill(
            "YTO",
            "YT",
            q.path("logisticsNo").asString(""),
            region(q, "sender"),
            region(q, "recipient"));
    return Map.of(
        "success", true,
        "logisticsNo", parcel.orderNo(),
        "mailNo", parcel.waybill(),
        "shortAddress", Depot.route(parcel.place()),
        "packageCenterName", parcel.place() + "集包");
  }

  private static String region(JsonNode order, String party) {
    return order.path(party + "ProvinceName").asString("")
        + order.path(party + "CityName").asString("");
  }

  private List<Object> track(String waybill) {
    List<Object> rows = new ArrayList<>();
    for (Parcel.Seen scan : depot.scans(waybill)) {
      rows.add(
          Map.of(
              "waybill_No", waybill,
              "upload_Time", Yuan.time(scan.at()),
              "infoContent", code(scan.leg()),
              "processInfo", scan.leg().text,
              "city", scan.place()));
    }
    return rows;
  }

  private static String code(Parcel.Leg leg) {
    return switch (leg) {
      case COLLECTED -> "GOT";
      case DEPARTED -> "DEPARTURE";
      case ARRIVED -> "ARRIVAL";
      case OUT -> "SENT_SCAN";
      case FAILED -> "FAILED";
      case DELIVERED -> "SIGNED";
    };
  }

  private static Object no(String code, String message) {
    return Map.of("success", false, "code", code, "message", message);
  }
}
