package dev.ordo.carrier.jd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierVectors;
import dev.ordo.carrier.Credentials;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JdProtocolTests {
  private final JdProtocol jd = new JdProtocol(JsonMapper.shared());

  @Test
  void signsAsTheCarriersSdkDoes() {
    JsonNode vector = CarrierVectors.of("jdl-md5-salt");
    JsonNode in = vector.get("inputs");
    Credentials credentials =
        new Credentials(
            in.get("app_key").stringValue(),
            in.get("app_secret").stringValue(),
            in.get("access_token").stringValue());

    assertThat(
            JdProtocol.sign(
                credentials,
                in.get("path").stringValue(),
                in.get("body").stringValue(),
                in.get("timestamp").stringValue()))
        .isEqualTo(vector.get("expected").stringValue());
  }

  @Test
  void readsAWaybillAndARefusal() {
    assertThat(
            jd.read(
                CarrierVectors.request("JD"),
                "{\"success\":true,\"code\":0,\"data\":{\"waybillCode\":\"JDVA00000000001\",\"preSortResult\":{\"road\":\"021\",\"targetSortCenterName\":\"上海\"}}}"))
        .isEqualTo(new CarrierAnswer.Issued("JDVA00000000001", "021", "上海", ""));
    assertThat(
            jd.read(
                CarrierVectors.request("JD"),
                "{\"error_response\":{\"code\":\"10\",\"zh_desc\":\"签名错误\"}}"))
        .isEqualTo(new CarrierAnswer.Declined("10", "签名错误", false, false));
  }
}
