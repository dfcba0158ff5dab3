package dev.ordo.channel.kuaishou;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.channel.SignatureVectors;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class KwaiSignatureTests {
  static Stream<JsonNode> vectors() {
    return SignatureVectors.startingWith("kuaishou-list");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signsAsThePlatformDoes(JsonNode vector) {
    Map<String, String> parameters = SignatureVectors.parameters(vector.get("inputs"));
    String secret = parameters.remove("signSecret");
    assertThat(KwaiSignature.of(secret, parameters))
        .isEqualTo(vector.get("expected").stringValue());
  }
}
