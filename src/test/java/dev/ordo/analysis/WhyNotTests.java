package dev.ordo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.analysis.WhyNot.Answer;
import dev.ordo.analysis.WhyNot.Held;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Examples;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Release;
import dev.ordo.rules.ShippedRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reading says about a rule is what the engine does with it. */
class WhyNotTests {
  private static final int GENERATED = 1_000;

  @ParameterizedTest
  @MethodSource("dev.ordo.rules.ShippedRules#points")
  void everyExampleFiresAsTheReadingSays(String point) {
    Release release = ShippedRules.release(point);
    Examples.of(release).forEach(example -> compare(release, example.facts()));
  }

  @ParameterizedTest
  @MethodSource("dev.ordo.rules.ShippedRules#points")
  void thousandsOfGeneratedDecisionsFireAsTheReadingSays(String point) {
    Release release = ShippedRules.release(point);
    FactsAtRandom facts = new FactsAtRandom(release, new Random(20261123));
    for (int i = 0; i < GENERATED; i++) {
      compare(release, facts.next());
    }
    assertThat(facts.fired()).as("rules the generated facts reached").isNotEmpty();
  }

  private static void compare(Release release, List<Object> facts) {
    Decision decision = release.decide(0, Instant.EPOCH, facts);
    Map<String, Integer> fired =
        decision.firings().stream()
            .collect(Collectors.toMap(Firing::rule, f -> 1, Integer::sum, TreeMap::new));
    Map<String, Integer> read = new TreeMap<>();
    for (Shape shape : shapes(release)) {
      Optional<Integer> times = WhyNot.firings(shape, facts);
      assertThat(times).as(shape.name()).isPresent();
      times.filter(t -> t > 0).ifPresent(t -> read.put(shape.name(), t));
      assertThat(WhyNot.answer(shape, facts).held() == Held.YES)
          .as("%s over %s", shape.name(), facts)
          .isEqualTo(fired.containsKey(shape.name()));
    }
    assertThat(read).as("over %s", facts).isEqualTo(fired);
    FactsAtRandom.note(fired.keySet());
  }

  private static final Map<String, List<Shape>> SHAPES = new TreeMap<>();

  private static List<Shape> shapes(Release release) {
    return SHAPES.computeIfAbsent(release.hash(), h -> Shapes.of(release.sources()));
  }

  private static Answer answer(String point, String example, String rule) {
    Release release = ShippedRules.release(point);
    List<Object> facts =
        Examples.of(release).stream()
            .filter(e -> e.name().equals(example))
            .findFirst()
            .orElseThrow()
            .facts();
    Shape shape =
        shapes(release).stream().filter(s -> s.name().equals(rule)).findFirst().orElseThrow();
    return WhyNot.answer(shape, facts);
  }

  @org.junit.jupiter.api.Test
  void aNumberThatMissedSaysByHowMuch() {
    Answer answer =
        answer(
            "carrier",
            "a plain parcel to Guangdong prefers nobody",
            "Valuable goods travel with SF");

    assertThat(answer.held()).isEqualTo(Held.NO);
    WhyNot.Asked asked = answer.parts().getFirst().asked().getFirst();
    assertThat(asked.test().text()).isEqualTo("goodsAmount ≥ 800");
    assertThat(String.valueOf(asked.actual())).isEqualTo("120.0");
    assertThat(asked.gap()).isEqualByComparingTo("680");
    assertThat(asked.test().column().heading()).isEqualTo("Goods amount from");
  }

  @org.junit.jupiter.api.Test
  void aFactThatForbidsTheRuleIsShown() {
    Answer answer = answer("audit", "the ops manager knows of the vouchers", "Discount limit_10");

    WhyNot.Part last = answer.parts().getLast();
    assertThat(last.kind()).isEqualTo(Condition.Kind.HAS_NOT);
    assertThat(last.held()).isEqualTo(Held.NO);
    assertThat(String.valueOf(last.fact())).contains("DISCOUNT_TOO_HIGH");
    assertThat(answer.parts().getFirst().held()).isEqualTo(Held.YES);
  }

  @org.junit.jupiter.api.Test
  void aFactThatWasNotThereIsSaid() {
    Answer answer = answer("audit", "all adds up", "The buyer appoints a carrier");

    assertThat(answer.parts().getFirst().facts()).isZero();
    assertThat(answer.parts().getFirst().held()).isEqualTo(Held.NO);
    assertThat(new ArrayList<>(answer.parts().getFirst().asked())).hasSize(1);
  }
}
