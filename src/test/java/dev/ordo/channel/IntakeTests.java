package dev.ordo.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import dev.ordo.journey.Incident;
import dev.ordo.journey.Incidents;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class IntakeTests extends RunningServer {
  private static int number;

  @Autowired private Orders orders;
  @Autowired private Incidents incidents;
  @Autowired private JdbcClient jdbc;
  @Autowired private Intake intake;

  @BeforeEach
  void company() {
    assertThat(
            put(
                "/api/products",
                """
                [{"sku": "IN-A", "nameZh": "茶杯", "weightG": 200, "lengthMm": 90, "widthMm": 90,
                  "heightMm": 100, "listPrice": 19.9, "standardCost": 8},
                 {"sku": "IN-B", "nameZh": "茶壶", "weightG": 700, "lengthMm": 190, "widthMm": 90,
                  "heightMm": 100, "listPrice": 59.9, "standardCost": 28}]
                """))
        .isEqualTo(200);
    assertThat(
            put(
                "/api/shops",
                """
                [{"code": "IN1", "platform": "SHOP", "name": "测试店", "currency": "CNY",
                  "deliveryMethods": ["express"]}]
                """))
        .isEqualTo(200);
  }

  private int put(String path, String json) {
    return send(api(path).PUT(java.net.http.HttpRequest.BodyPublishers.ofString(json)))
        .statusCode();
  }

  private static String next() {
    return "IN" + ++number;
  }

  private static String order(String no, String modified, String more) {
    return """
    {"shop": "IN1", "platformNo": "%s", "createdAt": "2026-06-18T09:30:00+08:00",
     "paidAt": "2026-06-18T09:31:00+08:00", "modifiedAt": "%s",
     "buyer": {"id": "b%s"}, "receiver": {"name": "张三", "phone": "13800001234",
       "province": "浙江省", "city": "杭州市", "district": "西湖区", "detail": "文三路 1 号 2 幢"},
     "goodsAmount": "99.60", "discount": "10.00", "freight": "6.00", "total": "95.60",
     "paid": "95.60",
     "lines": [
       {"lineNo": "1", "sku": "IN-A", "qty": 2, "price": "19.90", "amount": "39.80"},
       {"lineNo": "2", "sku": "IN-B", "qty": 1, "price": "59.80", "amount": "59.80"}]%s}
    """
        .formatted(no, modified, no, more);
  }

  private static String order(String no) {
    return order(no, "2026-06-18T09:31:02+08:00", "");
  }

  @Test
  void storesOnceHoweverOftenItComes() {
    String no = next();
    assertThat(post("/api/orders", order(no)).statusCode()).isEqualTo(201);
    assertThat(post("/api/orders", order(no)).statusCode()).isEqualTo(200);
    assertThat(post("/api/orders", order(no, "2026-06-17T09:31:02+08:00", "")).statusCode())
        .isEqualTo(422);
    Order stored = orders.find("IN1", no).orElseThrow();
    assertThat(stored.lines()).hasSize(2);
    assertThat(
            stored.lines().stream().map(l -> l.amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("89.60");
    assertThat(payloads(stored.id())).singleElement().asString().doesNotContain("张三");
  }

  private List<String> payloads(long orderId) {
    return jdbc.sql("SELECT payload FROM intake_payload WHERE order_id = ?")
        .param(orderId)
        .query(String.class)
        .list();
  }

  @Test
  void aBadSingleOrderIsRefusedAndLeavesNoTrace() {
    String no = next();
    HttpResponse<String> answer =
        post("/api/orders", order(no).replace("\"qty\": 2", "\"qty\": -2"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("lines[0].qty");
    assertThat(orders.find("IN1", no)).isEmpty();
    assertThat(post("/api/orders", "{\"shop\": ").statusCode()).isEqualTo(422);
    assertThat(post("/api/orders", "x".repeat(10_000_000)).statusCode()).isBetween(400, 499);
  }

  @Test
  void aBadElementOfABatchBecomesAnIncidentThatCanBeResent() {
    String good = next();
    String unknown = next();
    String counter = next();
    String body =
        "[%s, %s, %s, 17]"
            .formatted(
                order(good),
                order(unknown).replace("IN-B", "IN-NEW"),
                order(counter, "2026-06-18T09:31:02+08:00", ", \"deliveryMethod\": \"drone\""));
    JsonNode answer = PlatformJson.read(post("/api/orders/batch", body).body());
    assertThat(answer.path("stored").intValue()).isEqualTo(1);
    assertThat(answer.path("incidents").values())
        .extracting(i -> i.path("kind").stringValue())
        .containsExactly("UNKNOWN_SKU", "UNKNOWN_DELIVERY_METHOD", "UNREADABLE");
    assertThat(orders.find("IN1", good)).isPresent();

    Incident waiting = incident("IN1:" + unknown);
    put(
        "/api/products",
        """
        [{"sku": "IN-NEW", "nameZh": "新茶壶", "weightG": 700, "lengthMm": 190, "widthMm": 90,
          "heightMm": 100, "listPrice": 59.9, "standardCost": 28}]
        """);
    incidents.resend(waiting.id(), null);
    assertThat(orders.find("IN1", unknown)).isPresent();
    assertThat(incidents.find(waiting.id()).orElseThrow().status())
        .isEqualTo(Incident.Status.RESENT);
  }

  @Test
  void unreadableElementsAreKeptApartWhateverTheirHashCodes() {
    long before = incidents.open();
    String body = "[{\"junk\":\"AaAa\"},{\"junk\":\"BBBB\"},{\"junk\":\"AaBB\"}]";
    assertThat(post("/api/orders/batch", body).statusCode()).isEqualTo(200);
    assertThat(incidents.open()).isEqualTo(before + 3);
  }

  @Test
  void anElementThatSaysAFieldTwiceIsSetAsideWordForWord() {
    String no = next();
    String twice =
        order(no).replace("{\"shop\": \"IN1\",", "{\"shop\": \"JD1\", \"shop\": \"IN1\",");
    JsonNode answer = PlatformJson.read(post("/api/orders/batch", "[ " + twice + " , 17 ]").body());
    assertThat(answer.path("incidents").values())
        .extracting(i -> i.path("kind").stringValue())
        .containsExactly("UNREADABLE", "UNREADABLE");
    assertThat(orders.find("IN1", no)).isEmpty();
    Incident waiting = incident(answer.path("incidents").get(0).path("subject").stringValue());
    assertThat(incidents.payload(waiting.id())).contains("JD1", "IN1");
  }

  @Test
  void aBatchThatIsNoListIsRefused() {
    for (String body : List.of("{}", "[]", "[{}", "[1] 2", "")) {
      assertThat(post("/api/orders/batch", body).statusCode()).as(body).isBetween(400, 422);
    }
  }

  @Test
  void aForeignCurrencyIsNamedWithTheOneOfTheShop() {
    String usd = order(next(), "2026-06-18T09:31:02+08:00", ", \"currency\": \"USD\"");
    HttpResponse<String> answer = post("/api/orders", usd);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"currency\"", "USD", "[CNY]");
  }

  @Test
  void anUnknownArticleIsNamedByTheIndexOfItsLine() {
    HttpResponse<String> answer = post("/api/orders", order(next()).replace("IN-A", "IN-NONE"));
    assertThat(answer.body()).contains("lines[0].sku");
  }

  private Incident incident(String subject) {
    long id =
        jdbc.sql("SELECT id FROM incident WHERE subject = ?")
            .param(subject)
            .query(Long.class)
            .single();
    return incidents.find(id).orElseThrow();
  }

  @Test
  void aRouteMayBringMapsAndPlatformOrdersAlike() {
    String no = next();
    Object map = OrderReader.STRICT.readValue(order(no), Map.class);
    assertThat(intake.receive(List.of(map), Map.of()))
        .singleElement()
        .isInstanceOf(Outcome.Stored.class);
    String other = next();
    String shopless = order(other).replace("\"shop\": \"IN1\",", "");
    assertThat(intake.receive(shopless, Map.of("OrdoPlatform", "SHOP", "OrdoShop", "IN1")))
        .singleElement()
        .isInstanceOf(Outcome.Stored.class);
  }
}
