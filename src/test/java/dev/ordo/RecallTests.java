package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ordo.fulfilment.ConsignmentStatus;
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

  private String before = "";

  @BeforeEach
  void remember() {
    before = rules.active("audit").hash();
  }

  @AfterEach
  void goBack() {
    if (!rules.active("audit").hash().equals(before)) {
      rules.activate("audit", before, "test", "back");
    }
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
    Sources active = rules.active("audit").sources();
    Map<String, String> files = new TreeMap<>(active.files());
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
    files.put(
        "dear.drl", Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8)));
    return Engine.compile(new Sources("audit", files));
  }
}
