package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

class GuardTests {
  private static final Vocabulary VOCABULARY = Vocabulary.of("dev.ordo.audit.facts");
  private static final String HEADER = "package rules.audit;\nimport dev.ordo.audit.facts.*;\n";
  private static final String HONEST =
      HEADER
          + """
          // a comment
          rule "Too short"
          when
            AddressFact( detailLength >= 0, detailLength < 4, phone in ( PhoneStatus.VALID ) )
            $line : LineFact( amount > 10.5B && sku != "A" )
            not ( ClearedHold( code == "X" ) or ClearedHold( code == 'Y' ) )
          then
            insert( new Hold( "X", Owner.CLERK, $line.sku() + " at " + $line.pricePercent() ) );
          end
          """;

  @Test
  void letsHonestRulesThroughAndKnowsWhereTheyStand() {
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    Guard guard = new Guard("audit", VOCABULARY, RuleSet.Level.AUTHOR, faults);
    guard.check("a.drl", HONEST);

    assertThat(faults).isEmpty();
    assertThat(guard.rules())
        .containsExactly(
            new Guard.Rule(
                "Too short",
                "a.drl",
                4,
                11,
                List.of("AddressFact", "LineFact", "ClearedHold", "ClearedHold")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eval( true )",
        "AddressFact() from new AddressFact()",
        "accumulate( LineFact( $q : qty ); $s : sum( $q ) )",
        "forall( LineFact( qty > 1 ) )",
        "Hold( code == \"X\" )",
        "AddressFact( getClass() != null )",
        "AddressFact( this.class != null )",
        "AddressFact( java.lang.System.exit(1) == null )",
        "AddressFact( System.getenv() != null )",
        "AddressFact( Runtime.getRuntime() != null )",
        "LineFact( sku matches \"(a\" )",
        "LineFact( sku matches \"(a)\\1\" )",
        "LineFact( sku.replaceAll( \"a\", \"b\" ) == \"\" )",
        "LineFact( new java.io.File( \"x\" ) != null )",
        "LineFact( sku == \"\\u0022\" )",
        "LineFact( sku str[startsWith] \"A\" )",
        "LineFact( qty > 1 ) over window:length( 3 )",
        "Object()",
        "$x : Thread()",
        "LineFact( (new int[999999999]) != null )",
        "LineFact( qty > 1; )",
        "LineFact( sku == `x` )",
        "then insert( new Hold( \"X\", Owner.CLERK ) ); end rule \"B\" salience 10 when"
      })
  void refusesConditionsOutsideTheVocabulary(String condition) {
    assertRefused(
        HEADER
            + "rule \"A\" when\n"
            + condition
            + "\nthen\n insert( new Hold( \"X\", Owner.CLERK ) );\nend\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit( 1 );",
        "insert( new Hold( \"X\", Owner.CLERK ) ); insert( new Hold( \"Y\", Owner.CLERK ) );",
        "insert( new ClearedHold( \"X\" ) );",
        "insert( new Hold( \"X\", Owner.valueOf( System.getenv( \"P\" ) ) ) );",
        "for (;;) {}",
        "while ( true ) ;",
        "insert( new Hold( \"X\" + new String( \"y\" ), Owner.CLERK ) );",
        "insert( new Hold( ((Runnable) () -> {}).toString(), Owner.CLERK ) );",
        "insert( new Hold( Hold.class.getName(), Owner.CLERK ) );",
        "insert( new Hold( \"X\".getClass().getName(), Owner.CLERK ) );",
        "insert( new Hold( \"X\".repeat( 999999999 ), Owner.CLERK ) );",
        "modify( $a ) { }",
        "update( $a );",
        "drools.getWorkingMemory();",
        "kcontext.getKieRuntime();",
        "insertLogical( new Hold( \"X\", Owner.CLERK ) );",
        "/* */ insert( new Hold( \"X\", Owner.CLERK ) ); /* */ System.exit( 1 );",
        ""
      })
  void refusesConsequencesThatDoMoreThanOneVerdict(String consequence) {
    assertRefused(HEADER + "rule \"A\" when AuditOrder() then\n" + consequence + "\nend\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.io.File;",
        "import static java.lang.System.exit;",
        "import function java.lang.System.exit;",
        "import dev.ordo.rules.Rules;",
        "global java.util.List list;",
        "function void f() { System.exit( 1 ); }",
        "declare Evil x : int end",
        "query \"q\" AuditOrder() end",
        "dialect \"mvel\"",
        "unit dev.ordo.Evil;",
        "rule \"A\" extends \"B\" when then end",
        "rule \"A\" no-loop true when AuditOrder() then insert( new Hold( \"X\", Owner.CLERK ) );"
            + " end",
        "rule \"A\" @Foo( 1 ) when AuditOrder() then insert( new Hold( \"X\", Owner.CLERK ) ); end",
        "rule \"A\" timer( int: 1s ) when AuditOrder() then insert( new Hold( \"X\", Owner.CLERK )"
            + " ); end"
      })
  void refusesEverythingThatIsNotARule(String text) {
    assertRefused(HEADER + text + "\n");
  }

  @Test
  void compiledRulesReachNoOtherClasses() throws ClassNotFoundException {
    ClassLoader loader = new AllowedClasses(VOCABULARY);

    assertThat(loader.loadClass("dev.ordo.audit.facts.Hold")).isNotNull();
    for (String name :
        List.of("java.lang.System", "java.lang.Runtime", "java.io.File", "dev.ordo.rules.Rules")) {
      assertThatThrownBy(() -> loader.loadClass(name)).hasMessageContaining(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.getenv( \"PATH\" )",
        "\"\" + Runtime.getRuntime()",
        "\"\" + new java.io.File( \"x\" )",
        "\"\" + new ProcessBuilder( \"id\" )",
        "\"\" + Thread.currentThread()",
        "\"\".getClass().getName()",
        "String.class.getName()",
        "\"\" + ClassLoader.getSystemClassLoader()",
        "\"\" + java.nio.file.Path.of( \"x\" )",
        "\"\" + java.net.URI.create( \"x\" )",
        "\"\" + java.util.regex.Pattern.compile( \"x\" )",
        "\"\" + new java.util.ArrayList()",
        "\"\" + dev.ordo.shared.Ids.text( 1 )",
        "\"\" + org.kie.api.KieServices.get()"
      })
  void evenUnguardedRulesReachNoOtherClasses(String argument) {
    List<String> errors = new ArrayList<>();
    KieContainer container = unguarded(argument, errors);
    assertThat(errors).isEmpty();
    KieSession session = container.newKieSession();
    session.insert("x");

    assertThatThrownBy(session::fireAllRules).hasRootCauseInstanceOf(ClassNotFoundException.class);
    session.dispose();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\" + java.lang.invoke.MethodHandles.lookup()",
        "\"\" + java.lang.invoke.MethodType.fromMethodDescriptorString(\"()Ljava/lang/Runtime;\","
            + " null)"
      })
  void evenUnguardedRulesCannotReachAroundTheClassLoader(String argument) {
    List<String> errors = new ArrayList<>();

    assertThat(unguarded(argument, errors)).isNull();
    assertThat(errors).asString().contains("Rules may not use the class (java/lang/invoke/");
  }

  private static KieContainer unguarded(String argument, List<String> errors) {
    String drl =
        HEADER
            + "rule \"A\" when String() then insert( new Hold( %s, Owner.CLERK ) ); end\n"
                .formatted(argument);
    return Engine.container("audit", new AllowedClasses(VOCABULARY), Map.of("a.drl", drl), errors);
  }

  private static void assertRefused(String text) {
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    new Guard("audit", VOCABULARY, RuleSet.Level.AUTHOR, faults).check("a.drl", text);
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().place()).startsWith("line ");
  }
}
