package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Layout;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

class TripScoreTests {
  private static final Layout LAYOUT =
      new Layout(2, List.of(10), 5, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 2))));
  private static final Job NEAR = job(0, 0, 2, new Load(1, 10, 100));
  private static final Job FAR = job(1, 1, 3, new Load(2, 10, 100));

  @Test
  void softIsTheLengthOfTheExactRoutes() {
    TripScore score = new TripScore();
    TripPlan plan = plan(new Load(3, 100, 1000), List.of(NEAR), List.of(FAR));
    score.resetWorkingSolution(plan);
    assertThat(score.calculateScore())
        .isEqualTo(HardSoftLongScore.of(0, -(2 * (2 + 3) + 2 * (2 + 5 + 4)) * 1000L));
  }

  @Test
  void followsAMoveAndItsUndoing() {
    TripScore score = new TripScore();
    TripPlan plan = plan(new Load(3, 100, 1000), List.of(NEAR), List.of(FAR));
    score.resetWorkingSolution(plan);
    HardSoftLongScore before = score.calculateScore();
    Trip first = plan.trips().get(0);
    Trip second = plan.trips().get(1);
    second.jobs().remove(FAR);
    score.afterListVariableChanged(second, "jobs", 0, 0);
    first.jobs().add(FAR);
    score.afterListVariableChanged(first, "jobs", 1, 2);
    assertThat(score.calculateScore())
        .isEqualTo(HardSoftLongScore.of(0, -(2 * 2 + 2 * 5 + 2 * 3 + 2 * 4) * 1000L));
    first.jobs().remove(FAR);
    score.afterListVariableChanged(first, "jobs", 1, 1);
    second.jobs().add(FAR);
    score.afterListVariableChanged(second, "jobs", 0, 1);
    assertThat(score.calculateScore()).isEqualTo(before);
  }

  @Test
  void hardIsTheOverloadInThousandths() {
    TripScore score = new TripScore();
    score.resetWorkingSolution(plan(new Load(2, 100, 100), List.of(NEAR, FAR), List.of()));
    assertThat(score.calculateScore().hardScore()).isEqualTo(-500 - 1000);
  }

  @Test
  void hardCountsTotesVolumeAndWeightEachForItself() {
    assertThat(hardOf(new Load(2, 100, 1000))).isEqualTo(-500);
    assertThat(hardOf(new Load(3, 10, 1000))).isEqualTo(-1000);
    assertThat(hardOf(new Load(3, 100, 100))).isEqualTo(-1000);
    assertThat(hardOf(new Load(3, 20, 200))).isZero();
  }

  private static long hardOf(Load room) {
    TripScore score = new TripScore();
    score.resetWorkingSolution(plan(room, List.of(NEAR, FAR), List.of()));
    return score.calculateScore().hardScore();
  }

  private static TripPlan plan(Load room, List<Job> first, List<Job> second) {
    Trip one = new Trip(0, room);
    one.jobs().addAll(first);
    Trip two = new Trip(1, room);
    two.jobs().addAll(second);
    JobBook book = new JobBook(new Floor(LAYOUT), List.of(NEAR, FAR));
    return new TripPlan(new TripBoard(book, new Pace()), List.of(NEAR, FAR), List.of(one, two));
  }

  private static Job job(int number, int aisle, int cell, Load load) {
    return new Job(number, number, Set.of(new Stop(aisle, 0, cell)), load);
  }
}
