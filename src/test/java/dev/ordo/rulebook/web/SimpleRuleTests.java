package dev.ordo.rulebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.rules.Decision;
import dev.ordo.rules.Engine;
import dev.ordo.rules.Examples;
import dev.ordo.rules.Release;
import dev.ordo.rules.ShippedRules;
import dev.ordo.rules.Sources;
import dev.ordo.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is chosen from lists becomes a rule that compiles, fires and has its example. */
class SimpleRuleTests {
  private final List<Term> terms = Term.all(ShippedRules.release("carrier").set());

  @Test
  void aChosenRuleCompilesFiresAndHasItsExample() {
    SimpleRule rule =
        new SimpleRule(
            "Dear parcels to Guangdong go with SF",
            List.of(
                condition("ConsignmentFact", "province", "==", "44"),
                condition("ConsignmentFact", "goodsAmount", ">", "500"),
                condition("ConsignmentFact", "cod", "==", "false")),
            "PreferCarrier",
            List.of("SF", "DEAR", "20"));
    Release release = Engine.compile(with(rule));
    List<Object> facts = new ArrayList<>(Examples.of(release).getFirst().facts());
    facts.removeIf(fact -> !fact.getClass().getSimpleName().equals("ConsignmentFact"));
    rule.conditions().forEach(c -> facts.replaceAll(fact -> Fitting.made(fact, c)));

    Decision outcome = release.decide(0, Instant.EPOCH, facts);

    assertThat(outcome.firings()).anyMatch(firing -> firing.rule().equals(rule.sentence()));
    String example = ExampleText.of(rule.sentence(), facts, outcome);
    Sources kept =
        with(rule).with("examples/simple-1.yaml", example.getBytes(StandardCharsets.UTF_8));
    assertThat(Examples.of(Engine.compile(kept)))
        .filteredOn(e -> e.name().equals(rule.sentence()))
        .singleElement()
        .satisfies(e -> assertThat(Examples.faults(release, e)).isEmpty());
  }

  @Test
  void aVerdictMayTakeTheValueOfAFact() {
    SimpleRule rule =
        new SimpleRule(
            "No carrier that leaves late",
            List.of(condition("CarrierFact", "minutesToCutoff", ">=", "900")),
            "ExcludeCarrier",
            List.of("{CarrierFact.code}", "LATE"));

    assertThat(rule.drl(term("ExcludeCarrier")))
        .contains("$code : code", "new ExcludeCarrier( $code, \"LATE\" )");
    assertThat(Engine.compile(with(rule)).rules()).containsKey(rule.sentence());
  }

  @Test
  void whatIsMoreThanAValueIsRefused() {
    assertThatThrownBy(
            () ->
                new SimpleRule(
                    "x\" salience 10 when then System.exit(0); end rule \"y",
                    List.of(condition("ConsignmentFact", "province", "==", "44")),
                    "PreferCarrier",
                    List.of()))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> condition("ConsignmentFact", "weightG", ">", "1 || true").text())
        .isInstanceOf(Refusal.class);
  }

  private Sources with(SimpleRule rule) {
    Sources sources = ShippedRules.sources("carrier");
    String head =
        "package rules.carrier;\n\nimport %s.*;\n\n"
            .formatted(ShippedRules.release("carrier").set().facts());
    byte[] drl = (head + rule.drl(term(rule.verdict()))).getBytes(StandardCharsets.UTF_8);
    return sources.with("simple.drl", drl);
  }

  private SimpleRule.Condition condition(String fact, String field, String operator, String value) {
    Term.Field known =
        term(fact).fields().stream().filter(f -> f.name().equals(field)).findFirst().orElseThrow();
    return new SimpleRule.Condition(term(fact), known, operator, value);
  }

  private Term term(String name) {
    return terms.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }
}
