package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.fulfilment.facts.PlanningOrder;
import dev.ordo.fulfilment.facts.ShipAlone;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTests {
  private static final String SET =
      "title: T\nowner: OPS_MANAGER\nfacts: dev.ordo.fulfilment.facts\n";
  private static final String IMPORTS =
      """
      package rules.planning;
      import dev.ordo.fulfilment.facts.PlanningOrder;
      import dev.ordo.fulfilment.facts.ShipAlone;
      """;
  private static final String HONEST =
      IMPORTS
          + """
          rule "A cash-on-delivery order ships alone"
          when
            PlanningOrder( cod == true, $order : orderId )
          then
            insert( new ShipAlone( $order, "COD" ) );
          end
          """;

  @Test
  void saysWhichRuleFiredAndWhatItSaid() {
    Release release = Engine.compile(sources(HONEST));
    Decision decision =
        release.decide(1, Instant.EPOCH, List.of(new PlanningOrder(7, "TB1", true, true)));
    assertThat(decision.firings())
        .containsExactly(
            new Firing("A cash-on-delivery order ships alone", new ShipAlone(7, "COD")));
  }

  @Test
  void sessionsDoNotRememberEarlierSubjects() {
    Release release = Engine.compile(sources(HONEST));
    List<PlanningOrder> cod = List.of(new PlanningOrder(7, "TB1", true, true));
    release.decide(1, Instant.EPOCH, cod);
    assertThat(
            release
                .decide(2, Instant.EPOCH, List.of(new PlanningOrder(8, "TB1", false, true)))
                .verdicts())
        .isEmpty();
  }

  @Test
  void namesFileAndPlaceOfAMisspeltField() {
    assertThatThrownBy(() -> Engine.compile(sources(HONEST.replace("cod == true", "codd == true"))))
        .isInstanceOf(RuleSetBroken.class)
        .hasMessageContaining("planning.drl")
        .hasMessageContaining("codd");
  }

  @Test
  void namesTheLineOfASyntaxError() {
    assertThatThrownBy(() -> Engine.compile(sources(HONEST.replace("then", "thn"))))
        .isInstanceOf(RuleSetBroken.class)
        .hasMessageContaining("line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(1);",
        "insert( new ShipAlone( $order, \"\" + Runtime.getRuntime() ) );",
        "insert( new ShipAlone( $order, \"A\" ) ); insert( new ShipAlone( $order, \"B\" ) );",
        "while (true) {}",
        "insert( new java.io.File( \"x\" ) );",
        "insert( new ShipAlone( $order, \"\\u0041\" ) );",
        "drools.halt();"
      })
  void refusesConsequencesThatDoMoreThanSaySomething(String consequence) {
    String drl = HONEST.replace("insert( new ShipAlone( $order, \"COD\" ) );", consequence);
    assertThatThrownBy(() -> Engine.compile(sources(drl))).isInstanceOf(RuleSetBroken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PlanningOrder( $order : orderId, eval( true ) )",
        "PlanningOrder( $order : orderId ) from new PlanningOrder( 1, \"\", true, true )",
        "PlanningOrder( $order : orderId, shop matches \"(?=a)\" )",
        "PlanningOrder( $order : orderId, shop.getClass() != null )"
      })
  void refusesConditionsThatLeaveTheVocabulary(String condition) {
    String drl = HONEST.replace("PlanningOrder( cod == true, $order : orderId )", condition);
    assertThatThrownBy(() -> Engine.compile(sources(drl))).isInstanceOf(RuleSetBroken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "global java.util.List list",
        "function void f() { }",
        "declare X a : int end",
        "import java.io.File;"
      })
  void refusesDeclarations(String declaration) {
    String drl = HONEST.replace("rule \"A", declaration + "\nrule \"A");
    assertThatThrownBy(() -> Engine.compile(sources(drl))).isInstanceOf(RuleSetBroken.class);
  }

  @Test
  void refusesAMisspeltTableHeader() {
    String table =
        """
        "RuleSet","rules.planning"
        "Import","dev.ordo.fulfilment.facts.PlanningOrder, dev.ordo.fulfilment.facts.ShipAlone"
        ,
        "RuleTable Ship alone",
        "XOND","ACTION"
        "$o : PlanningOrder",
        "shop == $param","insert( new ShipAlone( $o.orderId(), $param ) );"
        "Shop","Reason"
        "TB1","SHOP"
        """;
    Sources sources =
        new Sources("planning", Map.of("rule-set.yaml", encoded(SET), "t.csv", encoded(table)));
    assertThatThrownBy(() -> Engine.compile(sources))
        .isInstanceOf(RuleSetBroken.class)
        .hasMessageContaining("XOND")
        .hasMessageContaining("row 5, column A");
  }

  @Test
  void theSameSourcesHaveTheSameAddressAndOthersAnother() {
    assertThat(Engine.compile(sources(HONEST)).hash())
        .isEqualTo(Engine.compile(sources(HONEST)).hash())
        .isNotEqualTo(Engine.compile(sources(HONEST.replace("COD", "COD2"))).hash());
  }

  private static Sources sources(String drl) {
    return new Sources(
        "planning", Map.of("rule-set.yaml", encoded(SET), "planning.drl", encoded(drl)));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
