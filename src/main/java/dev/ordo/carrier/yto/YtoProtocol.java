package dev.ordo.carrier.yto;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierAnswer.Declined;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.carrier.CarrierProtocol;
import dev.ordo.carrier.Credentials;
import dev.ordo.carrier.Scan;
import dev.ordo.carrier.Wires;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YTO's open platform: method in the path, parameters as a JSON text inside a signed envelope. */
@Component
class YtoProtocol implements CarrierProtocol {
  private static final String VERSION = "v1";
  private static final String PUSH = "subscribe_adapter";

  private final JsonMapper json;

  YtoProtocol(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "YTO";
  }

  @Override
  public Wire write(CarrierCall call, Credentials credentials, Instant at) {
    String method = method(call);
    String param = json.writeValueAsString(param(call));
    String body =
        json.writeValueAsString(
            Map.of(
                "timestamp",
                Long.toString(at.toEpochMilli()),
                "param",
                param,
                "format",
                "JSON",
                "sign",
                sign(param, method, credentials.secret())));
    String path =
        "/open/%s/%s/%s/%s".formatted(method, VERSION, credentials.key(), call.carrier().account());
    return new Wire(path, "", Wires.JSON, Map.of(), body);
  }

  /** Base64(MD5(param + method + version + secret)). */
  static String sign(String param, String method, String secret) {
    return Wires.md5Base64(param + method + VERSION + secret);
  }

  private static String method(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> "privacy_create_adapter";
      case CarrierCall.FindWaybill c -> "privacy_create_adapter";
      case CarrierCall.CancelWaybill c -> "korder_cancel_adapter";
      case CarrierCall.InterceptParcel c -> "wanted_report_adapter";
      case CarrierCall.AskTrace c -> "track_query_adapter";
    };
  }

  private static Map<String, ?> param(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> order(c);
      case CarrierCall.FindWaybill c -> Map.of("logisticsNo", c.orderNo());
      case CarrierCall.CancelWaybill c ->
          Map.of("logisticsNo", c.orderNo(), "cancelDesc", "intercepted");
      case CarrierCall.InterceptParcel c ->
          Map.of("waybillNo", c.waybillNo(), "wantedDesc", "returned to sender");
      case CarrierCall.AskTrace c -> Map.of("NUMBER", c.waybillNo());
    };
  }

  private static Map<String, ?> order(CarrierCall.RequestWaybill call) {
    Map<String, Object> order = new java.util.LinkedHashMap<>();
    order.put("logisticsNo", call.orderNo());
    put(order, "sender", call.sender());
    put(order, "recipient", call.receiver());
    order.put("weight", Wires.kilograms(call.weightG()));
    order.put("productCode", "YZD");
    order.put(
        "goods",
        call.goods().stream().map(g -> Map.of("name", g.name(), "quantity", g.count())).toList());
    if (call.cod().signum() > 0) {
      order.put("agencyFund", call.cod());
    }
    return order;
  }

  private static void put(Map<String, Object> order, String prefix, CarrierCall.Party party) {
    order.put(prefix + "Name", party.name());
    order.put(prefix + "Mobile", party.phone());
    order.put(prefix + "ProvinceName", party.province());
    order.put(prefix + "CityName", party.city());
    order.put(prefix + "CountyName", party.district());
    order.put(prefix + "Address", party.detail());
  }

  @Override
  public CarrierAnswer read(CarrierCall call, String body) {
    JsonNode answer = json.readTree(body);
    if (answer.has("success") && !answer.path("success").asBoolean(true)) {
      return new Declined(
          answer.path("code").asString(""), answer.path("message").asString(""), false, false);
    }
    return switch (call) {
      case CarrierCall.RequestWaybill c -> issued(answer);
      case CarrierCall.FindWaybill c -> issued(answer);
      case CarrierCall.CancelWaybill c -> new CarrierAnswer.Cancelled();
      case CarrierCall.InterceptParcel c -> new CarrierAnswer.Intercepting();
      case CarrierCall.AskTrace c -> new CarrierAnswer.Traced(scans(answer));
    };
  }

  private static CarrierAnswer issued(JsonNode answer) {
    return new CarrierAnswer.Issued(
        answer.path("mailNo").asString(""),
        answer.path("shortAddress").asString(""),
        answer.path("packageCenterName").asString(""),
        "");
  }

  private static List<Scan> scans(JsonNode rows) {
    List<Scan> scans = new ArrayList<>();
    for (JsonNode row : rows) {
      scans.add(
          new Scan(
              row.path("waybill_No").asString(""),
              Wires.beijing(row.path("upload_Time").asString("")),
              row.path("infoContent").asString(""),
              row.path("processInfo").asString(""),
              row.path("city").asString("")));
    }
    return scans;
  }

  @Override
  public Pushed push(
      Map<String, String> headers,
      Map<String, String> parameters,
      String body,
      Credentials credentials) {
    JsonNode envelope = json.readTree(body);
    String param = envelope.path("param").asString("");
    String expected = sign(param, PUSH, credentials.secret());
    if (!Wires.same(expected, envelope.path("sign").asString(""))) {
      throw new BadPush(name());
    }
    JsonNode rows = json.readTree(param);
    return new Pushed(scans(rows), "{\"success\":true}");
  }
}
