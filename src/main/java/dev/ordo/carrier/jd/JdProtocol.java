package dev.ordo.carrier.jd;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierAnswer.Declined;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.carrier.CarrierProtocol;
import dev.ordo.carrier.Credentials;
import dev.ordo.carrier.Scan;
import dev.ordo.carrier.Wires;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JD Logistics' LOP gateway: JSON body, system parameters and md5-salt signature in the query. */
@Component
class JdProtocol implements CarrierProtocol {
  private static final String PUSH = "/push/trace";

  private final JsonMapper json;

  JdProtocol(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "JD";
  }

  @Override
  public Wire write(CarrierCall call, Credentials credentials, Instant at) {
    String path = path(call);
    String body = json.writeValueAsString(List.of(body(call)));
    String timestamp = Wires.beijing(at);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("app_key", credentials.key());
    query.put("access_token", credentials.token());
    query.put("timestamp", timestamp);
    query.put("v", "2.0");
    query.put("sign", sign(credentials, path, body, timestamp));
    query.put("algorithm", "md5-salt");
    return new Wire(
        path, Wires.form(query), Wires.JSON, Map.of("LOP-DN", "ECAP", "lop-tz", "8"), body);
  }

  /** Lower-case hex MD5 of the salted parameters in their fixed order, as in JD's own SDK. */
  static String sign(Credentials credentials, String path, String body, String timestamp) {
    String salted =
        credentials.secret()
            + "access_token"
            + credentials.token()
            + "app_key"
            + credentials.key()
            + "method"
            + path
            + "param_json"
            + body
            + "timestamp"
            + timestamp
            + "v2.0"
            + credentials.secret();
    return HexFormat.of().formatHex(Wires.md5(salted));
  }

  private static String path(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> "/ecap/v1/orders/create";
      case CarrierCall.FindWaybill c -> "/ecap/v1/orders/details/query";
      case CarrierCall.CancelWaybill c -> "/ecap/v1/orders/cancel";
      case CarrierCall.InterceptParcel c -> "/ecap/v1/orders/intercept";
      case CarrierCall.AskTrace c -> "/ecap/v1/orders/trace/query";
    };
  }

  private static Map<String, ?> body(CarrierCall call) {
    String customer = call.carrier().account();
    return switch (call) {
      case CarrierCall.RequestWaybill c -> order(c);
      case CarrierCall.FindWaybill c ->
          Map.of("orderOrigin", 1, "orderId", c.orderNo(), "customerCode", customer);
      case CarrierCall.CancelWaybill c ->
          Map.of("orderOrigin", 1, "waybillCode", c.waybillNo(), "customerCode", customer);
      case CarrierCall.InterceptParcel c ->
          Map.of("orderOrigin", 1, "waybillCode", c.waybillNo(), "customerCode", customer);
      case CarrierCall.AskTrace c ->
          Map.of("orderOrigin", 1, "waybillCode", c.waybillNo(), "customerCode", customer);
    };
  }

  private static Map<String, ?> order(CarrierCall.RequestWaybill call) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("orderOrigin", 1);
    order.put("orderId", call.orderNo());
    order.put("customerCode", call.carrier().account());
    order.put("senderContact", contact(call.sender()));
    order.put("receiverContact", contact(call.receiver()));
    order.put("productsReq", Map.of("productCode", "ed-m-0001"));
    order.put("settleType", 3);
    order.put(
        "cargoes",
        List.of(
            Map.of(
                "name",
                call.goods().isEmpty() ? "" : call.goods().getFirst().name(),
                "quantity",
                1,
                "weight",
                Wires.kilograms(call.weightG()),
                "volume",
                0)));
    if (call.cod().signum() > 0) {
      order.put("codAmount", call.cod());
    }
    return order;
  }

  private static Map<String, ?> contact(CarrierCall.Party party) {
    return Map.of(
        "name", party.name(),
        "mobile", party.phone(),
        "fullAddress", party.province() + party.city() + party.district() + party.detail());
  }

  @Override
  public CarrierAnswer read(CarrierCall call, String body) {
    JsonNode answer = json.readTree(body);
    if (answer.has("error_response")) {
      JsonNode error = answer.path("error_response");
      return new Declined(
          error.path("code").asString(""), error.path("zh_desc").asString(""), false, false);
    }
    if (!answer.path("success").asBoolean(false)) {
      return new Declined(
          answer.path("code").asString(""), answer.path("msg").asString(""), false, false);
    }
    JsonNode data = answer.path("data");
    return switch (call) {
      case CarrierCall.RequestWaybill c -> issued(data);
      case CarrierCall.FindWaybill c -> issued(data);
      case CarrierCall.CancelWaybill c -> new CarrierAnswer.Cancelled();
      case CarrierCall.InterceptParcel c -> new CarrierAnswer.Intercepting();
      case CarrierCall.AskTrace c -> new CarrierAnswer.Traced(scans(c.waybillNo(), data));
    };
  }

  private static CarrierAnswer issued(JsonNode data) {
    JsonNode sorting = data.path("preSortResult");
    return new CarrierAnswer.Issued(
        data.path("waybillCode").asString(""),
        sorting.path("road").asString(""),
        sorting.path("targetSortCenterName").asString(""),
        "");
  }

  private static List<Scan> scans(String waybillNo, JsonNode data) {
    List<Scan> scans = new ArrayList<>();
    for (JsonNode row : data.path("traceDetails")) {
      scans.add(
          new Scan(
              row.path("waybillCode").asString(waybillNo),
              Wires.beijing(row.path("operationTime").asString("")),
              row.path("state").asString(""),
              row.path("operationRemark").asString(""),
              row.path("operationSite").asString("")));
    }
    return scans;
  }

  @Override
  public Pushed push(
      Map<String, String> headers,
      Map<String, String> parameters,
      String body,
      Credentials credentials) {
    String timestamp = parameters.getOrDefault("timestamp", "");
    String expected = sign(credentials, PUSH, body, timestamp);
    if (!Wires.same(expected, parameters.getOrDefault("sign", ""))) {
      throw new BadPush(name());
    }
    return new Pushed(scans("", json.readTree(body)), "{\"code\":\"0\",\"success\":true}");
  }
}
