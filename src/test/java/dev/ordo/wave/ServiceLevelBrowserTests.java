package dev.ordo.wave;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.ordo.BrowserTests;
import dev.ordo.order.Orders;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People say on the pages of shops and carriers how fast goods leave and how much late counts. */
class ServiceLevelBrowserTests extends BrowserTests {
  private static final Instant PAID = Instant.parse("2026-11-11T01:00:00Z");

  @Autowired Orders orders;
  @Autowired Urgency urgency;

  @BeforeEach
  void company() {
    put(
        "/api/products",
        """
        [{"sku": "LEVEL-A", "nameZh": "茶杯", "weightG": 200, "lengthMm": 90, "widthMm": 90,
          "heightMm": 100, "listPrice": 10, "standardCost": 8}]\
        """);
    put(
        "/api/shops",
        """
        [{"code": "LEVEL1", "platform": "SHOP", "name": "时效店", "currency": "CNY",
          "deliveryMethods": ["express"]}]\
        """);
    put(
        "/api/carriers",
        """
        [{"code": "LEVELC", "name": "时效快递", "protocol": "SF", "credentialsRef": "sf",
          "cutoff": "18:00", "volumetricDivisor": 6000, "maxWeightG": 30000}]\
        """);
  }

  private void put(String path, String body) {
    var answer = send(api(path).PUT(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void theLevelOfAShopSetsThePromiseAndTheHigherOneOfShopAndCarrierTheUrgency() {
    assertThat(promised("L1")).isEqualTo(PAID.plus(Duration.ofHours(48)));
    try (Page page = signedIn("admin", "zh", 1366)) {
      set(page, "/shops", "LEVEL1", "NEXT_DAY");
      shoot(page, "shops-level-zh");
    }
    assertThat(promised("L2")).isEqualTo(PAID.plus(Duration.ofHours(24)));
    assertThat(urgency.now().ofShop().get("LEVEL1").urgency()).isEqualTo(2);
    try (Page page = signedIn("admin", "en", 1366)) {
      set(page, "/carriers", "LEVELC", "SAME_DAY");
      shoot(page, "carriers-level");
      set(page, "/shops", "LEVEL1", "SAME_DAY");
    }
    assertThat(promised("L3")).isEqualTo(PAID.plus(Duration.ofHours(8)));
    var levels = urgency.now();
    assertThat(levels.ofCarrier().get("LEVELC").urgency()).isEqualTo(4);
    assertThat(levels.ofShop().get("LEVEL1").urgency()).isEqualTo(4);
  }

  @Test
  void whoMayNotChangeShopsOnlyReadsTheLevel() {
    try (Page page = signedIn("auditor", "en", 390)) {
      open(page, "/shops");
      assertThat(page.locator("form.level")).hasCount(0);
      assertThat(page.getByText("Standard").first()).isVisible();
    }
  }

  private void set(Page page, String path, String code, String level) {
    open(page, path);
    var form = page.locator("form[action='" + path + "/" + code + "/service-level']");
    form.locator("select").selectOption(level);
    form.locator("button").click();
    assertThat(form.locator("select")).hasValue(level);
    readsWell(page);
  }

  private Instant promised(String no) {
    var answer =
        post(
            "/api/orders",
            """
            {"shop": "LEVEL1", "platformNo": "%s", "createdAt": "2026-11-11T00:59:00Z",
             "paidAt": "%s", "modifiedAt": "2026-11-11T01:00:00Z", "buyer": {"id": "b%s"},
             "receiver": {"name": "张三", "phone": "13800001234", "province": "浙江省",
               "city": "杭州市", "district": "西湖区", "detail": "文三路 1 号 2 幢"},
             "goodsAmount": "10.00", "discount": "0", "freight": "0", "total": "10.00",
             "paid": "10.00",
             "lines": [{"lineNo": "1", "sku": "LEVEL-A", "qty": 1, "price": "10.00",
               "amount": "10.00"}]}\
            """
                .formatted(no, PAID, no));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return orders.find("LEVEL1", no).orElseThrow().promisedAt();
  }
}
