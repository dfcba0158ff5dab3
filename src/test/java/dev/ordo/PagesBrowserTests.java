package dev.ordo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Stages;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Works the console as its people do, in both languages, with goods and orders behind it. */
class PagesBrowserTests extends BrowserTests {
  /** They wait in the same review and may take goods. */
  private static final int ORDERS_OF_OTHER_TESTS = 10;

  private static final Pattern GOOD = Pattern.compile(".*bench-(good|done).*");
  private static final Pattern BAD = Pattern.compile(".*bench-bad.*");

  private final WholeJourney journey;
  private final CupAndJar cupAndJar;
  private final JourneyCompany company;
  private final Stages stages;
  private final Orders orders;
  private final Consignments consignments;
  private final SettableClock clock;

  @Autowired
  PagesBrowserTests(
      WholeJourney journey,
      CupAndJar cupAndJar,
      JourneyCompany company,
      Stages stages,
      Orders orders,
      Consignments consignments,
      SettableClock clock) {
    this.journey = journey;
    this.cupAndJar = cupAndJar;
    this.company = company;
    this.stages = stages;
    this.orders = orders;
    this.consignments = consignments;
    this.clock = clock;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyPageIsMeantForPeople(String language) {
    WholeJourney.Made made = delivered("all-" + language + "-");
    post("/api/orders/batch", "[" + order("held-" + language, "CUP", "同上") + "]");
    post("/api/orders/batch", "[" + order("odd-" + language, "NO-SUCH", "文三路1号") + "]");
    run("order-review");
    Page page = signedIn("admin", language, 1440);
    for (String path : paths(page, made)) {
      open(page, path);
      shoot(page, "page" + path.replaceAll("[^a-z]+", "-") + "-" + language);
    }
  }

  private List<String> paths(Page page, WholeJourney.Made made) {
    List<String> paths = new ArrayList<>(links(page, ".sidebar nav a"));
    paths.remove("/api/docs");
    paths.add("/orders/" + Ids.text(made.orders().getFirst().id()));
    paths.add("/consignments/" + Ids.text(made.consignments().getFirst().id()));
    paths.add("/parcels/" + Ids.text(made.parcels().getFirst().id()));
    paths.add("/profile");
    paths.add("/trail/verify");
    paths.add("/trail?number=" + Ids.text(made.orders().getFirst().id()));
    paths.add("/rules/carrier/health");
    paths.add("/orders?q=nothing-has-this-number");
    for (String list :
        List.of(
            "/orders?hold=ANY",
            "/waves",
            "/decisions?point=sourcing",
            "/decisions?point=audit",
            "/decisions?point=carrier",
            "/customers")) {
      page.navigate(list);
      paths.add(links(page, ".table tbody a").getFirst());
    }
    String wave = paths.stream().filter(p -> p.startsWith("/waves/")).findFirst().orElseThrow();
    paths.add(wave + "/pick-lists");
    paths.add(wave + "?trip=1");
    return paths;
  }

  private static List<String> links(Page page, String selector) {
    return page.locator(selector).all().stream().map(a -> a.getAttribute("href")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void anOrderTellsItsWholeStory(String language) {
    WholeJourney.Made made = delivered("told-" + language + "-");
    Page page = signedIn("auditor", language, 1440);

    open(page, "/orders/" + Ids.text(made.orders().getFirst().id()));

    assertThat(page.locator(".timeline li").all().stream().map(li -> li.getAttribute("data-kind")))
        .contains("STEP", "DECISION", "STOCK", "CARRIER", "TRACE", "MONEY");
    assertThat(page.locator("[data-kind=CARRIER] .line")).not().hasCount(0);
    shoot(page, "order-" + language);
    page.click(".chip[data-kind=MONEY]");
    assertThat(page.locator(".timeline li[data-kind=MONEY]:visible")).not().hasCount(0);
    assertThat(page.locator(".timeline li:visible:not([data-kind=MONEY])")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void aClerkClearsAHoldAndSeesTheReceiver(String language) {
    open();
    String no = "hold-" + language;
    post("/api/orders/batch", "[" + order(no, "CUP", "同上") + "]");
    run("order-review");
    Page page = signedIn("clerk", language, 1440);
    open(page, "/orders?hold=ANY&q=" + no);
    page.locator(".table tbody a").first().click();
    readsWell(page);
    shoot(page, "order-held-" + language);
    page.click("#receiver button");
    assertThat(page.locator("#receiver dd").first()).hasText("李小明");

    page.fill("input[name=note]", "Rang the buyer");
    page.locator("form[action$='/clear'] button").click();

    assertThat(page.locator("form[action$='/clear']")).hasCount(0);
    readsWell(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void aClerkReadsTheRemarkAndMendsTheAddress(String language) {
    open();
    String no = "astray-" + language;
    post("/api/orders/batch", "[" + order(no, "CUP", "同上") + "]");
    run("order-review");
    Page page = signedIn("clerk", language, 1440);
    open(page, "/orders?hold=ANY&q=" + no);
    page.locator(".table tbody a").first().click();
    page.click("#remarks button");
    assertThat(page.locator("#remarks dd")).hasCount(2);

    page.locator("a[href$='/change']").click();
    readsWell(page);
    shoot(page, "order-change-" + language);
    page.selectOption("select[name=appointed]", "SF");
    page.click("form[action$='/change/carrier'] button");
    assertThat(page.locator(".note")).hasCount(1);
    assertThat(page.locator("dd:has-text('SF')").first()).isVisible();

    page.locator("a[href$='/change']").click();
    page.fill("input[name=name]", "李小明");
    page.fill("input[name=phone]", "13812345678");
    page.fill("input[name=province]", "浙江省");
    page.fill("input[name=city]", "杭州市");
    page.fill("input[name=district]", "西湖区");
    page.fill("input[name=detail]", "文三路478号华星时代广场A座1102室");
    page.click("form[action$='/change/address'] button");

    assertThat(page.locator(".note")).hasCount(1);
    readsWell(page);
    shoot(page, "order-changed-" + language);
    run("order-review");
    page.reload();
    assertThat(page.locator("form[action$='/clear']")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void anIncidentIsMendedAndSentOn(String language) {
    open();
    String no = "mend-" + language;
    post("/api/orders/batch", "[" + order(no, "NO-SUCH", "文三路478号华星时代广场A座") + "]");
    Page page = signedIn("clerk", language, 1440);
    open(page, "/incidents?status=OPEN");
    shoot(page, "incidents-" + language);
    page.locator(".table tbody tr", new Page.LocatorOptions().setHasText(no)).locator("a").click();
    readsWell(page);
    shoot(page, "incident-" + language);
    Locator payload = page.locator("textarea");
    payload.fill(payload.inputValue().replace("NO-SUCH", "JAR"));

    page.locator("form[action$='/resend'] button").click();
    readsWell(page);

    assertThat(orders.find(CupAndJar.SHOP, no)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void aWaveIsPickedSortedAndPacked(String language) {
    List<Consignment> waved = waved("floor-" + language + "-", 2);
    String wave = Ids.text(waved.getFirst().waveId());
    Page desk = signedIn("ops_manager", language, 1440);
    open(desk, "/waves/" + wave);
    shoot(desk, "wave-" + language);
    open(desk, "/waves/" + wave + "/pick-lists");
    assertThat(desk.locator("svg.barcode")).not().hasCount(0);
    shoot(desk, "pick-list-" + language);

    picked(language);
    sorted(desk, wave, language);
    packed(desk, waved.getFirst(), language);
  }

  /** On a PDA: a wrong slot or article is told before anything is sent. */
  private void picked(String language) {
    Page pda = signedIn("warehouse", language, 390);
    open(pda, "/pda/pick?warehouse=" + CupAndJar.WAREHOUSE + "&picker=" + CupAndJar.PICKER);
    assertThat((Integer) pda.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    assertThat(pda.locator("#pick button").first().boundingBox().height).isGreaterThan(60);
    shoot(pda, "pda-" + language);
    scan(pda, "location", "C-9-9");
    assertThat(pda.locator(".scan-says")).containsText("C-9-9");
    shoot(pda, "pda-wrong-place-" + language);
    scan(pda, "location", pda.locator(".place").innerText());
    scan(pda, "item", "MUG");
    assertThat(pda.locator(".scan-says")).containsText("MUG");
    readsWell(pda);
    shoot(pda, "pda-wrong-article-" + language);
    while (pda.locator("#pick").count() > 0) {
      String place = pda.locator(".place").innerText();
      scan(pda, "location", place);
      scan(pda, "item", pda.locator(".take .mono").innerText());
      assertThat(pda.locator("#pda .bench-good")).containsText(place);
    }
    readsWell(pda);
    shoot(pda, "pda-done-" + language);
  }

  private static void scan(Page page, String field, String code) {
    page.fill("#pick [name=" + field + "]", code);
    page.press("#pick [name=" + field + "]", "Enter");
  }

  /** At the wall each scan lights the slot it belongs into, and what nobody wants is stopped. */
  private void sorted(Page desk, String wave, String language) {
    open(desk, "/seed-wall");
    read(desk, wave);
    assertThat(desk.locator(".wall .slot")).hasCount(2);
    read(desk, "MUG");
    assertThat(desk.locator(".bench-says")).hasClass(BAD);
    for (String sku : List.of("CUP", "CUP", "CUP", "CUP", "JAR")) {
      read(desk, sku);
      assertThat(desk.locator(".bench-says")).hasClass(GOOD);
    }
    assertThat(desk.locator(".wall .slot.is-full")).hasCount(1);
    readsWell(desk);
    shoot(desk, "seed-wall-" + language);
    read(desk, "JAR");
    assertThat(desk.locator(".wall .slot.is-full")).hasCount(2);
  }

  /** At the bench nothing passes with a wrong article in it. */
  private void packed(Page desk, Consignment consignment, String language) {
    open(desk, "/bench");
    read(desk, Ids.text(consignment.id()));
    read(desk, "MUG");
    assertThat(desk.locator(".bench-says")).hasClass(BAD);
    assertThat(desk.locator("#bench [data-tone=bad]")).containsText("MUG");
    readsWell(desk);
    shoot(desk, "bench-wrong-" + language);
    command(desk, "ORDO-OUT");
    read(desk, "MUG");
    for (String sku : List.of("CUP", "CUP", "JAR")) {
      read(desk, sku);
      assertThat(desk.locator(".bench-says")).hasClass(GOOD);
    }
    command(desk, "ORDO-DONE");
    assertThat(desk.locator("#bench [data-tone=done]")).hasCount(1);
    command(desk, "ORDO-PACK");
    desk.fill(".bench-grams", "1540");
    shoot(desk, "bench-" + language);
    desk.press(".bench-grams", "Enter");
    assertThat(desk.locator("#bench [data-tone=done]")).hasCount(1);
    readsWell(desk);
  }

  /** One read of the scanner, until its answer is on the page. */
  private static void read(Page page, String code) {
    page.fill("#bench [data-scan]", code);
    answered(page, () -> page.press("#bench [data-scan]", "Enter"));
  }

  private static void command(Page page, String code) {
    answered(page, () -> page.click("[data-code=" + code + "]"));
  }

  private static void answered(Page page, Runnable act) {
    page.waitForResponse(answer -> answer.url().endsWith("/read"), act);
    assertThat(page.locator("#bench [data-scan]")).hasValue("");
  }

  private void open() {
    company.open();
    cupAndJar.open();
  }

  private WholeJourney.Made delivered(String prefix) {
    open();
    cupAndJar.arrive(1 + ORDERS_OF_OTHER_TESTS);
    return journey.drive(this, prefix, 1);
  }

  private List<Consignment> waved(String prefix, int count) {
    open();
    cupAndJar.arrive(count + ORDERS_OF_OTHER_TESTS);
    String batch =
        IntStream.range(0, count)
            .mapToObj(i -> pair(prefix + i))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(post("/api/orders/batch", batch).body()).contains("\"stored\":" + count);
    run("order-review");
    clock.tick(Duration.ofMinutes(31));
    run("plan-due", "allocate");
    clock.tick(Duration.ofMinutes(31));
    run("wave", "wave-plan");
    List<Long> ids =
        IntStream.range(0, count)
            .mapToObj(i -> orders.find(CupAndJar.SHOP, prefix + i).orElseThrow().id())
            .toList();
    return consignments.ofOrders(ids);
  }

  private void run(String... pools) {
    for (String pool : pools) {
      while (stages.runBatch(pool) > 0) {}
    }
  }

  private String pair(String no) {
    return order(
        no,
        "文三路478号华星时代广场A座",
        """
        {"lineNo": "1", "sku": "CUP", "qty": 2, "price": "30.00", "amount": "60.00"},
        {"lineNo": "2", "sku": "JAR", "qty": 1, "price": "45.50", "amount": "45.50"}\
        """,
        "105.50");
  }

  private String order(String no, String sku, String detail) {
    String line =
        "{\"lineNo\": \"1\", \"sku\": \"%s\", \"qty\": 1, \"price\": \"45.50\", \"amount\":"
            + " \"45.50\"}";
    return order(no, detail, line.formatted(sku), "45.50");
  }

  private String order(String no, String detail, String lines, String amount) {
    return """
    {"shop": "MINI9", "platformNo": "%s", "createdAt": "%s", "paidAt": "%s", "modifiedAt": "%s",
     "buyer": {"id": "%s"}, "receiver": {"name": "李小明", "phone": "139%08d",
       "province": "浙江省", "city": "杭州市", "district": "西湖区", "detail": "%s"},
     "goodsAmount": "%s", "freight": "0.00", "total": "%s", "paid": "%s", "lines": [%s]}\
    """
        .formatted(
            no,
            clock.now(),
            clock.now(),
            clock.now(),
            no,
            Math.floorMod(no.hashCode(), 100_000_000),
            detail,
            amount,
            amount,
            amount,
            lines);
  }
}
