package dev.ordo.channel.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.channel.SignatureVectors;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoudianSignatureTests {
  static Stream<JsonNode> vectors() {
    return SignatureVectors.startingWith("doudian-")
        .filter(v -> !v.get("inputs").path("method").isMissingNode());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signsAsThePlatformDoes(JsonNode vector) {
    String sign =
        DoudianSignature.of(
            SignatureVectors.input(vector, "app_key"),
            SignatureVectors.input(vector, "app_secret"),
            SignatureVectors.input(vector, "method"),
            SignatureVectors.input(vector, "timestamp"),
            SignatureVectors.input(vector, "param_json"));
    assertThat(sign).isEqualTo(vector.get("expected").stringValue());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesParametersInTheFormThatIsSigned(JsonNode vector) {
    String json = SignatureVectors.input(vector, "param_json");
    assertThat(DoudianSignature.canonical(JsonMapper.shared().readValue(json, Map.class)))
        .isEqualTo(json);
  }

  @Test
  void sortsKeysOfNestedObjectsToo() {
    assertThat(DoudianSignature.canonical(Map.of("b", Map.of("z", 1, "a", "<&>"), "a", 2)))
        .isEqualTo("{\"a\":2,\"b\":{\"a\":\"<&>\",\"z\":1}}");
  }
}
