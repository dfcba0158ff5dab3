package dev.ordo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.analysis.Condition.Group;
import dev.ordo.analysis.Condition.Kind;
import dev.ordo.analysis.Condition.Opaque;
import dev.ordo.analysis.Condition.Pattern;
import dev.ordo.rules.ShippedRules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules are read as what they ask and what they say, from text and from tables. */
class ShapesTests {
  private static Shape shape(String point, String rule) {
    return Shapes.of(ShippedRules.sources(point)).stream()
        .filter(shape -> shape.name().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("dev.ordo.rules.ShippedRules#points")
  void everyShippedRuleIsReadToItsEnd(String point) {
    List<Shape> shapes = Shapes.of(ShippedRules.sources(point));

    assertThat(shapes.stream().map(Shape::name))
        .containsExactlyInAnyOrderElementsOf(ShippedRules.release(point).rules().keySet());
    assertThat(shapes).allMatch(shape -> !shape.verdict().isEmpty());
    assertThat(shapes).flatMap(Shape::conditions).noneMatch(Opaque.class::isInstance);
  }

  @org.junit.jupiter.api.Test
  void aTextRuleKnowsItsLineItsTestsAndItsVerdict() {
    Shape shape = shape("risk", "Many small orders to one receiver in a short time: intercepted");

    assertThat(shape.file()).isEqualTo("velocity.drl");
    assertThat(shape.place()).isEqualTo("line 15");
    assertThat(shape.patterns().getFirst().type()).isEqualTo("VelocityFact");
    assertThat(shape.patterns().getFirst().tests())
        .extracting(Test::text)
        .containsExactly("smallOrders ≥ 5");
    assertThat(shape.patterns().getFirst().bound())
        .extracting(Condition.Bound::variable)
        .containsExactly("$orders", "$window");
    assertThat(shape.conditions().getLast())
        .isInstanceOfSatisfying(
            Group.class, group -> assertThat(group.kind()).isEqualTo(Kind.HAS_NOT));
    assertThat(shape.said())
        .isEqualTo(
            "Hold(\"RISK_VELOCITY\", OPS_MANAGER, ((($orders + \" / \") + $window) + \" min\"))");
  }

  @org.junit.jupiter.api.Test
  void aTableRuleKnowsItsRowAndTheColumnOfEachTest() {
    Shape shape = shape("audit", "Price limit_11");

    assertThat(shape.place()).isEqualTo("row 11");
    Pattern line = shape.patterns().getFirst();
    assertThat(line.tests())
        .extracting(
            test -> test.column().letter() + " " + test.column().heading() + ": " + test.text())
        .containsExactly(
            "B List price from: listPrice ≥ 100",
            "C List price below: listPrice < 1000",
            "D Below % of list price: pricePercent < 30");
    assertThat(shape.patterns().getLast().tests().getFirst().column().letter()).isEqualTo("E");
  }

  @org.junit.jupiter.api.Test
  void groupsAreRead() {
    Shape shape = shape("audit", "A carrier is both appointed and ruled out");

    assertThat(shape.conditions().getFirst())
        .isInstanceOfSatisfying(
            Group.class,
            group -> {
              assertThat(group.kind()).isEqualTo(Kind.EXISTS);
              assertThat(group.parts()).hasSize(2);
            });
    assertThat(shape.patterns().get(1).tests().getLast().text()).isEqualTo("value = $first");
  }
}
