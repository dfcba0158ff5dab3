package dev.ordo.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.ordo.BrowserTests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody draws a warehouse of three zones and finds its slots again. */
class FloorBrowserTests extends BrowserTests {
  @Autowired Sites sites;

  @ParameterizedTest
  @CsvSource({"en,1366", "zh,1366", "en,390", "zh,390"})
  void aWarehouseOfThreeZonesIsSetUp(String language, int width) {
    String code = "DRAWN-" + language.toUpperCase(java.util.Locale.ROOT) + width;
    String name = language + width;
    try (Page page = signedIn("admin", language, width)) {
      open(page, "/warehouses");
      page.locator("a[href='/warehouses/new']").click();
      nameIt(page, code);
      drawIt(page);
      shoot(page, "floor-drawn-" + name);
      faultsAreShownTogether(page, name);
      zonesAndDepot(page);
      page.locator("#check").click();
      assertThat(page.locator("#state")).hasClass("badge badge-ok");
      assertThat(sites.find(code)).isEmpty();
      page.locator("#save").click();
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/warehouses/" + code + "/floor"));
      shoot(page, "floor-saved-" + name);
      readsWell(page);

      found(code);
      open(page, "/warehouses/" + code + "/floor");
      assertThat(page.locator("#slot-count")).hasText("192");
      byFile(page, name);
      open(page, "/warehouses");
      assertThat(page.locator("main")).containsText(code);
      staff(page, code);
      shoot(page, "floor-staff-" + name);
    }
    assertThat(sites.locations(code)).hasSize(192);
  }

  private static void nameIt(Page page, String code) {
    page.fill("[name=code]", code);
    page.fill("[name=name]", "三区仓 " + code);
    page.selectOption("[name=provinceCode]", "33");
    page.selectOption("[name=cityCode]", "3301");
    page.fill("[name=address]", "余杭区仓前街道1号");
    page.selectOption("[name=walking]", "THROUGH");
  }

  private static void drawIt(Page page) {
    page.fill("[name=aisles]", "6");
    page.fill("[name=cellsPerBlock]", "10 6");
    page.fill("[name=pattern]", "{aisle:A}-{bay:02}-{side}");
    assertThat(page.locator("#pattern-shown")).hasText("A-01-L");
    page.locator("#generate").click();
    assertThat(page.locator("#slot-count")).hasText("192");
  }

  /** A floor too small for its slots, and two blanks that must not be. */
  private void faultsAreShownTogether(Page page, String name) {
    String address = page.inputValue("[name=address]");
    page.fill("[name=address]", " ");
    page.fill("[name=aisles]", "5");
    page.locator("#save").click();
    assertThat(page.locator("#outcome tbody tr, #outcome tr:has(td)")).hasCount(1);
    page.fill("[name=address]", address);
    page.locator("#save").click();
    assertThat(page.locator("#outcome tr:has(td)")).hasCount(32);
    assertThat(page.locator("#outcome")).containsText("F-01-L");
    shoot(page, "floor-faults-" + name);
    page.fill("[name=aisles]", "0");
    page.fill("[name=depotLinks]", "x:2");
    page.locator("#save").click();
    assertThat(page.locator("#outcome tr:has(td)")).hasCount(2);
    assertThat(page.locator("#outcome")).containsText("x:2");
    page.fill("[name=depotLinks]", "0:2");
    page.fill("[name=aisles]", "6");
  }

  private static void zonesAndDepot(Page page) {
    for (String zone : List.of("COLD", "VALUABLE")) {
      page.fill("#zone-new", zone);
      page.locator("#zone-add").click();
      if (zone.equals("COLD")) {
        page.fill("#paint-from", "4");
        page.fill("#paint-to", "5");
        page.locator("#paint").click();
      } else {
        page.check("input[name=tool][value=paint]");
        click(page, 0.12, 0.78);
      }
    }
    page.check("input[name=tool][value=depot]");
    click(page, 0.42, 0.1);
    assertThat(page.locator("[name=depotLinks]"))
        .hasValue(java.util.regex.Pattern.compile("[1-3]:2"));
  }

  /** A point of the drawn floor, as shares of its width and depth. */
  private static void click(Page page, double across, double down) {
    page.locator("#plan").scrollIntoViewIfNeeded();
    Object at =
        page.evaluate(
            """
            ([across, down]) => {
              const plan = document.getElementById('plan');
              const box = plan.viewBox.baseVal;
              const spot = new DOMPoint(box.x + box.width * across, box.y + box.height * down);
              const on = spot.matrixTransform(plan.getScreenCTM());
              return {x: on.x, y: on.y};
            }\
            """,
            List.of(across, down));
    Map<?, ?> spot = (Map<?, ?>) at;
    page.mouse()
        .click(
            ((Number) java.util.Objects.requireNonNull(spot.get("x"))).doubleValue(),
            ((Number) java.util.Objects.requireNonNull(spot.get("y"))).doubleValue());
  }

  private void found(String code) {
    List<Location> slots = sites.locations(code);
    assertThat(slots).hasSize(192);
    assertThat(slots.stream().collect(Collectors.groupingBy(Location::zone, Collectors.counting())))
        .isEqualTo(Map.of("AMBIENT", 116L, "COLD", 64L, "VALUABLE", 12L));
    assertThat(sites.locations(code, List.of("E-16-R")).get("E-16-R"))
        .isEqualTo(new Location(code, "E-16-R", 4, 1, 5, "R", "COLD"));
    assertThat(get("/api/locations?warehouse=" + code).body()).contains("E-16-R");
    Warehouse warehouse = sites.warehouse(code);
    assertThat(warehouse.layout().depot().links()).hasSize(1);
    assertThat(warehouse.cityCode()).isEqualTo("3301");
    assertThat(warehouse.settings().walking()).isEqualTo(Walking.THROUGH);
  }

  private void staff(Page page, String code) {
    page.locator("details:has(form[action='/warehouses/" + code + "/pickers']) summary").click();
    var picker = page.locator("form[action='/warehouses/" + code + "/pickers']");
    picker.locator("[name=code]").fill("P1");
    picker.locator("[name=name]").fill("王");
    picker.locator("[value=FORKLIFT]").uncheck();
    picker.locator("[name=start]").fill("06:00");
    picker.locator("[name=end]").fill("14:30");
    picker.locator("[name=zones]").fill("COLD VALUABLE");
    picker.locator("button").click();
    page.locator("details:has(form[action='/warehouses/" + code + "/trolleys']) summary").click();
    page.locator("form[action='/warehouses/" + code + "/trolleys'] [name=code]").fill("T1");
    page.locator("form[action='/warehouses/" + code + "/trolleys'] button").click();
    readsWell(page);

    Picker taken = sites.pickers(code).getFirst();
    assertThat(taken.skills()).containsExactlyInAnyOrder(Skill.COLD, Skill.VALUABLES);
    assertThat(taken.homeZones()).containsExactlyInAnyOrder("COLD", "VALUABLE");
    assertThat(sites.trolleys(code))
        .containsExactly(new Trolley(code, "T1", 12, 480_000_000, 150_000));
  }

  /** What a file says is shown before it counts. */
  private void byFile(Page page, String name) {
    String csv =
        "code,aisle,block,cell,side,zone\nA-01-L,0,0,0,L,COLD\nB-1,1,0,0,L,\nB-1,1,0,99,L,\n";
    page.locator("details:has(#files) summary").click();
    page.setInputFiles(
        "#files", new FilePayload("slots.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("#outcome tr:has(td)")).hasCount(2);
    shoot(page, "floor-file-" + name);
    readsWell(page);
    String good = csv.substring(0, csv.lastIndexOf("B-1"));
    page.setInputFiles(
        "#files", new FilePayload("slots.csv", "text/csv", good.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("#slot-count")).hasText("2");
    assertThat(page.locator("#outcome li")).hasCount(3);
    page.onDialog(com.microsoft.playwright.Dialog::accept);
  }
}
