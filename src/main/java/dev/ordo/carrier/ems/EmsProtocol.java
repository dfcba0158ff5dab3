package dev.ordo.carrier.ems;

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
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * China Post's open platform: one form whose content is encrypted with SM4; who can encrypt with
 * our key is the carrier, so decryption is also the check of a push. Its parameter is misspelt
 * {@code logitcsInterface} by the carrier itself.
 */
@Component
class EmsProtocol implements CarrierProtocol {
  private static final String CONTENT = "logitcsInterface";

  private final JsonMapper json;

  EmsProtocol(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "EMS";
  }

  @Override
  public Wire write(CarrierCall call, Credentials credentials, Instant at) {
    String content = json.writeValueAsString(content(call));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("apiCode", code(call));
    form.put("senderNo", call.carrier().account());
    form.put("authorization", credentials.key());
    form.put("msgType", "0");
    form.put("timeStamp", Wires.beijing(at));
    form.put("version", "V1.0.0");
    form.put(CONTENT, Sm4Text.encrypt(content, credentials.secret()));
    return new Wire("", "", Wires.FORM, Map.of(), Wires.form(form));
  }

  private static String code(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> "020003";
      case CarrierCall.FindWaybill c -> "020003";
      case CarrierCall.CancelWaybill c -> "020006";
      case CarrierCall.InterceptParcel c -> "020007";
      case CarrierCall.AskTrace c -> "040001";
    };
  }

  private static Map<String, ?> content(CarrierCall call) {
    return switch (call) {
      case CarrierCall.RequestWaybill c -> order(c);
      case CarrierCall.FindWaybill c -> Map.of("logisticsOrderNo", c.orderNo());
      case CarrierCall.CancelWaybill c ->
          Map.of("logisticsOrderNo", c.orderNo(), "waybillNo", c.waybillNo());
      case CarrierCall.InterceptParcel c ->
          Map.of("logisticsOrderNo", c.orderNo(), "waybillNo", c.waybillNo());
      case CarrierCall.AskTrace c -> Map.of("waybillNo", c.waybillNo());
    };
  }

  private static Map<String, ?> order(CarrierCall.RequestWaybill call) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("logisticsOrderNo", call.orderNo());
    order.put("senderNo", call.carrier().account());
    order.put("weight", call.weightG());
    order.put("sender", party(call.sender()));
    order.put("receiver", party(call.receiver()));
    order.put(
        "cargos",
        call.goods().stream()
            .map(g -> Map.of("cargoName", g.name(), "cargoQuantity", g.count()))
            .toList());
    if (call.cod().signum() > 0) {
      order.put("codFlag", 1);
      order.put("codAmount", call.cod());
    }
    return order;
  }

  private static Map<String, ?> party(CarrierCall.Party party) {
    return Map.of(
        "name", party.name(),
        "mobile", party.phone(),
        "prov", party.province(),
        "city", party.city(),
        "county", party.district(),
        "address", party.detail());
  }

  @Override
  public CarrierAnswer read(CarrierCall call, String body) {
    JsonNode answer = json.readTree(body);
    String code = answer.path("retCode").asString("");
    if (!code.equals("00000")) {
      return new Declined(code, answer.path("retMsg").asString(""), false, false);
    }
    JsonNode result = json.readTree(answer.path("retBody").asString("{}"));
    return switch (call) {
      case CarrierCall.RequestWaybill c -> issued(result);
      case CarrierCall.FindWaybill c -> issued(result);
      case CarrierCall.CancelWaybill c -> new CarrierAnswer.Cancelled();
      case CarrierCall.InterceptParcel c -> new CarrierAnswer.Intercepting();
      case CarrierCall.AskTrace c -> new CarrierAnswer.Traced(scans(c.waybillNo(), result));
    };
  }

  private static CarrierAnswer issued(JsonNode result) {
    return new CarrierAnswer.Issued(
        result.path("waybillNo").asString(""),
        result.path("routeCode").asString(""),
        result.path("packageCodeName").asString(""),
        "");
  }

  private static List<Scan> scans(String waybillNo, JsonNode result) {
    List<Scan> scans = new ArrayList<>();
    for (JsonNode row : result.path("responseItems")) {
      scans.add(
          new Scan(
              row.path("waybillNo").asString(waybillNo),
              Wires.beijing(row.path("opTime").asString("")),
              row.path("opCode").asString(""),
              row.path("opDesc").asString(""),
              row.path("opOrgCity").asString("")));
    }
    return scans;
  }

  @Override
  public Pushed push(
      Map<String, String> headers,
      Map<String, String> parameters,
      String body,
      Credentials credentials) {
    String content =
        Sm4Text.decrypt(parameters.getOrDefault(CONTENT, ""), credentials.secret())
            .orElseThrow(() -> new BadPush(name()));
    return new Pushed(
        scans("", json.readTree(content)),
        "{\"retCode\":\"00000\",\"retMsg\":\"OK\",\"retBody\":\"\"}");
  }
}
