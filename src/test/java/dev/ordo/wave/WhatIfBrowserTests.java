package dev.ordo.wave;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.ordo.BrowserTests;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.site.Sites;
import dev.ordo.site.WaveSplit;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Policies are compared on what waits, without any effect until one is chosen. */
class WhatIfBrowserTests extends BrowserTests {
  @Autowired JdbcTemplate jdbc;
  @Autowired Consignments consignments;
  @Autowired Sites sites;
  @Autowired Ids ids;
  @Autowired JsonMapper json;

  @AfterEach
  void clearOut() {
    floor().clear();
  }

  private TestFloor floor() {
    return new TestFloor(
        jdbc, ids, (path, body) -> send(api(path).PUT(HttpRequest.BodyPublishers.ofString(body))));
  }

  @Test
  void policiesAreComparedAndOneIsStarted() {
    floor().setUp();
    jdbc.update(
        "UPDATE location SET zone = CASE WHEN aisle < 3 THEN 'LEFT' ELSE 'RIGHT' END"
            + " WHERE warehouse = 'WAVE1'");
    List<Long> waiting = IntStream.range(0, 30).mapToObj(floor()::allocated).toList();
    try (Page page = signedIn("admin", "en", 1366)) {
      open(page, "/waves/what-if?warehouse=WAVE1");
      page.locator("main button.primary").click();
      assertThat(page.locator(".what-if tbody tr"))
          .hasCount(5, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
      assertThat(page.getByText("Set these")).hasCount(4);
      readsWell(page);
      shoot(page, "what-if");
      assertThat(statuses(waiting)).containsOnly(ConsignmentStatus.ALLOCATED);
      page.getByText("Set these").nth(1).click();
      assertThat(page.locator("h1")).containsText("Wave board");
      assertThat(sites.warehouse("WAVE1").settings().waveCount()).isEqualTo(60);
      open(page, "/waves/what-if?warehouse=WAVE1");
      page.getByText("Set these").nth(3).click();
      assertThat(page.locator("h1")).containsText("Wave board");
      assertThat(sites.warehouse("WAVE1").settings().waveCount()).isEqualTo(100);
      assertThat(sites.warehouse("WAVE1").settings().split()).isEqualTo(WaveSplit.ZONE);
    }
    assertThat(trips("ZONES")).isGreaterThan(trips("W30_100"));
    try (Page page = signedIn("admin", "zh", 390)) {
      open(page, "/waves/what-if?warehouse=WAVE1");
      shoot(page, "what-if-zh-390");
      page.locator(".what-if tbody tr").last().locator("button").click();
      assertThat(page.locator("[data-lane]")).not().hasCount(1);
      assertThat(statuses(waiting)).containsOnly(ConsignmentStatus.WAVED);
      assertThat(sites.warehouse("WAVE1").settings().split()).isEqualTo(WaveSplit.NONE);
    }
  }

  private int trips(String policy) {
    return get("/api/waves/what-if?warehouse=WAVE1")
        .body()
        .transform(json::readTree)
        .get("outcomes")
        .valueStream()
        .filter(o -> o.get("policy").get("code").asString().equals(policy))
        .findFirst()
        .orElseThrow()
        .get("trips")
        .asInt();
  }

  private List<ConsignmentStatus> statuses(List<Long> of) {
    return consignments.load(of).stream().map(Consignment::status).toList();
  }
}
