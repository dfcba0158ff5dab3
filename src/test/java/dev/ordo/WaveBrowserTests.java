package dev.ordo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ordo.change.Change;
import dev.ordo.change.Changes;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.inventory.Receipt;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockKey;
import dev.ordo.shared.Ids;
import dev.ordo.wave.Waves;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A wave is planned, looked at, explained, and picked with a slot that is short and an order gone.
 */
class WaveBrowserTests extends BrowserTests {
  @Autowired WholeJourney journey;
  @Autowired Waves waves;
  @Autowired Changes changes;
  @Autowired Consignments consignments;
  @Autowired Stock stock;
  @Autowired TransactionTemplate transaction;

  @Test
  void aWaveIsPlannedExplainedAndPicked() {
    journey.open(4);
    List<Long> orders = journey.allocated(this, "walk-", 4);
    moreCups();
    long wave = waves.formNow(CupAndJar.WAREHOUSE).orElseThrow();
    waves.plan(List.of(wave));
    String page = "/waves/" + Ids.text(wave);

    try (Page desk = signedIn("admin", "en", 1366)) {
      open(desk, page);
      assertThat(desk.locator("rect.heat").first()).isVisible();
      shoot(desk, "wave-heat-en");
      walkTheMap(desk, page);
      explain(desk, page);
    }
    for (int width : new int[] {1366, 390}) {
      try (Page phone = signedIn("admin", "zh", width)) {
        open(phone, page + "?trip=1");
        shoot(phone, "wave-map-zh-" + width);
        open(phone, page + "/explain");
        shoot(phone, "wave-explain-zh-" + width);
      }
    }
    pick(orders);
  }

  private void walkTheMap(Page desk, String page) {
    open(desk, page + "?trip=1");
    int stops = desk.locator("circle.stop").count();
    assertThat(stops).isPositive();
    assertThat(desk.locator("#walk-at")).hasText("Stop 0 of " + stops);
    desk.getByText("Next stop").click();
    assertThat(desk.locator("#walk-at")).hasText("Stop 1 of " + stops);
    shoot(desk, "wave-map-en");
    desk.getByText("Play").click();
    assertThat(desk.locator("#walk-at")).hasText("Stop " + stops + " of " + stops);
    desk.getByText("Stop before").click();
    assertThat(desk.locator("#walk-at")).hasText("Stop " + (stops - 1) + " of " + stops);
  }

  /** What people read is what outside systems read. */
  private void explain(Page desk, String page) {
    open(desk, page + "/explain");
    JsonNode trip = JsonMapper.shared().readTree(get("/api" + page + "/explanation").body()).get(0);
    JsonNode dearest = trip.get("consignments").get(0);
    Locator row = desk.locator("#members tbody tr").first();
    assertThat(row).containsText(dearest.get("consignment").asString());
    assertThat(row)
        .containsText(String.format(Locale.ROOT, "%.1f m", dearest.get("adds").asDouble()));
    assertThat(desk.locator("#members > tbody > tr")).hasCount(trip.get("consignments").size());
    shoot(desk, "wave-explain-en");
  }

  private void pick(List<Long> orders) {
    changes.request(
        orders.getLast(), new Change.CancelOrder("walk-gone", "changed mind"), "system");
    try (Page pda = signedIn("admin", "en", 390)) {
      open(
          pda, "/pda/pick?warehouse=%s&picker=%s".formatted(CupAndJar.WAREHOUSE, CupAndJar.PICKER));
      String empty = place(pda).innerText();
      int wanted = Integer.parseInt(pda.locator("#pda-stop [data-field=qty]").innerText());
      scan(pda, wanted - 1, "Slot is short");
      shoot(pda, "pda-after-short");
      while (place(pda).isVisible()) {
        int qty = Integer.parseInt(pda.locator("#pda-stop [data-field=qty]").innerText());
        assertThat(place(pda).innerText()).isNotEqualTo(empty);
        scan(pda, qty, "Confirm");
      }
    }
    assertThat(statuses(orders.subList(0, 3))).containsOnly(ConsignmentStatus.PICKED);
    assertThat(statuses(orders.subList(3, 4)))
        .doesNotContain(ConsignmentStatus.PICKED, ConsignmentStatus.WAVED);
  }

  private void scan(Page pda, int qty, String button) {
    String before = place(pda).innerText();
    pda.locator("#pick input[name=location]").fill(before);
    pda.locator("#pick input[name=item]").fill(pda.locator("[data-field=sku]").innerText());
    pda.locator("#pick input[name=qty]").fill("" + qty);
    pda.getByText(button).click();
    assertThat(
            pda.locator("#pda-stop [data-field=location]:visible")
                .filter(new Locator.FilterOptions().setHasText(before)))
        .hasCount(0);
  }

  private static Locator place(Page pda) {
    return pda.locator("#pda-stop [data-field=location]");
  }

  private List<ConsignmentStatus> statuses(List<Long> orders) {
    return orders.stream()
        .flatMap(order -> consignments.ofOrder(order).stream())
        .map(Consignment::status)
        .toList();
  }

  private void moreCups() {
    transaction.executeWithoutResult(
        t ->
            stock.receive(
                List.of(
                    new Receipt(
                        "WB-CUP",
                        "1",
                        StockKey.of(CupAndJar.WAREHOUSE, "CUP"),
                        "C-1-2",
                        3,
                        new BigDecimal("8.40")),
                    new Receipt(
                        "WB-JAR",
                        "1",
                        StockKey.of(CupAndJar.WAREHOUSE, "JAR"),
                        "C-1-2",
                        3,
                        new BigDecimal("21.15")))));
  }
}
