package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

class PickerConstraintsTests {
  private static final TripWork SHORT = new TripWork(0, 100, 1000);
  private static final TripWork LONG = new TripWork(1, 300, 350);

  private final ConstraintVerifier<PickerConstraints, PickerPlan> verifier =
      ConstraintVerifier.build(new PickerConstraints(), PickerPlan.class, PickerDay.class)
          .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

  @Test
  void countsSecondsAfterTheCutOff() {
    verifier
        .verifyThat(PickerConstraints::tripsMeetTheirCutOff)
        .given(new PickerDay("A", 0, List.of(SHORT, LONG)), new PickerDay("B", 0, List.of(LONG)))
        .penalizesBy(50);
  }

  @Test
  void makesOneLongDayDearerThanTwoHalves() {
    verifier
        .verifyThat(PickerConstraints::pickersAreDoneTogether)
        .given(new PickerDay("A", 20, List.of(SHORT)), new PickerDay("B", 10, List.of()))
        .penalizesBy(120 * 120 + 10 * 10);
  }

  @Test
  void givesUrgentTripsFirstAndSharesTheWork() {
    List<TripWork> trips =
        List.of(
            new TripWork(0, 100, 5000),
            new TripWork(1, 100, 5000),
            new TripWork(2, 100, 120),
            new TripWork(3, 100, 120));
    var pickerOf =
        new PickerPlanner(new SolverConfigs(Path.of("solver-configs")))
            .assign(trips, List.of(new PickerPlanner.Free("A", 0), new PickerPlanner.Free("B", 0)));
    assertThat(pickerOf.get(2)).isNotEqualTo(pickerOf.get(3));
    assertThat(pickerOf.get(0)).isNotEqualTo(pickerOf.get(1));
  }
}
