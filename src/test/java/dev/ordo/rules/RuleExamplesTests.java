package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** One test per example beside the rules: exactly these rules fire, exactly these verdicts. */
class RuleExamplesTests {
  @TestFactory
  Stream<DynamicContainer> examples() {
    return RulesFixtures.points().stream()
        .map(RulesFixtures::release)
        .map(
            release ->
                dynamicContainer(
                    release.set().point(),
                    Examples.of(release).stream()
                        .map(
                            example ->
                                dynamicTest(
                                    example.name(),
                                    () ->
                                        assertThat(Examples.faults(release, example)).isEmpty()))));
  }
}
