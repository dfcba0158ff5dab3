package dev.ordo.wave;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.ordo.BrowserTests;
import dev.ordo.shared.Ids;
import dev.ordo.site.Sites;
import dev.ordo.site.TopUp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A wave is topped up on its page, and a warehouse says on its own whether that happens alone. */
class TopUpBrowserTests extends BrowserTests {
  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired Sites sites;
  @Autowired Ids ids;

  @AfterEach
  void clearOut() {
    floor().clear();
  }

  private TestFloor floor() {
    return new TestFloor(
        jdbc, ids, (path, body) -> send(api(path).PUT(BodyPublishers.ofString(body))));
  }

  @Test
  void aWaveIsToppedUpOnItsPage() {
    floor().setUp();
    IntStream.range(0, 8).forEach(floor()::allocated);
    String wave =
        JsonMapper.shared()
            .readTree(post("/api/waves", "{\"warehouse\":\"WAVE1\"}").body())
            .get("wave")
            .asString();
    waves.plan(List.of(Ids.parse(wave)));
    floor().allocated(9);
    try (Page page = signedIn("admin", "en", 1366)) {
      open(page, "/waves/" + wave);
      page.locator("#top-up").click();
      assertThat(page.getByText("Consignments joined: 1")).isVisible();
      readsWell(page);
      shoot(page, "wave-top-up");
    }
    waves.revise(List.of(Ids.parse(wave)));
    assertThat(waves.find(Ids.parse(wave)).orElseThrow().consignments()).isEqualTo(9);
    try (Page page = signedIn("admin", "zh", 390)) {
      open(page, "/waves/" + wave);
      shoot(page, "wave-top-up-zh-390");
    }
    try (Page page = signedIn("admin", "en", 1366)) {
      open(page, "/warehouses/WAVE1/floor");
      page.locator("details summary").first().click();
      page.locator("select[name=topUp]").selectOption(TopUp.UNTIL_PICKED.name());
      page.locator("#save").click();
      assertThat(page.locator("#state")).containsText("Saved");
      assertThat(sites.warehouse("WAVE1").settings().topUp()).isEqualTo(TopUp.UNTIL_PICKED);
      open(page, "/warehouses");
      assertThat(page.getByText("until its first trip is begun").first()).isVisible();
    }
  }
}
