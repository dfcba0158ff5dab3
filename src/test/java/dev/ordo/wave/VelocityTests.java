package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.wave.Velocity.Picked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VelocityTests {
  @Test
  void theFirstFourFifthsAreFastAndTheNextPartMedium() {
    assertThat(
            Velocity.classes(
                List.of(
                    new Picked("S1", 60),
                    new Picked("S2", 25),
                    new Picked("S3", 8),
                    new Picked("S4", 4),
                    new Picked("S5", 3))))
        .isEqualTo(Map.of("S1", "A", "S2", "A", "S3", "B", "S4", "B"));
  }

  @Test
  void withoutPicksEverythingIsSlow() {
    assertThat(Velocity.classes(List.of())).isEmpty();
  }
}
