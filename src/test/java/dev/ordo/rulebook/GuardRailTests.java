package dev.ordo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import dev.ordo.audit.facts.AuditOrder;
import dev.ordo.desk.Task;
import dev.ordo.desk.Tasks;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Subject;
import dev.ordo.rules.Tally;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A release that leaves its limits goes by itself. */
class GuardRailTests {
  private static final String RULE =
      """
      package rules.audit;
      import dev.ordo.audit.facts.AuditOrder;
      import dev.ordo.audit.facts.Hold;
      import dev.ordo.audit.facts.Owner;
      rule "Orders of the new shop wait"
      when
        AuditOrder( shop == "NEW" )
      then
        insert( new Hold( "NEW_SHOP", Owner.CLERK ) );
      end
      """;
  private static final String EXAMPLE =
      """
      base:
        AuditOrder: {platform: TAOBAO, deliveryMethod: counter, goodsAmount: 9, discount: 0, freight: 0, total: 9, paid: 9, itemCount: 1}
      examples:
        - name: an order of the new shop
          given:
            - AuditOrder: {shop: NEW}
          fires: [Orders of the new shop wait]
          verdicts:
            - Hold: {code: NEW_SHOP, owner: CLERK}
      """;

  @TempDir Path directory;
  private final List<RulebookNode> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(RulebookNode::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void bringsTheReleaseBeforeBackAndNamesTheOrders(String database) {
    DataSource source = database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    RulebookNode one = node(source, 1);
    RulebookNode two = node(source, 2);
    String before = one.rules().active("audit").hash();
    limit(one, "30", 40);
    Draft draft = activate(one);
    two.follow();

    decide(one, 25, 1000);
    decide(two, 14, 2000);
    one.bean(GuardRail.class).watch();
    two.bean(GuardRail.class).watch();
    assertThat(one.rules().active("audit").hash()).isEqualTo(draft.hash());

    decide(two, 1, 3000);
    two.bean(GuardRail.class).watch();
    one.bean(GuardRail.class).watch();
    one.follow();

    assertThat(List.of(one, two))
        .allMatch(node -> node.rules().active("audit").hash().equals(before));
    assertThat(one.book().draft(draft.id()).status()).isEqualTo(Status.ROLLED_BACK);
    assertThat(tasks(one)).hasSize(1);
    assertThat(tasks(one).getFirst().args())
        .contains("audit", "hold rate 100.0 % above 30 %", "40")
        .last()
        .asString()
        .contains(dev.ordo.shared.Ids.text(3000));
  }

  @Test
  void passesOverReleasesThatWereTakenBackOrWithdrawn() {
    RulebookNode one = node(TestDatabases.h2(), 1);
    limit(one, "30", 20);
    String first = one.rules().active("audit").hash();
    String takenBack = activate(one, "a").hash();
    one.book().rollback("audit", first, "boss", "too many waited");
    String withdrawn = activate(one, "b").hash();
    Draft bad = activate(one, "c");
    one.rules().quarantine("audit", withdrawn, "it ran away on another node");

    decide(one, 20, 1000);
    one.bean(GuardRail.class).watch();

    assertThat(one.rules().active("audit").hash())
        .isEqualTo(first)
        .isNotIn(takenBack, withdrawn, bad.hash());
  }

  @Test
  void saysSoWhenNoHealthyReleaseIsLeft() {
    RulebookNode one = node(TestDatabases.h2(), 1);
    limit(one, "30", 20);
    one.rules().quarantine("audit", one.rules().active("audit").hash(), "it ran away");
    Draft only = activate(one);

    decide(one, 20, 1000);
    one.bean(GuardRail.class).watch();
    decide(one, 20, 2000);
    one.bean(GuardRail.class).watch();

    assertThat(one.rules().active("audit").hash()).isEqualTo(only.hash());
    assertThat(tasks(one))
        .singleElement()
        .extracting(Task::titleKey)
        .isEqualTo("rulebook.task.stays");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aBadShareLosesItsShareAndLeavesTheActiveReleaseAlone(String database) {
    DataSource source = database.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    RulebookNode one = node(source, 1);
    limit(one, "30", 20);
    String fine = activate(one, "a", "OTHER").hash();
    Draft candidate = checked(one, "b", "NEW");
    Trials trials = one.bean(Trials.class);
    long trial = trials.start(one.rules().release("audit", candidate.hash()), 10, "author");
    trials.share(trial, new Share(new BigDecimal("100"), Set.of()));
    assertThat(one.book().draft(candidate.id()).status()).isEqualTo(Status.SHADOW);

    decide(one, 20, 1000);
    one.bean(GuardRail.class).watch();
    trials.follow();

    assertThat(trials.trial(trial).why()).isEqualTo("hold rate 100.0 % above 30 %");
    assertThat(one.rules().active("audit").hash()).isEqualTo(fine);
    assertThat(tasks(one)).isEmpty();
    assertThat(tasks(one, "RULES_SHARE_ENDED").getFirst().args())
        .last()
        .asString()
        .contains(dev.ordo.shared.Ids.text(1000));
    assertThat(one.book().draft(candidate.id()).status()).isEqualTo(Status.BACKTESTED);
    decide(one, 20, 3000);
    one.bean(GuardRail.class).watch();
    assertThat(one.rules().active("audit").hash()).isEqualTo(fine);
  }

  @Test
  void leavesAReleaseThatKeepsItsLimits() {
    RulebookNode one = node(TestDatabases.h2(), 1);
    limit(one, "100", 20);
    Draft draft = activate(one);

    decide(one, 30, 1000);
    one.bean(GuardRail.class).watch();

    assertThat(one.rules().active("audit").hash()).isEqualTo(draft.hash());
    Standings standings = one.bean(Standings.class);
    assertThat(standings.of(one.rules().point("audit")))
        .returns(new Tally(0, 30, 0), Standing::decided)
        .returns(true, Standing::holds);
    assertThat(standings.of(one.rules().point("carrier")).holds()).isFalse();
  }

  @Test
  void everyLimitIsJudgedOnceEnoughWasDecided() {
    GatePolicy policy =
        new GatePolicy(
            "audit",
            true,
            true,
            false,
            Set.of(),
            new BigDecimal("95"),
            new BigDecimal("4"),
            new BigDecimal("2"),
            100,
            60,
            new BigDecimal("100"),
            200,
            new BigDecimal("100"));

    assertThat(GuardRail.left(policy, new Tally(0, 99, 0))).isEmpty();
    assertThat(GuardRail.left(policy, new Tally(95, 4, 1))).isEmpty();
    assertThat(GuardRail.left(policy, new Tally(97, 0, 3)).orElseThrow())
        .isEqualTo("error rate 3.0 % above 2 %");
    assertThat(GuardRail.left(policy, new Tally(95, 5, 0)).orElseThrow())
        .isEqualTo("hold rate 5.0 % above 4 %");
    assertThat(GuardRail.left(policy, new Tally(94, 4, 2)).orElseThrow())
        .isEqualTo("straight-through rate 94.0 % below 95 %");
  }

  private RulebookNode node(DataSource source, int number) {
    RulebookNode node = RulebookNode.start(directory, source, "ordo.node.number=" + number);
    nodes.add(node);
    return node;
  }

  private static void limit(RulebookNode node, String mostHolds, int leastDecisions) {
    GatePolicy p = node.book().policy("audit");
    node.book()
        .policy(
            new GatePolicy(
                "audit",
                p.auto(),
                false,
                false,
                p.gates(),
                p.leastStraightThrough(),
                new BigDecimal(mostHolds),
                p.mostErrors(),
                leastDecisions,
                60,
                p.mostChanged(),
                p.leastShadowed(),
                p.mostDifferent()),
            "boss");
  }

  private static Draft activate(RulebookNode node) {
    return activate(node, "one");
  }

  private static Draft activate(RulebookNode node, String name) {
    return activate(node, name, "NEW");
  }

  private static Draft activate(RulebookNode node, String name, String shop) {
    Draft draft = checked(node, name, shop);
    node.book().activate("audit", draft.hash(), "author", "agreed", Optional.empty());
    return draft;
  }

  private static Draft checked(RulebookNode node, String name, String shop) {
    Draft draft = node.book().start("audit", "the new shop waits", "author");
    String rule =
        RULE.replace("new shop wait", "new shop wait " + name)
            .replace("\"NEW\"", "\"" + shop + "\"");
    String example =
        EXAMPLE
            .replace("new shop wait", "new shop wait " + name)
            .replace("shop: NEW", "shop: " + shop);
    draft = save(node, draft, "new-shop.drl", rule);
    draft = save(node, draft, "examples/new-shop.yaml", example);
    node.check(draft);
    return draft;
  }

  private static Draft save(RulebookNode node, Draft draft, String file, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return node.book().save(draft.id(), draft.version(), file, content, "author");
  }

  private static void decide(RulebookNode node, int count, long firstId) {
    for (int i = 0; i < count; i++) {
      Decision decision =
          node.rules()
              .decide("audit", Instant.EPOCH, List.of(order()), new Routing("NEW", firstId + i));
      node.rules()
          .record(List.of(new Recorded(decision, List.of(new Subject("ORDER", firstId + i)))));
    }
  }

  private static List<Task> tasks(RulebookNode node) {
    return tasks(node, "RULES_TAKEN_BACK");
  }

  private static List<Task> tasks(RulebookNode node, String kind) {
    List<Long> ids =
        node.bean(JdbcTemplate.class)
            .queryForList("SELECT id FROM task WHERE kind = ? ORDER BY id", Long.class, kind);
    return ids.stream().flatMap(id -> node.bean(Tasks.class).find(id).stream()).toList();
  }

  private static AuditOrder order() {
    BigDecimal amount = new BigDecimal("120.00");
    return new AuditOrder(
        "NEW",
        "TAOBAO",
        "express",
        false,
        false,
        amount,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        amount,
        amount,
        2);
  }
}
