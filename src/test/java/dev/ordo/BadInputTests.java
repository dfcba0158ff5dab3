package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing that comes in by HTTP, however twisted, is ever answered with a fault of ours. */
@OnPostgres
class BadInputTests extends RunningServer {
  private static final String COMPANY_SHOP =
      """
      [{"code": "BAD1", "platform": "SHOP", "name": "测试店", "currency": "CNY",
        "deliveryMethods": ["express"]}]
      """;
  private static final String COMPANY_PRODUCT =
      """
      [{"sku": "BAD-A", "nameZh": "茶杯", "weightG": 200, "lengthMm": 90, "widthMm": 90,
        "heightMm": 100, "listPrice": 19.9, "standardCost": 8}]
      """;

  @Autowired private JdbcTemplate jdbc;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @BeforeEach
  void company() {
    assertThat(put("/api/products", COMPANY_PRODUCT).statusCode()).isEqualTo(200);
    assertThat(put("/api/shops", COMPANY_SHOP).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> put(String path, String body) {
    return send(api(path).PUT(BodyPublishers.ofString(body)));
  }

  private static String order(String no) {
    return """
    {"shop": "BAD1", "platformNo": "%s", "createdAt": "2026-06-18T09:30:00+08:00",
     "paidAt": "2026-06-18T09:31:00+08:00", "modifiedAt": "2026-06-18T09:31:00+08:00",
     "buyer": {"id": "b1"}, "receiver": {"name": "张三", "phone": "13800001234",
       "province": "浙江省", "city": "杭州市", "district": "西湖区", "detail": "文三路 1 号"},
     "goodsAmount": "39.80", "total": "39.80", "paid": "39.80",
     "lines": [{"lineNo": "1", "sku": "BAD-A", "qty": 2, "price": "19.90", "amount": "39.80"}]}
    """
        .formatted(no);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"qty\": 2 | \"qty\": 0 | lines[0].qty",
        "\"qty\": 2 | \"qty\": -3 | lines[0].qty",
        "\"qty\": 2 | \"qty\": 99999999999999999999 | lines[0].qty",
        "\"qty\": 2 | \"qty\": 2.5 | lines[0].qty",
        "\"qty\": 2 | \"qty\": \"two\" | lines[0].qty",
        "\"qty\": 2 | \"qty\": {} | lines[0].qty",
        "\"amount\": \"39.80\" | \"amount\": \"39.81\" | lines[0].amount",
        "\"total\": \"39.80\" | \"total\": \"-1\" | total",
        "\"total\": \"39.80\" | \"total\": \"1e400000\" | total",
        "\"total\": \"39.80\" | \"total\": \"39.805\" | total",
        "\"total\": \"39.80\" | \"total\": NaN | body",
        "\"shop\": \"BAD1\" | \"shop\": \"NOSUCH\" | shop",
        "\"shop\": \"BAD1\" | \"shop\": \"\" | shop",
        "\"shop\": \"BAD1\", | '' | shop",
        "\"BAD-A\" | \"NO-SUCH\" | sku",
        "2026-06-18T09:30:00+08:00 | 2026-06-31T09:30:00+08:00 | createdAt",
        "2026-06-18T09:30:00+08:00 | yesterday | createdAt",
        "张三 | 张\\u0000三 | receiver.name",
        "张三 | 张\\ud800三 | receiver.name",
        "张三 | 张\\u202e三 | receiver.name",
        "\"buyer\": | \"boyer\": | boyer",
        "\"buyer\": | \"b\\u0000\\ud83d\": 1, \"buyer\": | faults",
        "\"lines\": [ | \"lines\": 7, \"more\": [ | lines",
      })
  void aSingleBadOrderIsRefusedByFieldAndLeavesNoTrace(String good, String bad, String field) {
    HttpResponse<String> answer = post("/api/orders", order("BAD-1").replace(good, bad));

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"faults\"", field, "\"remedy\"");
    assertThat(
            count("SELECT count(*) FROM sales_order WHERE shop = 'BAD1' AND platform_no = 'BAD-1'"))
        .isZero();
  }

  @Test
  void namesWithEmojiAndRareCharactersAreHonest() {
    String name = "👨‍👩‍👧 𠮷野家 Zoë";
    HttpResponse<String> answer = post("/api/orders", order("EMOJI-1").replace("张三", name));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void twistedElementsOfABatchBecomeIncidentsAndTheRestGoesOn() {
    long before = count("SELECT count(*) FROM incident");
    String batch =
        String.join(
            ",",
            order("BATCH-1"),
            order("BATCH-\\u0000-\\ud800"),
            order("BATCH-3").replace("\"BAD1\"", "\"NO\\u0000\""),
            order("BATCH-4").replace("文三路", "\\udc00文三路"),
            order("BATCH-5").replace("\"BAD-A\"", "\"\\u0000\""),
            order("BATCH-6")
                .replace("\"buyer\"", "\"x\\ud800\": \"" + "😀".repeat(80) + "\", \"buyer\""),
            "null",
            "[]",
            "\"\\u0000\"");
    HttpResponse<String> answer = post("/api/orders/batch", "[" + batch + "]");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"stored\":1");
    assertThat(count("SELECT count(*) FROM incident")).isGreaterThan(before);
    assertThat(get("/api/incidents").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "a\\udfffb"})
  void textNoDatabaseCanKeepIsRefusedEverywhere(String text) {
    String products = COMPANY_PRODUCT.replace("茶杯", text);
    String shops = COMPANY_SHOP.replace("测试店", text);

    for (HttpResponse<String> answer :
        List.of(put("/api/products", products), put("/api/shops", shops))) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains("\"field\":\"name");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/orders?q=%00",
        "/api/orders?shop=%00x",
        "/api/orders?before=!!!",
        "/api/orders?limit=-1",
        "/api/orders?limit=99999999999",
        "/api/orders/%F0%9F%98%80",
        "/api/orders/9999999999999999999999",
        "/api/incidents/zzz",
        "/api/locations?warehouse=%00",
        "/api/bench/%C3%28",
        "/api/trips/-1",
        "/api/tasks?limit=0",
        "/api/ledger?from=never",
        "/api/profit?by=magic",
        "/api/products?after=%ED%A0%80",
      })
  void twistedQuestionsAreAnsweredWithoutFault(String path) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/orders/%00",
        "/api/orders?limit=-1",
        "/api/orders?stauts=HELD",
        "/api/tasks?limit=0"
      })
  void whatCannotBeAnsweredAsAskedIsRefusedByFieldAndNeverIgnored(String path) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isBetween(400, 422);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"faults\"", "\"remedy\"");
  }

  @Test
  void aMissingBodyIsNamed() {
    HttpResponse<String> answer = post("/api/orders", "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"body\"");
  }

  @Test
  void everyCallThatTakesABodyRefusesWhatItCannotUse() {
    List<String> wrong = new ArrayList<>();
    for (RequestMappingInfo call : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
      for (String path : call.getPatternValues()) {
        for (RequestMethod verb : call.getMethodsCondition().getMethods()) {
          if (path.startsWith("/api/") && verb != RequestMethod.GET) {
            twisted().forEach((type, body) -> tryOut(verb, path, type, body, wrong));
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** Bodies by content type and a running letter that keeps the keys apart. */
  private static Map<String, String> twisted() {
    return Map.of(
        "application/json;a=1", "{",
        "application/json;b=1", "17",
        "application/json;c=1", "[[[[[[]]]]]]",
        "application/json;d=1", "[{\"sku\": {\"a\": []}, \"code\": [1], \"qty\": \"x\"}]",
        "application/json;e=1", "{\"qty\": 1e999, \"code\": null, \"items\": -1}",
        "application/json;f=1", "\u00ff\u0000",
        "application/xml", "<order/>",
        "text/plain", "order please",
        "application/json;g=1", "");
  }

  private void tryOut(
      RequestMethod verb, String path, String type, String body, List<String> wrong) {
    String address = path.replaceAll("\\{[^}]+}", "1");
    HttpResponse<String> answer =
        send(
            api(address)
                .setHeader("Content-Type", type)
                .method(verb.name(), BodyPublishers.ofString(body)));
    boolean explained =
        answer.statusCode() < 300
            || answer.headers().firstValue("Content-Type").orElse("").contains("problem+json");
    if (answer.statusCode() >= 500 || !explained) {
      wrong.add(
          "%s %s %s %s: %d %s"
              .formatted(verb, address, type, body, answer.statusCode(), answer.body()));
    }
  }

  private long count(String sql) {
    Long found = jdbc.queryForObject(sql, Long.class);
    return found == null ? 0 : found;
  }
}
