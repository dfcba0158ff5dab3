package dev.ordo.carrier.ems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierProtocol;
import dev.ordo.carrier.CarrierVectors;
import dev.ordo.carrier.Credentials;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmsProtocolTests {
  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZg==";
  private final EmsProtocol ems = new EmsProtocol(JsonMapper.shared());

  @Test
  void encryptsAsTheCarrierDoesAndReadsItBack() {
    JsonNode vector = CarrierVectors.of("ems-sm4");
    String content = vector.get("inputs").get("content").stringValue();
    String text =
        Sm4Text.encrypt(content, vector.get("inputs").get("signKey_base64").stringValue());

    assertThat(text).isEqualTo(vector.get("expected").stringValue());
    assertThat(Sm4Text.decrypt(text, KEY)).contains(content);
  }

  @Test
  void readsTheWaybillOutOfTheInnerText() {
    assertThat(
            ems.read(
                CarrierVectors.request("EMS"),
                "{\"retCode\":\"00000\",\"retBody\":\"{\\\"waybillNo\\\":\\\"1234567890123\\\",\\\"routeCode\\\":\\\"510\\\"}\"}"))
        .isEqualTo(new CarrierAnswer.Issued("1234567890123", "510", "", ""));
  }

  @Test
  void takesOnlyPushesEncryptedWithOurKey() {
    Credentials credentials = new Credentials("a", KEY, "");

    assertThatThrownBy(
            () -> ems.push(Map.of(), Map.of("logitcsInterface", "|$4|AAAA"), "", credentials))
        .isInstanceOf(CarrierProtocol.BadPush.class);
    assertThatThrownBy(() -> ems.push(Map.of(), Map.of(), "", credentials))
        .isInstanceOf(CarrierProtocol.BadPush.class);
  }
}
