package dev.ordo.carrier.sf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.carrier.CarrierProtocol;
import dev.ordo.carrier.CarrierVectors;
import dev.ordo.carrier.Credentials;
import dev.ordo.carrier.Scan;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SfProtocolTests {
  private static final Credentials KEY = new Credentials("ORDO", "secret", "");
  private final SfProtocol sf = new SfProtocol(JsonMapper.shared());

  @Test
  void digestsAsTheCarriersDocumentSays() {
    JsonNode vector = CarrierVectors.of("sf-standard-md5");
    JsonNode in = vector.get("inputs");

    assertThat(
            SfProtocol.digest(
                in.get("msgData").stringValue(),
                in.get("timestamp").stringValue(),
                in.get("checkWord").stringValue()))
        .isEqualTo(vector.get("expected").stringValue());
  }

  @Test
  void sendsTheParcelIdAsOrderNumberSoThatARepeatGetsTheSameWaybill() {
    CarrierProtocol.Wire wire =
        sf.write(CarrierVectors.request("SF"), KEY, Instant.parse("2026-11-22T10:00:00Z"));

    assertThat(wire.body())
        .contains("serviceCode=EXP_RECE_CREATE_ORDER")
        .contains("%22orderId%22%3A%220P1%22");
  }

  @Test
  void readsWaybillRouteCodeAndHub() {
    String data =
        """
        {"success":true,"errorCode":"S0000","msgData":{"orderId":"0P1","destCode":"755",
         "waybillNoInfoList":[{"waybillType":1,"waybillNo":"SF7444407670710"}],
         "routeLabelInfo":[{"code":"1000","routeLabelData":{"destRouteLabel":"755WE-571A3",
         "destTransferCode":"755WB","proName":"特快"}}]}}\
        """;

    assertThat(sf.read(CarrierVectors.request("SF"), outer(data)))
        .isEqualTo(new CarrierAnswer.Issued("SF7444407670710", "755WE-571A3", "755WB", "特快"));
  }

  @Test
  void knowsThatTheOrderNumberWasUsedAndThatALimitPasses() {
    assertThat(
            sf.read(
                CarrierVectors.request("SF"),
                outer("{\"success\":false,\"errorCode\":\"8016\",\"errorMsg\":\"重复下单\"}")))
        .isEqualTo(new CarrierAnswer.Declined("8016", "重复下单", true, false));
    assertThat(
            sf.read(
                CarrierVectors.request("SF"),
                "{\"apiResultCode\":\"A1005\",\"apiErrorMsg\":\"limit\"}"))
        .isEqualTo(new CarrierAnswer.Declined("A1005", "limit", false, true));
  }

  @Test
  void readsRoutesInBeijingTime() {
    String data =
        """
        {"success":true,"msgData":{"routeResps":[{"mailNo":"SF1","routes":[{"acceptTime":
         "2026-11-22 18:00:00","acceptAddress":"深圳","remark":"收取","opCode":"50"}]}]}}\
        """;

    assertThat(
            sf.read(
                new CarrierCall.AskTrace(CarrierVectors.carrier("SF"), "SF1", "1234"), outer(data)))
        .isEqualTo(
            new CarrierAnswer.Traced(
                java.util.List.of(
                    new Scan("SF1", Instant.parse("2026-11-22T10:00:00Z"), "50", "收取", "深圳"))));
  }

  @Test
  void takesOnlyPushesSignedWithOurSecret() {
    String data =
        "{\"Body\":{\"WaybillRoute\":[{\"mailno\":\"SF1\",\"acceptTime\":\"2026-11-22"
            + " 18:00:00\",\"opCode\":\"80\",\"remark\":\"ok\",\"acceptAddress\":\"x\"}]}}";
    Map<String, String> good =
        Map.of(
            "msgData", data, "timestamp", "1", "msgDigest", SfProtocol.digest(data, "1", "secret"));

    assertThat(sf.push(Map.of(), good, "", KEY).scans()).hasSize(1);
    assertThatThrownBy(() -> sf.push(Map.of(), good, "", new Credentials("ORDO", "other", "")))
        .isInstanceOf(CarrierProtocol.BadPush.class);
  }

  private static String outer(String data) {
    return JsonMapper.shared()
        .writeValueAsString(Map.of("apiResultCode", "A1000", "apiResultData", data));
  }
}
