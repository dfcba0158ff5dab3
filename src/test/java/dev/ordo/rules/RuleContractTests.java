package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiler cannot see in rule files; imports, salience and the like are the guard's. */
class RuleContractTests {
  @ParameterizedTest
  @MethodSource("dev.ordo.rules.RulesFixtures#points")
  void everyRuleOccursInAnExample(String point) {
    assertThat(Examples.withoutExample(RulesFixtures.release(point))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.ordo.rules.RulesFixtures#points")
  void everySetSaysWhoAnswersForItInBothLanguages(String point) {
    RuleSet set = RulesFixtures.release(point).set();
    assertThat(set.title()).isNotBlank();
    assertThat(set.titleZh()).isNotEqualTo(set.title());
    assertThat(dev.ordo.access.Role.valueOf(set.owner())).isNotNull();
  }
}
