package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import dev.ordo.rulebook.Recall;
import dev.ordo.rulebook.Redecision;
import dev.ordo.rulebook.Redecisions;
import dev.ordo.rules.Engine;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a release decided about unshipped orders is shown, approved and decided again. */
abstract class RecallTests extends ChangingOrders {
  private static final String RULE = "A mug is dear";

  @Autowired Rules rules;
  @Autowired Redecisions redecisions;

  private final Map<String, String> activeBefore = new TreeMap<>();
  private String before = "";

  @BeforeEach
  void remember() {
    before = rules.active("audit").hash();
    List.of("audit", "planning", "sourcing")
        .forEach(point -> activeBefore.put(point, rules.active(point).hash()));
  }

  @AfterEach
  void goBack() {
    activeBefore.forEach(
        (point, hash) -> {
          if (!rules.active(point).hash().equals(hash)) {
            rules.activate(point, hash, "test", "back");
          }
        });
  }

  @Test
  void anOrderOnItsWayGoesBackToReviewAndAHeldOneIsLetGo() {
    long planned = arrive(company.order("TB1", "recall-planned").line("MUG", 1, "30.00"));
    allocated(planned);
    Release dear = dear();
    rules.store(dear, "author");
    rules.activate("audit", dear.hash(), "approver", "dear mugs");
    Recall first = looked(redecisions.start("audit", before, "", "approver"));
    Redecision seen =
        redecisions.differing(first.id(), Long.MAX_VALUE, 1_000).stream()
            .filter(r -> r.subject() == planned)
            .findFirst()
            .orElseThrow();
    assertThat(seen.before()).startsWith("PASS");
    assertThat(seen.after()).isEqualTo("HOLD MUG_DEAR");
    assertThat(order(planned).status()).isEqualTo(OrderStatus.PLANNED);

    applied(first);
    stages.runDue();

    assertThat(order(planned).status()).isEqualTo(OrderStatus.RECEIVED);
    assertThat(order(planned).holds()).anyMatch(h -> h.isOpen() && h.reason().equals("MUG_DEAR"));
    assertThatThrownBy(() -> redecisions.approve(first.id(), "approver", "twice"))
        .isInstanceOf(Refusal.class);

    rules.activate("audit", before, "approver", "back");
    Recall second = looked(redecisions.start("audit", dear.hash(), RULE, "approver"));
    assertThat(second.differing()).isPositive();
    applied(second);
    stages.runDue();

    assertThat(order(planned).status()).isNotEqualTo(OrderStatus.RECEIVED);
    cancel(planned);
  }

  @Test
  void whatIsOnTheFloorMeanwhileIsLeftAlone() {
    long waved = arrive(company.order("TB1", "recall-waved").line("CUP", 1, "30.00"));
    waved(waved);
    Release dear = dear();
    rules.store(dear, "author");
    rules.activate("audit", dear.hash(), "approver", "dear mugs");
    Recall recall = looked(redecisions.start("audit", before, "", "approver"));

    applied(recall);

    assertThat(order(waved).status()).isEqualTo(OrderStatus.PLANNED);
    assertThat(current(waved).status()).isEqualTo(ConsignmentStatus.WAVED);
    assertThat(redecisions.differing(recall.id(), Long.MAX_VALUE, 1_000))
        .filteredOn(r -> r.subject() == waved)
        .extracting(Redecision::state)
        .containsExactly("GONE");
    rules.activate("audit", before, "approver", "back");
    cancel(waved);
  }

  @Test
  void aCarrierIsChosenAgainForWhatHasNoWaybill() {
    long id = arrive(company.order("TB1", "recall-carrier").line("MUG", 1, "30.00"));
    long consignment = allocated(id).id();
    Recall recall =
        looked(redecisions.start("carrier", rules.active("carrier").hash(), "", "approver"));

    assertThat(recall.found()).isPositive();
    assertThat(recall.differing()).isZero();
    assertThat(consignments.find(consignment).orElseThrow().status())
        .isEqualTo(ConsignmentStatus.ALLOCATED);
    cancel(id);
  }

  @Test
  void aPlannedOrderIsPlannedAnewAndKeepsItsUnits() {
    long id = arrive(company.order("TB1", "recall-plan").line("MUG", 1, "31.00"));
    Consignment first = allocated(id);
    int free = available("MUG");
    String old = rules.active("planning").hash();
    become(
        "planning",
        "when PlanningLine( sku == \"MUG\", $line : lineId )\n"
            + "then insert( new SplitOff( $line, \"MUG\" ) );");
    Recall recall = looked(redecisions.start("planning", old, "", "approver"));
    Redecision seen = seen(recall, id);
    assertThat(seen.before()).doesNotContain("APART=MUG");
    assertThat(seen.after()).contains("APART=MUG");
    assertThat(status(first)).isEqualTo(ConsignmentStatus.ALLOCATED);

    applied(recall);
    stages.runDue();

    assertThat(seen(recall, id).state()).isEqualTo("APPLIED");
    assertThat(status(first)).isEqualTo(ConsignmentStatus.WITHDRAWN);
    assertThat(current(id).id()).isNotEqualTo(first.id());
    assertThat(order(id).status()).isEqualTo(OrderStatus.PLANNED);
    assertThat(available("MUG")).isEqualTo(free);
    assertThat(redecisions.recall(looked(again("planning", old)).id()).differing()).isZero();
    cancel(id);
  }

  @Test
  void anotherWarehouseTakesOverAndTheUnitsLockedMoveWithIt() {
    long id = arrive(company.order("TB1", "recall-source").line("MUG", 1, "32.00"));
    assertThat(allocated(id).warehouse()).isEqualTo("WH1");
    company.stock("WH2", "MUG", 5);
    int free = available("MUG");
    String old = rules.active("sourcing").hash();
    become(
        "sourcing",
        "when WarehouseOption( code == \"%s\", $there : code )\n".formatted("WH2")
            + "then insert( new Prefer( $there, 1000, \"THERE\" ) );");
    Recall recall = looked(redecisions.start("sourcing", old, "", "approver"));
    assertThat(seen(recall, id).after()).startsWith("WH2");

    applied(recall);
    stages.runDue();

    assertThat(order(id).lines()).extracting(OrderLine::warehouse).containsOnly("WH2");
    assertThat(available("MUG")).isEqualTo(free);
    cancel(id);
  }

  private long again(String point, String release) {
    return redecisions.start(point, release, "", "approver");
  }

  private Redecision seen(Recall recall, long subject) {
    return redecisions.differing(recall.id(), Long.MAX_VALUE, 1_000).stream()
        .filter(r -> r.subject() == subject)
        .findFirst()
        .orElseThrow();
  }

  /** Lets the active rules and one more of these lines decide. */
  private void become(String point, String lines) {
    String text =
        "package rules.%s;%nimport dev.ordo.fulfilment.facts.*;%nrule \"One more\"%n%s%nend%n"
            .formatted(point, lines);
    Release release = with(point, text);
    rules.store(release, "author");
    rules.activate(point, release.hash(), "approver", "one more");
  }

  @Test
  void aPointThatDecidesAnewByItselfSaysSo() {
    assertThat(redecisions.owner("alert")).isEmpty();
    assertThatThrownBy(
            () -> redecisions.start("alert", rules.active("alert").hash(), "", "approver"))
        .isInstanceOf(Refusal.class);
  }

  private Recall looked(long id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> redecisions.recall(id).state() == Recall.State.READY);
    return redecisions.recall(id);
  }

  private void applied(Recall recall) {
    redecisions.approve(recall.id(), "approver", "as previewed");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> redecisions.recall(recall.id()).state() == Recall.State.DONE);
  }

  /** The active rules and one that holds every order with goods for 30.00. */
  private Release dear() {
    String rule =
        """
        package rules.audit;

        import dev.ordo.audit.facts.*;

        rule "%s"
        when
          AuditOrder( goodsAmount == 30.00B )
          not ClearedHold( code == "MUG_DEAR" )
        then
          insert( new Hold( "MUG_DEAR", Owner.CLERK ) );
        end
        """
            .formatted(RULE);
    return with("audit", rule);
  }

  private Release with(String point, String rule) {
    Map<String, String> files = new TreeMap<>(rules.active(point).sources().files());
    files.put(
        "more.drl", Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8)));
    return Engine.compile(new Sources(point, files));
  }
}
