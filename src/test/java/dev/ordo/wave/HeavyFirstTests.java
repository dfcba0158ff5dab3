package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Skill;
import dev.ordo.wave.solver.Load;
import dev.ordo.wave.solver.Route;
import dev.ordo.wave.solver.Stop;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeavyFirstTests {
  private static final Stop A = new Stop(0, 0, 0);
  private static final Stop B = new Stop(1, 0, 0);
  private static final List<Route.Point> PATH =
      List.of(new Route.Point(0, 0), new Route.Point(1, 1), new Route.Point(0, 0));
  private final HeavyFirst heavyFirst =
      new HeavyFirst(PickGroupsTests.facts(List.of(), Skill.all()));

  @Test
  void theDirectionThatTakesHeavyGoodsFirstIsWalked() {
    assertThat(walked("PLAIN", "HEAVY").stops()).containsExactly(B, A);
    assertThat(walked("HEAVY", "PLAIN").stops()).containsExactly(A, B);
    assertThat(walked("PLAIN", "HEAVY").metres()).isEqualTo(7);
  }

  @Test
  void fragileGoodsComeLast() {
    assertThat(walked("GLASS", "PLAIN").stops()).containsExactly(B, A);
    assertThat(walked("PLAIN", "GLASS").stops()).containsExactly(A, B);
  }

  /** What lies in A and what lies in B. */
  private Route walked(String inA, String inB) {
    var consignment =
        PickGroupsTests.consignment(
            1, PickGroupsTests.line(inA, 1, "A"), PickGroupsTests.line(inB, 1, "B"));
    Portion portion =
        new Portion(
            consignment, PickMethod.SEED_WALL, consignment.lines(), Load.NOTHING, Set.of(), "");
    return heavyFirst.of(new Route(7, List.of(A, B), PATH, 7), List.of(portion));
  }
}
