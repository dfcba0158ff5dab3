package dev.ordo.channel.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.channel.SignatureVectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class TopSignatureTests {
  static Stream<JsonNode> vectors() {
    return SignatureVectors.startingWith("top-");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signsAsThePlatformDoes(JsonNode vector) {
    String sign =
        TopSignature.of(
            SignatureVectors.input(vector, "secret"),
            SignatureVectors.parameters(vector.get("inputs").get("params")),
            SignatureVectors.input(vector, "body"));
    assertThat(sign).isEqualTo(vector.get("expected").stringValue());
  }
}
