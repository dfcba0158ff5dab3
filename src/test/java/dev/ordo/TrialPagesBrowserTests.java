package dev.ordo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.ordo.rulebook.Backtests;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.Redecisions;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rulebook.Span;
import dev.ordo.rulebook.Trials;
import dev.ordo.rules.Engine;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Ids;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Back-test, shadow and recall as people see them. */
class TrialPagesBrowserTests extends BrowserTests {
  private final Rulebook rulebook;
  private final Rules rules;
  private final Backtests backtests;
  private final Trials trials;
  private final Redecisions redecisions;

  @Autowired
  TrialPagesBrowserTests(
      Rulebook rulebook, Rules rules, Backtests backtests, Trials trials, Redecisions redecisions) {
    this.rulebook = rulebook;
    this.rules = rules;
    this.backtests = backtests;
    this.trials = trials;
    this.redecisions = redecisions;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void aCandidateIsLookedAtBeforeAndBesideTheActiveRelease(String language) {
    Draft draft = draft(language);
    Release candidate = Engine.compile(draft.sources());
    backtests.run(candidate, Span.newest(1_000), "author", share -> {});
    long trial = trials.start(candidate, 10, "author");
    redecisions.start("audit", rules.active("audit").hash(), "", "approver");
    Page page = signedIn("admin", language, 1440);

    for (String path :
        new String[] {
          "/rules/audit/drafts/" + Ids.text(draft.id()) + "/backtest",
          "/rules/audit/shadow",
          "/rules/audit/recall",
          "/rules/audit/recall?release=" + rules.active("audit").hash(),
          "/rules/alert/recall"
        }) {
      open(page, path);
      shoot(page, "trial" + path.replaceAll("[^a-z]+", "-").substring(0, 12) + language);
      assertThat(page.locator("main h1")).hasCount(1);
    }
    trials.stop(trial, "enough");
  }

  private Draft draft(String language) {
    Draft draft = rulebook.start("audit", "Longer addresses " + language, "author");
    String text =
        draft.sources().text("address.drl").replace("detailLength < 4", "detailLength < 9");
    return rulebook.save(
        draft.id(),
        draft.version(),
        "address.drl",
        (text + "\n// " + language + "\n").getBytes(StandardCharsets.UTF_8),
        "author");
  }
}
