package dev.ordo.carrier.zto;

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

/** ZTO's open platform: one path per service, JSON body, digest of body and secret in a header. */
@Component
class ZtoProtocol implements CarrierProtocol {
  private final JsonMapper json;

  ZtoProtocol(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "ZTO";
  }

  @Override
  public Wire write(CarrierCall call, Credentials credentials, Instant at) {
    String body = json.writeValueAsString(body(call));
    return new Wire(
        path(call),
        "",
        Wires.JSON,
        Map.of("x-appKey", credentials.key(), "x-datadigest", digest(body, credentials.secret())),
        body);
  }

  /** Base64(MD5(body + secret)), as in ZTO's own SDK. */
  static String digest(String body, String secret) {
    return Wires.md5Base64(body + secret);
  }

  private static String path(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> "/zto.open.createOrder";
      case CarrierCall.FindWaybill c -> "/zto.open.getOrderInfo";
      case CarrierCall.CancelWaybill c -> "/zto.open.cancelPreOrder";
      case CarrierCall.InterceptParcel c -> "/thirdcenter.createIntercept";
      case CarrierCall.AskTrace c -> "/zto.merchant.waybill.track.query";
    };
  }

  private static Map<String, ?> body(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> order(c);
      case CarrierCall.FindWaybill c -> Map.of("type", 0, "orderCode", c.orderNo());
      case CarrierCall.CancelWaybill c ->
          Map.of("cancelType", "1", "orderCode", c.orderNo(), "billCode", c.waybillNo());
      case CarrierCall.InterceptParcel c ->
          Map.of("billCode", c.waybillNo(), "requestId", c.orderNo(), "destinationType", 2);
      case CarrierCall.AskTrace c ->
          Map.of("billCode", c.waybillNo(), "mobilePhone", c.phoneTail());
    };
  }

  private static Map<String, ?> order(CarrierCall.RequestWaybill call) {
    return Map.of(
        "partnerType", "2",
        "orderType", "1",
        "partnerOrderCode", call.orderNo(),
        "accountInfo", Map.of("accountId", call.carrier().account(), "type", 1),
        "senderInfo", party("sender", call.sender()),
        "receiveInfo", party("receiver", call.receiver()),
        "orderItems",
            call.goods().stream()
                .map(g -> Map.of("name", g.name(), "quantity", g.count()))
                .toList(),
        "summaryInfo",
            Map.of(
                "quantity",
                1,
                "weight",
                call.weightG(),
                "collectMoney",
                call.cod().toPlainString()));
  }

  private static Map<String, ?> party(String prefix, CarrierCall.Party party) {
    return Map.of(
        prefix + "Name", party.name(),
        prefix + "Mobile", party.phone(),
        prefix + "Province", party.province(),
        prefix + "City", party.city(),
        prefix + "District", party.district(),
        prefix + "Address", party.detail());
  }

  @Override
  public CarrierAnswer read(CarrierCall call, String body) {
    JsonNode answer = json.readTree(body);
    if (!answer.path("status").asBoolean(false)) {
      return new Declined(
          answer.path("statusCode").asString(""),
          answer.path("message").asString(""),
          false,
          false);
    }
    JsonNode result = answer.path("result");
    return switch (call) {
      case CarrierCall.RequestWaybill c -> issued(result);
      case CarrierCall.FindWaybill c -> issued(result.isArray() ? result.path(0) : result);
      case CarrierCall.CancelWaybill c -> new CarrierAnswer.Cancelled();
      case CarrierCall.InterceptParcel c -> new CarrierAnswer.Intercepting();
      case CarrierCall.AskTrace c -> new CarrierAnswer.Traced(scans(c.waybillNo(), result));
    };
  }

  private static CarrierAnswer issued(JsonNode result) {
    JsonNode mark = result.path("bigMarkInfo");
    return new CarrierAnswer.Issued(
        result.path("billCode").asString(""),
        mark.path("mark").asString(""),
        mark.path("bagAddr").asString(""),
        "");
  }

  private static List<Scan> scans(String waybillNo, JsonNode result) {
    List<Scan> scans = new ArrayList<>();
    for (JsonNode row : result) {
      scans.add(scan(row.path("billCode").asString(waybillNo), row));
    }
    return scans;
  }

  private static Scan scan(String waybillNo, JsonNode row) {
    return new Scan(
        waybillNo,
        Instant.ofEpochMilli(row.path("scanDate").asLong(0)),
        row.path("scanType").asString(""),
        row.path("desc").asString(""),
        row.path("scanSite").path("name").asString(""));
  }

  @Override
  public Pushed push(
      Map<String, String> headers,
      Map<String, String> parameters,
      String body,
      Credentials credentials) {
    String expected = digest(body, credentials.secret());
    if (!Wires.same(expected, headers.getOrDefault("x-datadigest", ""))) {
      throw new BadPush(name());
    }
    JsonNode pushed = json.readTree(body);
    List<Scan> scans =
        pushed.isArray()
            ? scans("", pushed)
            : List.of(scan(pushed.path("billCode").asString(""), pushed));
    return new Pushed(
        scans,
        "{\"message\":\"OK\",\"result\":\"success\",\"status\":true,\"statusCode\":\"200\"}");
  }
}
