package dev.ordo.carrier.sf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierAnswer.Declined;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.carrier.CarrierProtocol;
import dev.ordo.carrier.Credentials;
import dev.ordo.carrier.Scan;
import dev.ordo.carrier.Wires;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SF's Fengqiao: one form with a service code and a JSON text, digest in the gateway's "standard
 * MD5" mode; names as in SF's own documents.
 */
@Component
class SfProtocol implements CarrierProtocol {
  private static final Set<String> RATE_LIMITS = Set.of("A1005", "A1099");

  private final JsonMapper json;

  SfProtocol(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "SF";
  }

  @Override
  public Wire write(CarrierCall call, Credentials credentials, Instant at) {
    String data = json.writeValueAsString(data(call));
    String timestamp = Long.toString(at.toEpochMilli());
    Map<String, String> form = new LinkedHashMap<>();
    form.put("partnerID", credentials.key());
    form.put("requestID", UUID.nameUUIDFromBytes((timestamp + data).getBytes(UTF_8)).toString());
    form.put("serviceCode", service(call));
    form.put("timestamp", timestamp);
    form.put("msgDigest", digest(data, timestamp, credentials.secret()));
    form.put("msgData", data);
    return new Wire("", "", Wires.FORM, Map.of(), Wires.form(form));
  }

  /** Base64(MD5(URLEncode(msgData + timestamp + checkWord))), the standard mode. */
  static String digest(String data, String timestamp, String checkWord) {
    return Wires.md5Base64(Wires.encoded(data + timestamp + checkWord));
  }

  private static String service(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> "EXP_RECE_CREATE_ORDER";
      case CarrierCall.FindWaybill c -> "EXP_RECE_SEARCH_ORDER_RESP";
      case CarrierCall.CancelWaybill c -> "EXP_RECE_UPDATE_ORDER";
      case CarrierCall.InterceptParcel c -> "EXP_RECE_WANTED_INTERCEPT";
      case CarrierCall.AskTrace c -> "EXP_RECE_SEARCH_ROUTES";
    };
  }

  private static Map<String, ?> data(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> order(c);
      case CarrierCall.FindWaybill c -> Map.of("language", "zh-CN", "orderId", c.orderNo());
      case CarrierCall.CancelWaybill c -> Map.of("orderId", c.orderNo(), "dealType", 2);
      case CarrierCall.InterceptParcel c ->
          Map.of("waybillNo", c.waybillNo(), "serviceCode", "2", "role", "1", "payMode", "2");
      case CarrierCall.AskTrace c ->
          Map.of(
              "language",
              "zh-CN",
              "trackingType",
              1,
              "trackingNumber",
              List.of(c.waybillNo()),
              "methodType",
              1,
              "checkPhoneNo",
              c.phoneTail());
    };
  }

  private static Map<String, ?> order(CarrierCall.RequestWaybill call) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("language", "zh-CN");
    order.put("orderId", call.orderNo());
    order.put("expressTypeId", 2);
    order.put("payMethod", 1);
    order.put("monthlyCard", call.carrier().account());
    order.put("parcelQty", 1);
    order.put("totalWeight", Wires.kilograms(call.weightG()));
    order.put("isReturnRoutelabel", 1);
    order.put(
        "cargoDetails",
        call.goods().stream().map(g -> Map.of("name", g.name(), "count", g.count())).toList());
    order.put("contactInfoList", List.of(contact(1, call.sender()), contact(2, call.receiver())));
    if (call.cod().signum() > 0) {
      order.put("serviceList", List.of(Map.of("name", "COD", "value", call.cod().toPlainString())));
    }
    return order;
  }

  private static Map<String, ?> contact(int type, CarrierCall.Party party) {
    return Map.of(
        "contactType", type,
        "contact", party.name(),
        "mobile", party.phone(),
        "province", party.province(),
        "city", party.city(),
        "county", party.district(),
        "address", party.detail());
  }

  @Override
  public CarrierAnswer read(CarrierCall call, String body) {
    JsonNode outer = json.readTree(body);
    String transport = outer.path("apiResultCode").asString("");
    if (!transport.equals("A1000")) {
      return new Declined(
          transport,
          outer.path("apiErrorMsg").asString(""),
          false,
          RATE_LIMITS.contains(transport));
    }
    JsonNode result = json.readTree(outer.path("apiResultData").asString("{}"));
    if (!result.path("success").asBoolean(false)) {
      String code = result.path("errorCode").asString("");
      return new Declined(code, result.path("errorMsg").asString(""), code.equals("8016"), false);
    }
    return answer(call, result.path("msgData"));
  }

  private static CarrierAnswer answer(CarrierCall call, JsonNode data) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> issued(data);
      case CarrierCall.FindWaybill c -> issued(data);
      case CarrierCall.CancelWaybill c -> new CarrierAnswer.Cancelled();
      case CarrierCall.InterceptParcel c -> new CarrierAnswer.Intercepting();
      case CarrierCall.AskTrace c -> new CarrierAnswer.Traced(routes(data));
    };
  }

  private static CarrierAnswer issued(JsonNode data) {
    JsonNode label = data.path("routeLabelInfo").path(0).path("routeLabelData");
    return new CarrierAnswer.Issued(
        data.path("waybillNoInfoList").path(0).path("waybillNo").asString(""),
        label.path("destRouteLabel").asString(data.path("destCode").asString("")),
        label.path("destTransferCode").asString(""),
        label.path("proName").asString(""));
  }

  private static List<Scan> routes(JsonNode data) {
    List<Scan> scans = new ArrayList<>();
    for (JsonNode parcel : data.path("routeResps")) {
      for (JsonNode route : parcel.path("routes")) {
        scans.add(scan(parcel.path("mailNo").asString(""), route));
      }
    }
    return scans;
  }

  private static Scan scan(String waybillNo, JsonNode route) {
    return new Scan(
        waybillNo,
        Wires.beijing(route.path("acceptTime").asString("")),
        route.path("opCode").asString(""),
        route.path("remark").asString(""),
        route.path("acceptAddress").asString(""));
  }

  @Override
  public Pushed push(
      Map<String, String> headers,
      Map<String, String> parameters,
      String body,
      Credentials credentials) {
    String data = parameters.getOrDefault("msgData", body);
    String expected = digest(data, parameters.getOrDefault("timestamp", ""), credentials.secret());
    if (!Wires.same(expected, parameters.getOrDefault("msgDigest", ""))) {
      throw new BadPush(name());
    }
    List<Scan> scans = new ArrayList<>();
    for (JsonNode route : json.readTree(data).path("Body").path("WaybillRoute")) {
      scans.add(scan(route.path("mailno").asString(""), route));
    }
    return new Pushed(scans, "{\"return_code\":\"0000\",\"return_msg\":\"OK\"}");
  }
}
