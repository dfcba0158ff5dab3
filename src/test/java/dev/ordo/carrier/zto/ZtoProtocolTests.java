package dev.ordo.carrier.zto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierVectors;
import dev.ordo.carrier.Credentials;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ZtoProtocolTests {
  private final ZtoProtocol zto = new ZtoProtocol(JsonMapper.shared());

  @Test
  void digestsAsTheCarriersSdkDoes() {
    JsonNode vector = CarrierVectors.of("zto-md5");

    assertThat(
            ZtoProtocol.digest(
                vector.get("inputs").get("body").stringValue(),
                vector.get("inputs").get("appSecret").stringValue()))
        .isEqualTo(vector.get("expected").stringValue());
  }

  @Test
  void readsWaybillMarkAndBag() {
    String body =
        """
        {"status":true,"result":{"billCode":"75111429006773","orderCode":"0P1",
         "bigMarkInfo":{"mark":"300- H12 09","bagAddr":"沪西"}}}\
        """;

    assertThat(zto.read(CarrierVectors.request("ZTO"), body))
        .isEqualTo(new CarrierAnswer.Issued("75111429006773", "300- H12 09", "沪西", ""));
  }

  @Test
  void readsAPushedScan() {
    String body =
        "{\"billCode\":\"75\",\"scanType\":\"签收\",\"scanDate\":1700000000000,\"desc\":\"已签收\"}";

    assertThat(
            zto.push(
                    Map.of("x-datadigest", ZtoProtocol.digest(body, "s")),
                    Map.of(),
                    body,
                    new Credentials("k", "s", ""))
                .scans())
        .singleElement()
        .satisfies(s -> assertThat(s.code()).isEqualTo("签收"));
  }
}
