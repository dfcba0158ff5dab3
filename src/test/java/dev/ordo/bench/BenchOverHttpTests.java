package dev.ordo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import dev.ordo.fulfilment.ConsignmentFixtures;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.shared.Ids;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class BenchOverHttpTests extends RunningServer {
  @Autowired JdbcTemplate jdbc;
  @Autowired Ids ids;

  private HttpResponse<String> put(String path, String json) {
    return send(api(path).PUT(BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> as(String login, String path, String json) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Authorization", basic(login))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private String page(String login, String path) {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(at(path)).header("Authorization", basic(login)).GET());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }

  private static String basic(String login) {
    return "Basic "
        + Base64.getEncoder().encodeToString((login + ":ordo").getBytes(StandardCharsets.UTF_8));
  }

  private void importCatalogue() {
    String products =
        """
        [{"sku":"HTTP-1","nameZh":"杯子","nameEn":"Cup","barcode":"6901234567892","weightG":300,
          "lengthMm":90,"widthMm":90,"heightMm":100,"goodsClass":"FRAGILE","listPrice":19.9,
          "standardCost":7.123456},
         {"sku":"HTTP-2","nameEn":"Spoon","weightG":40,"lengthMm":150,"widthMm":30,"heightMm":20,
          "listPrice":3,"standardCost":1}]\
        """;
    assertThat(put("/api/products", products).body()).isEqualTo("{\"taken\":2}");
    assertThat(put("/api/products", products).statusCode()).isEqualTo(200);
    assertThat(
            put(
                    "/api/cartons",
                    """
                    [{"code":"H1","lengthMm":200,"widthMm":150,"heightMm":120,"tareG":90,
                      "maxWeightG":5000,"cost":0.9}]\
                    """)
                .statusCode())
        .isEqualTo(200);
    assertThat(
            put(
                    "/api/fillers",
                    """
                    [{"code":"AIR","volumeMm3":1000000,"weightG":2.5,"cost":0.03}]\
                    """)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void checksPacksAndWeighsAConsignmentOverHttp() {
    importCatalogue();
    long id = ids.next();
    ConsignmentFixtures.insert(jdbc, id, ConsignmentStatus.PICKED, Map.of("HTTP-1", 2));
    String at = "/api/bench/" + id;

    assertThat(post("/api/bench/" + Ids.text(id) + "/scan", "{\"code\":\"HTTP-2\"}").body())
        .contains("\"result\":\"WRONG\"", "\"sound\":\"ALARM\"", "Spoon", "\"next\":\"REMOVE\"");
    post(at + "/scan", "{\"code\":\"HTTP-2\",\"qty\":-1}");
    assertThat(post(at + "/scan", "{\"code\":\"6901234567892\",\"qty\":2,\"key\":\"k1\"}").body())
        .contains("\"result\":\"RIGHT\"", "\"next\":\"CHECK\"", "\"id\":\"" + id + "\"");
    assertThat(post(at + "/check", "").body()).contains("\"result\":\"PASSED\"", "\"H1\"");
    assertThat(post(at + "/pack", "").body()).contains("\"next\":\"WEIGH\"");
    assertThat(post(at + "/weigh", "{\"box\":1,\"grams\":200}").body()).contains("TOO_LIGHT");
    assertThat(page("warehouse", "/bench?lang=zh&consignment=" + id))
        .contains("推荐", "± 30 g")
        .containsOnlyOnce("id=\"bench-panel\"");
    assertThat(post(at + "/weigh", "{\"box\":1,\"grams\":695}").body())
        .contains("WEIGHT_RIGHT", "\"status\":\"PACKED\"");
  }

  @Test
  void lettingPassNeedsTheRole() {
    importCatalogue();
    long id = ids.next();
    ConsignmentFixtures.insert(jdbc, id, ConsignmentStatus.PICKED, Map.of("HTTP-1", 1));
    String override = "{\"what\":\"CHECK\",\"reason\":\"Seen by eye\"}";

    assertThat(as("warehouse", "/api/bench/" + id + "/override", override).statusCode())
        .isEqualTo(403);
    assertThat(as("viewer", "/api/bench/" + id + "/check", "").statusCode()).isEqualTo(403);
    assertThat(as("ops_manager", "/api/bench/" + id + "/override", override).body())
        .contains("\"result\":\"OVERRIDDEN\"");
  }

  @Test
  void refusesBadImportsNamingFieldValueAndRemedy() {
    assertThat(put("/api/products", "[{\"sku\":\"A B\",\"nameEn\":\"x\",\"weightG\":0}]").body())
        .contains("[0].sku", "A B", "[0].weightG", "Give a whole number from 1 to 1000000.");
    assertThat(
            put(
                    "/api/shops",
                    "[{\"code\":\"S1\",\"platform\":\"OWN\",\"name\":\"n\","
                        + "\"pull\":{\"url\":\"ftp://x\"},\"commissionRate\":1.5}]")
                .body())
        .contains("[0].pull.url", "[0].commissionRate");
    assertThat(
            put("/api/shop-skus", "[{\"shop\":\"NONE\",\"platformSku\":\"1\",\"sku\":\"X\"}]")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void showsItsPages() {
    importCatalogue();
    put(
        "/api/shops",
        """
        [{"code":"HTTPSHOP","platform":"TAOBAO","name":"茶馆","mergeWindowMinutes":30,
          "commissionRate":0.05,"deliveryMethods":["express","counter"],
          "pull":{"url":"http://localhost:9090/tb","appKey":"k","secret":"hidden-one"}}]\
        """);

    assertThat(page("viewer", "/products?q=HTTP-1&lang=en")).contains("Cup", "90 × 90 × 100 mm");
    assertThat(page("viewer", "/packaging?lang=zh")).contains("H1", "填充物");
    assertThat(page("viewer", "/shops?lang=en")).contains("茶馆", "5.0%", "every 3 min");
    assertThat(page("warehouse", "/bench?lang=en")).contains("Scan a consignment number");
    assertThat(get("/api/shops").body()).contains("HTTPSHOP").doesNotContain("hidden-one");
  }
}
