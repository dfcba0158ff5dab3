package dev.ordo.channel.pdd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.channel.SignatureVectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PopSignatureTests {
  static Stream<JsonNode> vectors() {
    return SignatureVectors.startingWith("pdd-");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signsAsThePlatformDoes(JsonNode vector) {
    String sign =
        PopSignature.of(
            SignatureVectors.input(vector, "secret"),
            SignatureVectors.parameters(vector.get("inputs").get("params")));
    assertThat(sign).isEqualTo(vector.get("expected").stringValue());
  }
}
