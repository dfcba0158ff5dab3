package dev.ordo.wave;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.ordo.BrowserTests;
import dev.ordo.shared.Ids;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A picker with a scanner in one hand: wrong scans, a stop for later, a slip, a dead spot. */
class PdaBrowserTests extends BrowserTests {
  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired Ids ids;

  @AfterEach
  void clearOut() {
    floor().clear();
  }

  private TestFloor floor() {
    return new TestFloor(
        jdbc, ids, (path, body) -> send(api(path).PUT(HttpRequest.BodyPublishers.ofString(body))));
  }

  @Test
  void aDeadSpotLosesNoPickAndDoublesNone() {
    List<Pick> picks = planned();
    int all = picks.stream().mapToInt(Pick::qty).sum();
    try (Page page = pda()) {
      wrongLocationIsSaidAtOnce(page);
      page.getByText("Later").click();
      assertThat(place(page)).hasText(stop(picks, 2));
      take(page);
      page.getByText("Undo").click();
      assertThat(place(page)).hasText(stop(picks, 2));
      shoot(page, "pda-undone");
      String taken = stop(picks, 2);
      take(page);

      page.context().setOffline(true);
      take(page);
      assertThat(page.locator("#pda-offline")).containsText("Kept on this device: 1");
      take(page);
      assertThat(page.locator("#pda-offline")).containsText("Kept on this device: 2");
      shoot(page, "pda-offline");
      page.reload();
      assertThat(page.locator("#pda-offline")).containsText("Kept on this device: 2");
      assertThat(place(page)).not().hasText(taken);
      take(page);
      while (page.locator("#pda-stop").isVisible()) {
        take(page);
      }
      assertThat(page.locator("#pda-sent-later")).isVisible();
      // the browser may have let one through as the network went and never heard the answer: it is
      // told again
      assertThat(units()).isLessThan(all);

      page.context().setOffline(false);
      assertThat(page.getByText("Trip done")).isVisible();
    }
    assertThat(units()).isEqualTo(all);
  }

  @Test
  void anEmptySlotIsReportedWithoutAnArticleAndAFullHandIsNotShort() {
    List<Pick> picks = planned();
    try (Page page = pda()) {
      page.locator("#pick input[name=location]").fill(stop(picks, 1));
      page.locator("#pick input[name=qty]").fill("");
      page.getByText("Slot is short").click();
      assertThat(page.locator(".scan-says")).containsText("is not right");
      page.locator("#pick input[name=qty]").fill("0");
      page.getByText("Slot is short").click();
      assertThat(page.locator("#pda")).containsText("Reported short: " + stop(picks, 1));
      assertThat(place(page)).not().hasText(stop(picks, 1));

      page.locator("#pick input[name=location]").fill(place(page).innerText());
      page.getByText("Rest is damaged").click();
      assertThat(page.locator(".scan-says")).containsText("are in your hand?");
      shoot(page, "pda-full-hand");
    }
    assertThat(units()).isZero();
  }

  @Test
  void aReportTheServerCannotTakeHoldsUpNobodyAndIsNotLost() {
    List<Pick> picks = planned();
    try (Page page = pda()) {
      page.evaluate("() => document.getElementById('pick').action += '/nowhere'");
      take(page);
      assertThat(page.locator("#pda-aside"))
          .containsText(
              "1 reports", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
      shoot(page, "pda-aside");
      page.evaluate(
          "() => localStorage.setItem('ordo.pda.aside',"
              + " localStorage.getItem('ordo.pda.aside').replace('/nowhere', ''))");
      page.getByText("Send again").click();
      assertThat(page.locator("#pda")).containsText("Right: " + stop(picks, 1));
      assertThat(page.locator("#pda-aside")).isHidden();
    }
    assertThat(units()).isPositive();
  }

  private void wrongLocationIsSaidAtOnce(Page page) {
    page.locator("input[name=location]").first().fill("NOWHERE");
    page.keyboard().press("Enter");
    assertThat(page.locator(".scan-says")).containsText("WRONG LOCATION NOWHERE");
  }

  /** As a scanner does: the slot, Enter, the article, Enter. */
  private void take(Page page) {
    String place = place(page).innerText();
    String article = page.locator("[data-field=sku]").innerText();
    page.locator("#pick input[name=location]").fill(place);
    page.keyboard().press("Enter");
    page.locator("#pick input[name=item]").fill(article);
    page.keyboard().press("Enter");
    assertThat(
            page.locator("#pda-stop [data-field=location]:visible")
                .filter(
                    new Locator.FilterOptions()
                        .setHasText(java.util.regex.Pattern.compile("^" + place + "$"))))
        .hasCount(0);
  }

  private static Locator place(Page page) {
    return page.locator("#pda-stop [data-field=location]");
  }

  private Page pda() {
    Page page = signedIn("admin", "en", 390);
    open(page, "/pda/pick?warehouse=WAVE1&picker=P1");
    page.evaluate("() => navigator.serviceWorker.ready");
    page.reload();
    return page;
  }

  private List<Pick> planned() {
    TestFloor floor = floor();
    floor.setUp();
    floor.allocated(1);
    floor.allocated(2);
    floor.allocated(4);
    long wave = waves.formNow(TestFloor.WAREHOUSE).orElseThrow();
    waves.plan(List.of(wave));
    return waves.picks(wave);
  }

  private static String stop(List<Pick> picks, int sequence) {
    return picks.stream()
        .filter(p -> p.sequence() == sequence)
        .findFirst()
        .orElseThrow()
        .location();
  }

  private int units() {
    Integer units =
        jdbc.queryForObject(
            "SELECT sum(p.picked) FROM wave_pick p JOIN wave_trip t ON t.id = p.trip_id"
                + " WHERE t.warehouse = 'WAVE1'",
            Integer.class);
    return units == null ? 0 : units;
  }
}
