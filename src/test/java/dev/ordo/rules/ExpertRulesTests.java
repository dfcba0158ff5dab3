package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.audit.facts.Hold;
import dev.ordo.audit.facts.LineFact;
import dev.ordo.carrier.facts.ChooseCarrier;
import dev.ordo.carrier.facts.ConsignmentFact;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What experts may write beyond the vocabulary, and what patterns in rules mean. */
class ExpertRulesTests {
  private static final String AUDIT =
      """
      package rules.audit;
      import dev.ordo.audit.facts.*;
      rule "A" when
        %s
      then
        insert( new Hold( "X", Owner.CLERK ) );
      end
      """;

  @Test
  void sumUpFacts() {
    Release release =
        audit(
            "expert",
            "accumulate( LineFact( $q : qty ); $s : sum( $q ), $n : count( $q ); $s > 10, $n == 2"
                + " )");

    assertThat(holds(release, line("A", 5), line("B", 6))).hasSize(1);
    assertThat(holds(release, line("A", 5), line("B", 5))).isEmpty();
  }

  @Test
  void sumUpAmounts() {
    Release release =
        audit(
            "expert",
            "AuditOrder( $total : total )\n"
                + " accumulate( LineFact( $a : amount ); $s : sum( $a ); $s != $total )");

    assertThat(holds(release, RulesTests.order(), line("A", 1))).hasSize(1);
  }

  @Test
  void sayForAll() {
    Release release = audit("expert", "AuditOrder()\n forall( LineFact( qty > 1 ) )");

    assertThat(holds(release, RulesTests.order(), line("A", 2), line("B", 2))).hasSize(1);
    assertThat(holds(release, RulesTests.order(), line("A", 2), line("B", 1))).isEmpty();
  }

  @Test
  void lookIntoListsOfFacts() {
    String drl =
        """
        package rules.carrier;
        import dev.ordo.carrier.facts.*;
        rule "A" when
          $c : ConsignmentFact()
          String( this == "BATTERY" ) from $c.goods
        then
          insert( new ChooseCarrier( "SF", "X" ) );
        end
        """;
    Release release = compiled("carrier", "dev.ordo.carrier.facts", "expert", drl);

    assertThat(release.decide(1, Instant.EPOCH, List.of(consignment("BATTERY"))).verdicts())
        .containsExactly(new ChooseCarrier("SF", "X"));
    assertThat(release.decide(1, Instant.EPOCH, List.of(consignment("NORMAL"))).verdicts())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SKU-[0-9]+, SKU-12, true",
    "SKU-[0-9]+, xSKU-12, false",
    "(a|b)*c, ababc, true",
    "AB*, A, true",
    "AB?C, AC, true",
    "A{2}, AA, true",
    "A|B, B, true",
    "(?i)sku, SKU, true"
  })
  void authorsComparePatternsWithWholeTexts(String pattern, String sku, boolean fits) {
    Release release = audit("author", "LineFact( sku matches \"" + pattern + "\" )");
    Release others = audit("author", "LineFact( qty > 0, sku\n not matches \"" + pattern + "\" )");

    assertThat(holds(release, line(sku, 1))).hasSize(fits ? 1 : 0);
    assertThat(holds(others, line(sku, 1))).hasSize(fits ? 0 : 1);
  }

  @Test
  void linesOfErrorsStayWhereTheyAreBehindAPattern() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> audit("author", "LineFact( sku matches \"A\" )\n LineFact( gift > \"x\" )"))
        .hasMessageContaining("a.drl (line 5, A)");
  }

  private static List<Hold> holds(Release release, Object... facts) {
    return release.decide(1, Instant.EPOCH, List.of(facts)).all(Hold.class);
  }

  private static Release audit(String level, String conditions) {
    return compiled("audit", "dev.ordo.audit.facts", level, AUDIT.formatted(conditions));
  }

  private static Release compiled(String point, String facts, String level, String drl) {
    String set = "title: T\nowner: OPS_MANAGER\nfacts: %s\nlevel: %s\n".formatted(facts, level);
    return Engine.compile(
        new Sources(point, Map.of("rule-set.yaml", encoded(set), "a.drl", encoded(drl))));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static LineFact line(String sku, int qty) {
    return new LineFact(sku, qty, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN, false);
  }

  private static ConsignmentFact consignment(String goods) {
    return new ConsignmentFact(
        "W1", "33", 100, 100, true, List.of(goods), "", false, BigDecimal.TEN, 24, "TB1");
  }
}
