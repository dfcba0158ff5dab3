package dev.ordo.carrier.yto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierVectors;
import dev.ordo.carrier.Credentials;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class YtoProtocolTests {
  private final YtoProtocol yto = new YtoProtocol(JsonMapper.shared());

  @Test
  void signsAsTheCarrierDoes() {
    JsonNode vector = CarrierVectors.of("yto-open");
    JsonNode in = vector.get("inputs");

    assertThat(
            YtoProtocol.sign(
                in.get("param").stringValue(),
                in.get("method").stringValue(),
                in.get("secret").stringValue()))
        .isEqualTo(vector.get("expected").stringValue());
  }

  @Test
  void putsMethodAndAccountIntoThePath() {
    assertThat(
            yto.write(
                    CarrierVectors.request("YTO"),
                    new Credentials("APP", "s", ""),
                    Instant.parse("2026-11-22T10:00:00Z"))
                .path())
        .isEqualTo("/open/privacy_create_adapter/v1/APP/7551234567");
  }

  @Test
  void readsTheWaybillWithItsThreeSegments() {
    assertThat(
            yto.read(
                CarrierVectors.request("YTO"),
                "{\"mailNo\":\"YT1234567890123\",\"shortAddress\":\"300-07 021\"}"))
        .isEqualTo(new CarrierAnswer.Issued("YT1234567890123", "300-07 021", "", ""));
  }
}
