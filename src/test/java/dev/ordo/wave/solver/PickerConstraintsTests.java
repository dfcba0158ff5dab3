package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Skill;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

class PickerConstraintsTests {
  private static final TripWork SHORT = new TripWork(0, 100, 1000);
  private static final TripWork LONG = new TripWork(1, 300, 350);
  private static final TripWork COLD_AND_DEAR =
      new TripWork(
          2,
          200,
          250,
          150,
          3,
          Set.of(Skill.COLD, Skill.VALUABLES),
          Map.of("A", 4, "B", 2),
          Set.of());

  private final ConstraintVerifier<PickerConstraints, PickerPlan> verifier =
      ConstraintVerifier.build(new PickerConstraints(), PickerPlan.class, PickerDay.class)
          .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

  @Test
  void countsSkillsThePickerLacks() {
    verifier
        .verifyThat(PickerConstraints::pickersAreTrainedForTheirTrips)
        .given(
            day(crew("A", Set.of(Skill.COLD), 9999), COLD_AND_DEAR, SHORT),
            day(crew("B", Skill.all(), 9999), COLD_AND_DEAR))
        .penalizesBy(1);
  }

  @Test
  void countsSecondsAfterTheShift() {
    verifier
        .verifyThat(PickerConstraints::tripsEndWithinTheShift)
        .given(
            day(crew("A", Skill.all(), 150), SHORT, LONG, SHORT),
            day(crew("B", Skill.all(), 100), SHORT))
        .penalizesBy(250 + 100);
  }

  @Test
  void countsSecondsAfterTheCutOffByUrgency() {
    verifier
        .verifyThat(PickerConstraints::tripsMeetTheirCutOff)
        .given(
            day(new Crew("A", 0), SHORT, LONG),
            day(new Crew("B", 0), LONG),
            day(new Crew("C", 60), COLD_AND_DEAR))
        .penalizesBy(50 + 3 * 10);
  }

  @Test
  void countsSecondsAfterThePromisedDispatchByUrgency() {
    verifier
        .verifyThat(PickerConstraints::tripsMeetThePromisedDispatch)
        .given(day(new Crew("A", 0), COLD_AND_DEAR), day(new Crew("B", 0), SHORT))
        .penalizesBy(3 * 50);
  }

  @Test
  void countsSecondsUntilTheLastTripIsDone() {
    verifier
        .verifyThat(PickerConstraints::theLastTripIsDoneEarly)
        .given(
            day(new Crew("A", 20), SHORT), day(new Crew("B", 10), LONG), day(new Crew("C", 9999)))
        .penalizesBy(310);
  }

  @Test
  void makesOneLongDayDearerThanTwoHalves() {
    TripWork hour = new TripWork(3, 3600, 9999);
    verifier
        .verifyThat(PickerConstraints::pickersAreDoneTogether)
        .given(day(new Crew("A", 0), hour, hour), day(new Crew("B", 9999)))
        .penalizesBy(4 * 3600);
    verifier
        .verifyThat(PickerConstraints::pickersAreDoneTogether)
        .given(day(new Crew("A", 0), hour), day(new Crew("B", 0), hour))
        .penalizesBy(2 * 3600);
    verifier
        .verifyThat(PickerConstraints::pickersAreDoneTogether)
        .given(day(new Crew("A", 3600), hour), day(new Crew("B", 9 * 3600)))
        .penalizesBy((4 - 1) * 3600);
  }

  @Test
  void countsStopsOutsideTheHomeZones() {
    verifier
        .verifyThat(PickerConstraints::pickersWalkTheirHomeZones)
        .given(
            day(new Crew("A", Skill.all(), 0, 9999, Set.of("A")), COLD_AND_DEAR),
            day(new Crew("B", Skill.all(), 0, 9999, Set.of()), COLD_AND_DEAR))
        .penalizesBy(2);
  }

  @Test
  void countsSecondsInWhichTwoPickersShareAnAisle() {
    verifier
        .verifyThat(PickerConstraints::pickersDoNotCrowdAnAisle)
        .given(
            day(new Crew("A", 0), inAisles(0, 100, Set.of(1, 2)), inAisles(1, 100, Set.of(1, 2))),
            day(new Crew("B", 0), inAisles(2, 80, Set.of(2, 3)), inAisles(3, 40, Set.of(7))))
        .penalizesBy(80 / 4);
  }

  @Test
  void givesUrgentTripsFirstAndSharesTheWork() {
    List<TripWork> trips =
        List.of(
            new TripWork(0, 100, 5000),
            new TripWork(1, 100, 5000),
            new TripWork(2, 100, 120),
            new TripWork(3, 100, 120));
    var pickerOf = planner().assign(trips, List.of(new Crew("A", 0), new Crew("B", 0))).pickerOf();
    assertThat(pickerOf.get(2)).isNotEqualTo(pickerOf.get(3));
    assertThat(pickerOf.get(0)).isNotEqualTo(pickerOf.get(1));
  }

  @Test
  void givesTripsToThoseWhoMayWalkThemAndSaysWhyOthersWait() {
    TripWork cold = new TripWork(0, 100, 5000, 5000, 1, Set.of(Skill.COLD), Map.of(), Set.of());
    TripWork dear =
        new TripWork(1, 100, 5000, 5000, 1, Set.of(Skill.VALUABLES), Map.of(), Set.of());
    TripWork endless = new TripWork(2, 99_999, 5000);
    TripWork plain = new TripWork(3, 100, 5000);
    PickerPlanner.Assignment assignment =
        planner()
            .assign(
                List.of(cold, dear, endless, plain),
                List.of(crew("A", Set.of(), 9999), crew("B", Set.of(Skill.COLD), 9999)));
    assertThat(assignment.pickerOf()).containsEntry(0, "B").containsKey(3);
    assertThat(assignment.nobody())
        .containsEntry(1, PickerPlanner.Obstacle.SKILL)
        .containsEntry(2, PickerPlanner.Obstacle.SHIFT);
    assertThat(planner().assign(List.of(plain), List.of()).nobody())
        .containsEntry(3, PickerPlanner.Obstacle.NOBODY);
  }

  @Test
  void explainsWhatADivisionCosts() {
    PickerPlanner.Assignment assignment =
        planner().assign(List.of(new TripWork(0, 100, 40)), List.of(new Crew("A", 0)));
    PickerPlanner.Term late = assignment.terms().getFirst();
    assertThat(late.name()).isEqualTo(PickerWeights.CUT_OFF);
    assertThat(late.score().mediumScore()).isEqualTo(-3 * 60);
    assertThat(late.reasons()).containsExactly(new PickerReason.MissesCutOff("A", 0, 60, 1));
  }

  @Test
  void weightsThatAreNoneAreRefusedByName() {
    assertThat(refusalOf(Map.of("hurry", "1"))).contains("hurry");
    assertThat(refusalOf(Map.of("cutOff", "-1"))).contains("-1").contains("cutOff");
  }

  private static String refusalOf(Map<String, String> weights) {
    try {
      PickerWeights.of(weights);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static PickerPlanner planner() {
    return new PickerPlanner(new SolverConfigs(java.nio.file.Path.of("solver-configs")));
  }

  private static Crew crew(String picker, Set<Skill> skills, long shiftEnds) {
    return new Crew(picker, skills, 0, shiftEnds, Set.of());
  }

  private static PickerDay day(Crew crew, TripWork... trips) {
    return new PickerDay(crew, List.of(trips));
  }

  private static TripWork inAisles(int number, long seconds, Set<Integer> aisles) {
    return new TripWork(number, seconds, 9999, 9999, 1, Set.of(), Map.of(), aisles);
  }
}
