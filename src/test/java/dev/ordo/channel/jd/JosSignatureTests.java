package dev.ordo.channel.jd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.channel.SignatureVectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class JosSignatureTests {
  static Stream<JsonNode> vectors() {
    return SignatureVectors.startingWith("jd-");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signsAsThePlatformDoes(JsonNode vector) {
    String sign =
        JosSignature.of(
            SignatureVectors.input(vector, "secret"),
            SignatureVectors.parameters(vector.get("inputs").get("params")));
    assertThat(sign).isEqualTo(vector.get("expected").stringValue());
  }
}
