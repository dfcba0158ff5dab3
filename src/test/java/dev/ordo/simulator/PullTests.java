package dev.ordo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ordo.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The real routes against the simulated shops: everything sold is here within seconds. */
class PullTests extends RunningServer {
  private static final int PORT = 18_090;

  @TempDir static Path folder;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry registry) {
    for (Shopfront shop : Shopfront.values()) {
      registry.add(
          "ordo.channel." + shop.path() + ".url",
          () -> "http://localhost:" + PORT + "/" + shop.path());
    }
  }

  @Test
  void everyShopsOrdersArriveThroughTheRoutes() throws Exception {
    Assortment assortment = Assortment.load(7);
    OrderBook book = new OrderBook(folder);
    Backoffice office = new Backoffice(book, Instant::now, null);
    var settings = new SimulatorSettings(PORT, "", "ordo", 1500, 0.005, 7, folder);
    Buyers buyers = new Buyers(settings, new Population(), assortment);
    Instant start = Instant.now().minus(Duration.ofMinutes(50));
    for (int i = 0; i < 600; i++) {
      buyers.orders(i, start.plusSeconds(i)).forEach(book::put);
    }
    assertThat(put("/api/products", products(assortment))).isEqualTo(200);
    assertThat(put("/api/shops", shops())).isEqualTo(200);
    try (Doors doors =
        new Doors(
            PORT,
            List.of(
                new TaobaoDoor(office, Instant::now),
                new JdDoor(office),
                new PddDoor(office, Instant::now),
                new DouyinDoor(office, Instant::now),
                new KuaishouDoor(office),
                new OwnShopDoor(office)))) {
      awaitOrders(book.all().size());
      assertThat(
              jdbc.sql("SELECT count(*) FROM incident WHERE source = 'channel'")
                  .query(Integer.class)
                  .single())
          .isZero();
      for (SimOrder order : book.all()) {
        assertThat(total(order)).as(order.key()).isEqualTo(order.total());
      }
    }
  }

  private void awaitOrders(int expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(stored()).isEqualTo(expected));
  }

  private int stored() {
    return jdbc.sql(
            "SELECT count(*) FROM sales_order WHERE shop IN ('TB1','JD1','PDD1','DY1','KS1','MP1')")
        .query(Integer.class)
        .single();
  }

  private long total(SimOrder order) {
    return jdbc.sql("SELECT total_amount FROM sales_order WHERE shop = ? AND platform_no = ?")
        .params(order.shop(), order.no())
        .query(java.math.BigDecimal.class)
        .single()
        .movePointRight(2)
        .longValueExact();
  }

  private int put(String path, Object body) {
    String json = Wire.JSON.writeValueAsString(body);
    return send(api(path).PUT(BodyPublishers.ofString(json))).statusCode();
  }

  private static List<Object> products(Assortment assortment) {
    List<Object> all = new ArrayList<>();
    assortment.all().forEach(article -> all.add(Company.product(article)));
    return all;
  }

  private static List<Object> shops() {
    List<Object> all = new ArrayList<>();
    for (Shopfront shop : Shopfront.values()) {
      Map<String, Object> row = new LinkedHashMap<>(Company.shop(shop, PORT));
      all.add(row);
    }
    return all;
  }
}
