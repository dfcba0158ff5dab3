package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can be shown as its author wrote it. */
class RuleSourceTests {
  static Collection<String> points() {
    return ShippedRules.points();
  }

  @ParameterizedTest
  @MethodSource("points")
  void everyShippedRuleIsFoundInItsFile(String point) {
    Release release = ShippedRules.release(point);
    for (String rule : release.rules().keySet()) {
      RuleSource source = release.source(rule).orElseThrow();
      assertThat(source.file()).isEqualTo(release.rules().get(rule));
      if (source.row() > 0) {
        assertThat(source.cells()).as(rule).isNotEmpty();
      } else {
        assertThat(source.text()).startsWith("rule").contains(rule).endsWith("end");
      }
    }
  }

  @Test
  void aRowIsToldByItsHeadings() {
    Release release = ShippedRules.release("carrier");
    RuleSource source = release.source("Valuable goods travel with SF").orElseThrow();
    assertThat(source.file()).isEqualTo("preferences.csv");
    assertThat(source.row()).isEqualTo(14);
    assertThat(source.cells())
        .contains(
            new RuleSource.Cell("Goods amount from", "800"),
            new RuleSource.Cell("Carrier, reason, points", "SF,VALUABLE,50"));
    assertThat(release.source("No such rule")).isEmpty();
  }
}
