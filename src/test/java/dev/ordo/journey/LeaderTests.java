package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.shared.NodeName;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class LeaderTests {
  private final JourneyFixtures house;

  LeaderTests(Vendor vendor) {
    house = new JourneyFixtures(vendor);
  }

  @Test
  void oneNodeLeadsUntilItIsSilentForTooLong() {
    Leader first = new Leader(house.jdbc, house.machine, new NodeName(1));
    Leader second = new Leader(house.jdbc, house.machine, new NodeName(2));
    assertThat(first.isLeader("pull")).isTrue();
    assertThat(second.isLeader("pull")).isFalse();
    assertThat(second.isLeader("nightly")).isTrue();
    house.later(Duration.ofSeconds(20));
    assertThat(first.isLeader("pull")).isTrue();
    house.later(Duration.ofSeconds(20));
    assertThat(second.isLeader("pull")).isFalse();
    house.later(Duration.ofSeconds(40));
    assertThat(second.isLeader("pull")).isTrue();
    assertThat(first.isLeader("pull")).isFalse();
  }
}
