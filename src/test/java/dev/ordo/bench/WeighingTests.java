package dev.ordo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighingTests {
  @ParameterizedTest
  @CsvSource({
    "500, 530, true",
    "500, 531, false",
    "500, 470, true",
    "500, 469, false",
    "5000, 5150, true",
    "5000, 5151, false",
    "5000, 4849, false"
  })
  void allowsTheWiderOfShareAndGrams(int expected, int measured, boolean right) {
    assertThat(Weighing.of(expected, measured, BenchSettings.DEFAULT).right()).isEqualTo(right);
  }
}
