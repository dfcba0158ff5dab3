package dev.ordo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierPrice;
import dev.ordo.carrier.Carriers;
import dev.ordo.change.Change;
import dev.ordo.change.Changes;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks the life of a change of rules as its people do: author, approver, clerk, auditor. */
class RuleChangeBrowserTests extends BrowserTests {
  private static final String SENTENCE = "Parcels from a kilogram to Zhejiang go with YTO";
  private static final String EXAMPLE =
      """
        - name: a heavier parcel to Hangzhou
          given:
            - ConsignmentFact: {province: "33", weightG: 1400, goodsAmount: 105.50}
          fires: ["%s"]
          verdicts:
            - PreferCarrier: {carrier: YTO, code: HOME, points: 5}
      """
          .formatted(SENTENCE);

  private final Rules rules;
  private final Rulebook rulebook;
  private final Carriers carriers;
  private final Consignments consignments;
  private final Changes changes;
  private final WholeJourney journey;

  @Autowired
  RuleChangeBrowserTests(
      Rules rules,
      Rulebook rulebook,
      Carriers carriers,
      Consignments consignments,
      Changes changes,
      WholeJourney journey) {
    this.rules = rules;
    this.rulebook = rulebook;
    this.carriers = carriers;
    this.consignments = consignments;
    this.changes = changes;
    this.journey = journey;
  }

  @Test
  void aChangeLivesFromItsFirstEditToItsWayBack() {
    journey.handedOver(this, "before-", 1);
    anotherCarrierServes();
    String before = rules.active("carrier").hash();
    Page author = signedIn("rule_author", "en", 1440);
    open(author, "/rules/carrier");
    author.fill("input[name=title]", "Heavier parcels to Zhejiang");
    author.click("form[action$='/drafts'] button");
    readsWell(author);
    String draft = author.url();

    addRow(author, draft);
    writeExample(author, draft);
    check(author, draft);
    assertThat(author.locator("#gates form[action$='/approve']")).hasCount(0);
    backtest(author, draft);

    approveAndActivate(draft);
    assertThat(rules.active("carrier").hash()).isNotEqualTo(before);
    long order = journey.allocated(this, "after-", 1).getFirst();
    StoredDecision followed = newest();
    assertThat(followed.firingsJson()).contains(SENTENCE);
    assertThat(carrierOf(order)).isEqualTo("YTO");

    goBack(before);
    assertThat(rules.active("carrier").hash()).isEqualTo(before);
    recall(followed.release());
    assertThat(carrierOf(order)).isEqualTo("SF");
    replay(followed);
    changes.request(order, new Change.CancelOrder("walk", "end of the test"), "system");
  }

  /** Dearer than the usual one, so that only a rule lets it win. */
  private void anotherCarrierServes() {
    carriers.putCarriers(
        List.of(
            new Carrier(
                "YTO",
                "圆通",
                "YTO",
                "K1",
                "yto",
                LocalTime.of(23, 0),
                6000,
                30_000,
                true,
                Set.of(),
                true)));
    carriers.putPrices(
        List.of(
            new CarrierPrice(
                "YTO",
                CupAndJar.WAREHOUSE,
                "*",
                true,
                1000,
                new BigDecimal("90.00"),
                1000,
                new BigDecimal("2.00"),
                2)));
  }

  private String carrierOf(long order) {
    return consignments.ofOrder(order).stream()
        .filter(c -> c.status() == ConsignmentStatus.ALLOCATED)
        .map(Consignment::carrier)
        .findFirst()
        .orElseThrow();
  }

  /** What it would have done to the parcels of before. */
  private void backtest(Page author, String draft) {
    open(author, draft + "/backtest");
    author.click("form[action$='/backtest'] button.primary");
    author.waitForSelector("main .cards");
    readsWell(author);
    assertThat(author.locator("main")).containsText("Straight through");
    assertThat(author.locator("main")).containsText(SENTENCE);
    shoot(author, "rules-backtest-en");
  }

  /** The parcels that wait are chosen for again, once somebody has seen what changes. */
  private void recall(String release) {
    Page approver = signedIn("rule_approver", "en", 1440);
    open(approver, "/rules/carrier/recall?release=" + release);
    approver.click("form[action$='/recall'] button.primary");
    Locator approve = approver.locator("form[action$='/approve']");
    approve.waitFor();
    readsWell(approver);
    assertThat(approver.locator("main table").first()).containsText("YTO");
    shoot(approver, "rules-recall-en");
    approve.locator("input[name=why]").fill("Back to the usual carrier");
    approve.locator("button").click();
    approver.locator("main .badge-ok").first().waitFor();
    readsWell(approver);
    shoot(approver, "rules-recalled-en");
  }

  /** In the grid: a row behind the last one, typed cell by cell. */
  private void addRow(Page author, String draft) {
    open(author, draft + "?file=preferences.csv");
    author.waitForSelector("#editor[data-opened]");
    shoot(author, "rules-grid-en");
    author.evaluate(
        """
        sentence => document.getElementById('editor').grid.addRow(
          {c0: sentence, c1: '33', c2: '1000', c3: '', c4: '', c5: '', c6: 'YTO,HOME,5'})\
        """,
        SENTENCE);
    author.click("#save");
    author.waitForSelector("#state.badge-ok");
    shoot(author, "rules-grid-saved-en");
  }

  /** In the editor of text: what nobody can read is marked at its line, the rest is kept. */
  private void writeExample(Page author, String draft) {
    open(author, draft + "?file=examples/preferences.yaml");
    author.waitForSelector(".cm-content");
    author.evaluate(
        """
        text => { const view = document.getElementById('editor').view;
          view.dispatch({changes: {from: view.state.doc.length, insert: text}}); }\
        """,
        EXAMPLE);
    author.click("#save");
    author.waitForSelector("#state.badge-ok");
    readsWell(author);
    shoot(author, "rules-example-en");
  }

  private void check(Page author, String draft) {
    open(author, draft);
    author.click("#gates form[action$='/check'] button");
    author
        .locator("[data-gate=EXAMPLES] .badge-ok")
        .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    author
        .locator("#gates .badge-info")
        .first()
        .waitFor(
            new Locator.WaitForOptions()
                .setState(WaitForSelectorState.DETACHED)
                .setTimeout(60_000));
    readsWell(author);
    shoot(author, "rules-gates-en");
    open(author, draft + "/changes");
    author.waitForSelector(".cm-mergeView");
    assertThat(author.locator("main")).containsText(SENTENCE);
    shoot(author, "rules-changes-en");
  }

  private void approveAndActivate(String draft) {
    Page approver = signedIn("rule_approver", "en", 1440);
    open(approver, draft);
    assertThat(approver.locator("#save")).hasCount(0);
    approver.fill("form[action$='/approve'] input[name=why]", "Looked at the row and its example");
    approver.click("form[action$='/approve'] button");
    readsWell(approver);
    shoot(approver, "rules-approved-en");
    approver.fill("form[action$='/activate'] input[name=why]", "From today on");
    approver.click("form[action$='/activate'] button");
    approver.waitForURL("**/rules/carrier");
    readsWell(approver);
    shoot(approver, "rules-point-en");
  }

  private void goBack(String release) {
    Page approver = signedIn("rule_approver", "en", 1440);
    open(approver, "/rules/carrier");
    Locator form =
        approver.locator(
            "form[action$='/rollback']",
            new Page.LocatorOptions().setHas(approver.locator("input[value='" + release + "']")));
    form.locator("input[name=why]").fill("Too much for one carrier");
    form.locator("button").click();
    readsWell(approver);
  }

  /** The auditor asks the release that is no longer active, and may change nothing. */
  private void replay(StoredDecision decision) {
    Page auditor = signedIn("auditor", "en", 1440);
    open(auditor, "/decisions/" + Ids.text(decision.id()) + "?replay=true");
    assertThat(auditor.locator("main")).containsText(SENTENCE);
    assertThat(auditor.locator("main")).containsText("same answer");
    shoot(auditor, "rules-why-en");
    open(auditor, "/rules/carrier");
    assertThat(auditor.locator("main form")).hasCount(0);
  }

  private StoredDecision newest() {
    return rules.newest("carrier", Long.MAX_VALUE, 1).getFirst();
  }

  @ParameterizedTest
  @CsvSource({"en, line 1, Did you mean", "zh, 第 1, 是否想写"})
  void anErrorIsMarkedWhereItStands(String language, String place, String remedy) {
    journey.open(1);
    Draft draft = rulebook.start("carrier", "With a fault", "rule_author");
    Page author = signedIn("rule_author", language, 1440);
    open(author, "/rules/carrier/drafts/" + Ids.text(draft.id()) + "?file=carrier.drl");
    author.waitForSelector(".cm-content");
    author.evaluate(
        """
        () => { const view = document.getElementById('editor').view;
          const at = view.state.doc.toString().indexOf('reaches');
          view.dispatch({changes: {from: at, to: at + 7, insert: 'raeches'}}); }\
        """);

    author.waitForSelector("#faults li");
    assertThat(author.locator("#faults")).containsText("raeches");
    assertThat(author.locator("#faults")).containsText(place);
    assertThat(author.locator("#faults")).containsText(remedy);
    author.waitForSelector(".cm-lintRange-error, .cm-lint-marker-error");
    shoot(author, "rules-fault-" + language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyPageOfTheRulebookIsMeantForPeople(String language) {
    journey.handedOver(this, "pages-" + language + "-", 1);
    Draft draft = rulebook.start("carrier", "Pages " + language, "rule_author");
    String here = "/rules/carrier/drafts/" + Ids.text(draft.id());
    Page page = signedIn("admin", language, 1440);
    for (String path :
        new String[] {
          "/rules",
          "/rules/carrier",
          "/rules/audit",
          here,
          here + "/changes",
          here + "/simple",
          "/rules/carrier/vocabulary",
          "/decisions/" + Ids.text(newest().id()) + "/example"
        }) {
      open(page, path);
      shoot(
          page,
          "rulebook"
              + path.replace(Ids.text(draft.id()), "draft").replaceAll("[^a-z]+", "-")
              + "-"
              + language);
    }
  }

  @Test
  void aPolicyIsKeptAsItsBoxesSay() {
    journey.open(1);
    boolean before = rulebook.policy("picking").selfApproval();
    Page manager = signedIn("ops_manager", "en", 1440);
    open(manager, "/rules/picking/policy");
    manager.locator("input[name=selfApproval]").setChecked(false);
    manager.fill("input[name=watchMinutes]", "61");
    manager.click("form[action$='/policy'] button");
    readsWell(manager);

    assertThat(before).isFalse();
    assertThat(rulebook.policy("picking").selfApproval()).isFalse();
    assertThat(rulebook.policy("picking").watchMinutes()).isEqualTo(61);
  }

  @Test
  void aLargeTableOpensWithinASecond() {
    journey.open(1);
    Draft draft = rulebook.start("carrier", "Large", "rule_author");
    rulebook.save(
        draft.id(), draft.version(), "large.csv", LargeTable.csv(5000, 40), "rule_author");
    Page author = signedIn("rule_author", "en", 1440);
    author.navigate("/rules/carrier/drafts/" + Ids.text(draft.id()) + "?file=large.csv");
    author.waitForSelector("#editor[data-opened]");

    int opened = Integer.parseInt(author.getAttribute("#editor", "data-opened"));
    System.out.println("5,000 x 40 opened in " + opened + " ms");
    assertThat(opened).isLessThan(5_000);
    shoot(author, "rules-large-en");
  }
}
