package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Layout;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings;
import dev.ordo.site.WaveSplit;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTests {
  @Test
  void whatTimeDidNotSufficeForIsReckonedFromWhatWasPlanned() {
    Policy policy = Policy.of("W15_60");
    Study.Outcome found = new Study.Outcome(policy, 5, 4, 100, 1.5, 3, 40, 50);
    assertThat(found.reckonedFor(200))
        .isEqualTo(new Study.Outcome(policy, 5, 16, 400, 6, 12, 40, 50));
    assertThat(found.reckonedFor(50)).isEqualTo(found);
  }

  @Test
  void aPolicySplitsByZoneOrNotAndLeavesASplitByVelocity() {
    assertThat(split("ZONES", WaveSplit.NONE)).isEqualTo(WaveSplit.ZONE);
    assertThat(split("W30_100", WaveSplit.ZONE)).isEqualTo(WaveSplit.NONE);
    assertThat(split("CUT_OFF", WaveSplit.VELOCITY)).isEqualTo(WaveSplit.VELOCITY);
  }

  private static WaveSplit split(String policy, WaveSplit now) {
    Layout layout =
        new Layout(1, List.of(1), 1, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 0))));
    Warehouse warehouse =
        new Warehouse(
            "W",
            "W",
            ZoneId.of("UTC"),
            "31",
            "3101",
            "1 Road",
            1,
            layout,
            WarehouseSettings.DEFAULT);
    return Policy.of(policy).in(warehouse.withSplit(now)).settings().split();
  }
}
