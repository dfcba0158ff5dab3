package dev.ordo.wave;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ordo.BrowserTests;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody arranges waves: drags an order, locks one, plans again, sends a picker home. */
class BoardBrowserTests extends BrowserTests {
  private static final String BOARD = "/waves/board?warehouse=WAVE1";

  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired WaveLocks locks;
  @Autowired Consignments consignments;
  @Autowired Ids ids;

  @AfterEach
  void clearOut() {
    floor().clear();
    jdbc.update("DELETE FROM wave_lock");
  }

  private TestFloor floor() {
    return new TestFloor(
        jdbc, ids, (path, body) -> send(api(path).PUT(HttpRequest.BodyPublishers.ofString(body))));
  }

  @Test
  void anOrderIsDraggedToAnotherWaveLockedAndPlannedAgain() {
    TestFloor floor = floor();
    floor.setUp();
    IntStream.range(0, 16).forEach(floor::allocated);
    long first = wave();
    long moved = floor.allocated(20);
    long second = wave();
    long waits = floor.allocated(21);
    try (Page page = signedIn("admin", "en", 1366)) {
      open(page, BOARD);
      order(page, moved).dragTo(lane(page, first));
      assertThat(order(page, moved)).hasAttribute("data-wave", Ids.text(first));
      assertThat(consignments.find(moved).orElseThrow().waveId()).isEqualTo(first);
      waves.revise(List.of(first, second));
      order(page, waits).dragTo(lane(page, first));
      assertThat(order(page, waits)).hasAttribute("data-wave", Ids.text(first));
      waves.revise(List.of(first));
      order(page, waits).dragTo(page.locator("[data-lane='']"));
      assertThat(order(page, waits)).not().hasAttribute("data-wave", Ids.text(first));
      assertThat(consignments.find(waits).orElseThrow().waveId()).isNull();
      order(page, waits).click();
      assertThat(page.locator("#board-menu")).isVisible();
      assertThat(page.getByText("Unlock")).isHidden();
      assertThat(page.getByText("Keep on its trip")).isHidden();
      page.getByText("Close").click();
      waves.revise(List.of(first));

      open(page, BOARD);
      order(page, moved).click();
      page.getByText("Keep on its trip").click();
      assertThat(order(page, moved)).hasAttribute("data-keeps", "TRIP");
      assertThat(locks.onTrips(first)).containsExactly(moved);
      page.getByText("Plan again").click();
      assertThat(lane(page, first)).containsText("being planned");
      waves.revise(List.of(first));
      page.getByText("Gone").first().click();
      assertThat(page.getByText("Is back")).isVisible();
      waves.revise(List.of(first));
      open(page, BOARD);
      shoot(page, "wave-board");
    }
    for (int width : new int[] {1366, 390}) {
      try (Page page = signedIn("admin", "zh", width)) {
        open(page, BOARD);
        shoot(page, "wave-board-zh-" + width);
        order(page, moved).click();
        assertThat(page.locator("#board-menu")).isVisible();
        shoot(page, "wave-board-menu-zh-" + width);
      }
    }
  }

  private long wave() {
    long wave = waves.formNow(TestFloor.WAREHOUSE).orElseThrow();
    waves.plan(List.of(wave));
    return wave;
  }

  private static Locator order(Page page, long consignment) {
    return page.locator("[data-order='" + Ids.text(consignment) + "']");
  }

  private static Locator lane(Page page, long wave) {
    return page.locator("[data-lane='" + Ids.text(wave) + "']");
  }
}
